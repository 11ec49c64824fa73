#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension JSONParser {
  /// The string whose opening mark is at the cursor. Without escapes, which is the common case,
  /// its bytes become a string as they stand.
  mutating func string() throws(JSONError) -> String {
    let open = at
    at += 1
    let start = at
    try skipPlain(open: open)
    if bytes[at] == UInt8(ascii: "\"") {
      defer { at += 1 }
      return try text(UnsafeBufferPointer(rebasing: bytes[start..<at]), from: start)
    }
    return try escapedString(open: open, start: start)
  }

  /// Moves to the next quotation mark or backslash.
  private mutating func skipPlain(open: Int) throws(JSONError) {
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 {
        throw byte == 0x0A || byte == 0x0D
          ? error(.unterminatedString, at: open) : error(.controlCharacter(byte))
      }
      at += 1
    }
    throw error(.unterminatedString, at: open)
  }

  private mutating func escapedString(open: Int, start: Int) throws(JSONError) -> String {
    var out = [UInt8]()
    var runStart = start
    while true {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<at]))
      if bytes[at] == UInt8(ascii: "\"") { break }
      try escape(into: &out)
      runStart = at
      try skipPlain(open: open)
    }
    at += 1
    let end = at - 1
    return try out.withUnsafeBufferPointer { buffer throws(JSONError) in
      guard let text = Self.valid(buffer) else { throw invalidUTF8(from: start, to: end) }
      return text
    }
  }

  private func text(
    _ run: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(JSONError) -> String {
    guard let text = Self.valid(run) else {
      throw invalidUTF8(from: start, to: start + run.count)
    }
    return text
  }

  /// The text that bytes are; nil where they are no UTF-8, which decoding would not leave as they
  /// are. `String(validating:)` is generic to the core and takes three times as long.
  private static func valid(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var text = String(decoding: bytes, as: UTF8.self)
    let isSame = text.withUTF8 { decoded in
      guard decoded.count == bytes.count else { return false }
      guard let a = decoded.baseAddress, let b = bytes.baseAddress else { return true }
      return memcmp(a, b, bytes.count) == 0
    }
    return isSame ? text : nil
  }

  /// The error for the first byte that starts no scalar.
  private func invalidUTF8(from start: Int, to end: Int) -> JSONError {
    var decoder = UTF8()
    var rest = bytes[start..<end].makeIterator()
    var offset = start
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      offset += UTF8.width(scalar)
    }
    return error(.invalidUTF8(bytes[min(offset, end - 1)]), at: offset)
  }

  /// Reads the escape whose backslash is at the cursor.
  private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    let place = at
    at += 1
    guard let byte = next else { throw error(.invalidEscape, at: place) }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(place: place, into: &out)
    default: throw error(.invalidEscape, at: place)
    }
  }

  /// What follows `\u`: four digits, and for a high surrogate the low one with its own `\u`.
  private mutating func unicodeEscape(
    place: Int, into out: inout [UInt8]
  ) throws(JSONError) {
    guard let unit = hexUnit() else { throw error(.invalidEscape, at: place) }
    var value = UInt32(unit)
    if UTF16.isLeadSurrogate(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      let second = at
      at += 2
      guard let low = hexUnit() else { throw error(.invalidEscape, at: second) }
      guard UTF16.isTrailSurrogate(low) else { throw error(.loneSurrogate(unit), at: place) }
      value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
    }
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
      throw error(.loneSurrogate(unit), at: place)
    }
    out.append(contentsOf: encoded)
  }

  private mutating func hexUnit() -> UInt16? {
    guard at + 4 <= bytes.count else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[at..<at + 4] {
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: unit = unit << 4 | UInt16(byte - 0x37)
      case 0x61...0x66: unit = unit << 4 | UInt16(byte - 0x57)
      default: return nil
      }
    }
    at += 4
    return unit
  }
}
