/// One line of the configuration file, as the part of TOML 1.0 has it that theo reads: a comment,
/// `[section]`, or `name = value` with a "string", a 'literal', true, false or a whole number.
enum ConfigurationLine: Equatable {
  case blank
  case section(String)
  /// `place` is where the value stands in the line, in UTF-8 bytes; nil is a value of TOML that
  /// is not read here.
  case entry(key: String, SettingValue?, place: Range<Int>)

  init(_ line: some StringProtocol, number: Int) throws(ConfigurationProblem) {
    var scanner = ConfigurationScanner(line, number: number)
    self = try scanner.line()
  }
}

struct ConfigurationScanner {
  private let bytes: [UInt8]
  private let number: Int
  private var at = 0

  init(_ line: some StringProtocol, number: Int) {
    bytes = Array(line.utf8)
    self.number = number
  }

  mutating func line() throws(ConfigurationProblem) -> ConfigurationLine {
    skipBlanks()
    guard let first = next, first != Sign.hash else { return .blank }
    if first == Sign.open { return .section(try section()) }
    let key = try key()
    guard !key.isEmpty else { throw problem(.noKey) }
    skipBlanks()
    guard next == Sign.equals else { throw problem(.noEquals(key: key)) }
    at += 1
    skipBlanks()
    let start = at
    guard let sign = next, sign != Sign.hash else { throw problem(.noValue(key: key)) }
    guard let value = try value() else {
      return .entry(key: key, nil, place: start..<bytes.count)
    }
    let place = start..<at
    try end()
    return .entry(key: key, value, place: place)
  }

  private mutating func section() throws(ConfigurationProblem) -> String {
    let start = at
    while let sign = next, sign != Sign.close, sign != Sign.hash { at += 1 }
    guard next == Sign.close else { throw problem(.unclosedSection) }
    while next == Sign.close { at += 1 }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    try end()
    return String(name.filter { !"[] \t".contains($0) })
  }

  /// A bare or quoted key; a dotted one is taken whole.
  private mutating func key() throws(ConfigurationProblem) -> String {
    if next == Sign.double || next == Sign.single { return try string() }
    let start = at
    while let sign = next, Sign.isBare(sign) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Nil for a value that is not read here.
  private mutating func value() throws(ConfigurationProblem) -> SettingValue? {
    if next == Sign.double || next == Sign.single {
      if bytes[at...].starts(with: [bytes[at], bytes[at], bytes[at]]) { return nil }
      return .text(try string())
    }
    let start = at
    while let sign = next, Sign.isBare(sign) || sign == UInt8(ascii: "+") { at += 1 }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case let word: return Int(word.filter { $0 != "_" }).map(SettingValue.number)
    }
  }

  private mutating func end() throws(ConfigurationProblem) {
    skipBlanks()
    guard let sign = next, sign != Sign.hash else { return }
    throw problem(.afterValue(String(decoding: bytes[at...], as: UTF8.self)))
  }
}

// Strings.
extension ConfigurationScanner {
  private mutating func string() throws(ConfigurationProblem) -> String {
    let open = at
    let mark = bytes[at]
    var text = String.UnicodeScalarView()
    at += 1
    var start = at
    while let sign = next, sign != mark {
      guard sign == Sign.backslash, mark == Sign.double else {
        at += 1
        continue
      }
      text.append(contentsOf: String(decoding: bytes[start..<at], as: UTF8.self).unicodeScalars)
      text.append(try escaped())
      start = at
    }
    guard next == mark else { throw problem(.unclosedQuote, at: open) }
    text.append(contentsOf: String(decoding: bytes[start..<at], as: UTF8.self).unicodeScalars)
    at += 1
    return String(text)
  }

  /// `\n`, `\"`, `\u1EA1` …
  private mutating func escaped() throws(ConfigurationProblem) -> Unicode.Scalar {
    let start = at
    at += 1
    let sign = next.map { Unicode.Scalar($0) }
    at = min(at + 1, bytes.count)
    switch sign {
    case "\"", "\\": return sign ?? "\\"
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "e": return "\u{1B}"
    case "u", "U":
      let end = min(at + (sign == "u" ? 4 : 8), bytes.count)
      let digits = String(decoding: bytes[at..<end], as: UTF8.self)
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        at = end
        return scalar
      }
    default: break
    }
    let end = bytes[at...].firstIndex { $0 & 0xC0 != 0x80 } ?? bytes.count
    let shown = String(decoding: bytes[start..<end], as: UTF8.self)
    throw problem(.badEscape(shown), at: start)
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipBlanks() {
    while let sign = next, sign == 0x20 || sign == 0x09 || sign == 0x0D { at += 1 }
  }

  private func problem(
    _ kind: ConfigurationProblem.Kind, at place: Int? = nil
  ) -> ConfigurationProblem {
    let before = String(decoding: bytes[..<(place ?? at)], as: UTF8.self)
    return ConfigurationProblem(kind, line: number, column: before.count + 1)
  }
}

private enum Sign {
  static let hash = UInt8(ascii: "#")
  static let equals = UInt8(ascii: "=")
  static let open = UInt8(ascii: "[")
  static let close = UInt8(ascii: "]")
  static let single = UInt8(ascii: "'")
  static let double = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")

  static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
