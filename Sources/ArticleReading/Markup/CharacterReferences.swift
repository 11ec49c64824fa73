/// Characters written as `&eacute;`, `&#233;` or `&#xE9;`.
enum CharacterReferences {
  /// The text with them decoded. What is no reference stays: "R&D", "&what;".
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    var out = ""
    out.reserveCapacity(text.utf8.count)
    var rest = Substring(text)
    while let mark = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      out += rest[..<mark]
      rest = rest[mark...]
      if let (characters, end) = reference(at: rest) {
        out += characters
        rest = rest[end...]
      } else {
        out += "&"
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  /// Twice, as feeds escape what is escaped: `&amp;eacute;` → é. Nobody writes "&eacute;" in prose.
  static func decodedTwice(_ text: some StringProtocol) -> String { decoded(decoded(text)) }

  /// Longest name: "thetasym".
  private static let longestName = 10

  /// The reference that the text begins with, and where it ends.
  private static func reference(at text: Substring) -> (String, String.Index)? {
    let bytes = text.utf8
    var at = bytes.index(after: bytes.startIndex)
    let start = at
    while at < bytes.endIndex, isPart(bytes[at]),
      bytes.distance(from: start, to: at) <= longestName
    {
      at = bytes.index(after: at)
    }
    let name = text[start..<at]
    guard !name.isEmpty else { return nil }
    let hasEnd = at < bytes.endIndex && bytes[at] == UInt8(ascii: ";")
    let end = hasEnd ? bytes.index(after: at) : at
    if name.hasPrefix("#") {
      return numbered(name.dropFirst()).map { ($0, end) }
    }
    guard hasEnd else { return nil }
    return NamedCharacters.characters(of: name).map { ($0, end) }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x23
  }

  /// The characters 128 to 159 are those of Windows-1252, as browsers have it (WHATWG HTML,
  /// "numeric character reference end state"); no control character is let in.
  private static func numbered(_ number: Substring) -> String? {
    let isHex = number.first == "x" || number.first == "X"
    let digits = isHex ? number.dropFirst() : number
    guard !digits.isEmpty, let code = UInt32(digits, radix: isHex ? 16 : 10) else { return nil }
    if (0x80...0x9F).contains(code) {
      return [UInt8(code)].withUnsafeBufferPointer { CodePage.western.text(of: $0) }
    }
    guard let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
    return scalar.properties.generalCategory == .control ? " " : String(scalar)
  }
}
