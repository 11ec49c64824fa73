/// The one JSON object a history line holds: `{"line":"…","time":1700000000}` (RFC 8259).
enum JSONText {
  /// `text` in quotation marks, with what JSON wants escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let opening = Array("{\"line\":\"".utf8)
  private static let closing = Array("\"}".utf8)

  /// The UTF-8 of the member `line` of a flat object; nil for anything else, a torn line among it.
  static func line(_ object: ArraySlice<UInt8>) -> [UInt8]? {
    var object = object
    if object.last == UInt8(ascii: "\n") { object.removeLast() }
    if object.starts(with: opening), object.suffix(2).elementsEqual(closing),
      let text = unescaped(object.dropFirst(opening.count).dropLast(closing.count))
    {
      return text
    }
    var reader = JSONReader(object)
    return reader.object()?["line"].map { Array($0.utf8) }
  }
}

extension JSONText {
  /// A string as it is written here; nil for one with escapes of other kinds.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var isEscaped = false
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\") where !isEscaped:
        isEscaped = true
        continue
      case UInt8(ascii: "n") where isEscaped: result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t") where isEscaped: result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        if !isEscaped { return nil }
        result.append(byte)
      default:
        if isEscaped { return nil }
        result.append(byte)
      }
      isEscaped = false
    }
    return isEscaped ? nil : result
  }
}

/// Reads a flat JSON object of strings and numbers.
private struct JSONReader {
  private var bytes: [UInt8]
  private var at = 0

  init(_ bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  mutating func object() -> [String: String]? {
    var members: [String: String] = [:]
    guard take("{") else { return nil }
    if take("}") { return members }
    repeat {
      guard let name = string(), take(":") else { return nil }
      if peek() == UInt8(ascii: "\"") {
        guard let value = string() else { return nil }
        members[name] = value
      } else {
        skipPlainValue()
      }
    } while take(",")
    guard take("}"), peek() == nil else { return nil }
    return members
  }

  private mutating func peek() -> UInt8? {
    while at < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[at]) { at += 1 }
    return at < bytes.count ? bytes[at] : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }

  private mutating func skipPlainValue() {
    while let byte = peek(), byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { at += 1 }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        content += Array(String(scalar).utf8)
      default: content.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    switch bytes[at] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return unicodeEscape()
    case let other: return Unicode.Scalar(other)
    }
  }

  /// After `\u`; a pair of surrogates is one scalar. Leaves `at` on the last digit.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = digits() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard bytes[(at + 1)...].starts(with: "\\u".utf8) else { return nil }
    at += 2
    guard let second = digits(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private mutating func digits() -> UInt32? {
    guard at + 4 < bytes.count else { return nil }
    let text = String(decoding: bytes[(at + 1)...(at + 4)], as: UTF8.self)
    at += 4
    return UInt32(text, radix: 16)
  }
}
