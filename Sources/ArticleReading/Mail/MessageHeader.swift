/// The lines before a message or part (RFC 5322, section 2.2), unfolded.
struct MessageHeader {
  /// Names in lower case, values as written, in order.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var end: Int
  /// Whether all lines before the body are of a header.
  private(set) var isWhole = true

  private static let mostFields = 2000

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    var at = start
    end = bytes.count
    while at < bytes.count {
      let stop = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[at..<stop]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(stop + 1, bytes.count)
      if line.isEmpty {
        end = next
        return
      }
      if line.first == 0x20 || line.first == 0x09 {
        if let last = fields.indices.last { fields[last].value += line }
      } else if let colon = line.firstIndex(of: 0x3A), Self.isName(line[..<colon]),
        fields.count < Self.mostFields
      {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(line[(colon + 1)...])))
      } else if at > start || !line.starts(with: "From ".utf8) {
        // "From " begins a message of a mailbox.
        isWhole = false
        end = at
        return
      }
      at = next
    }
  }

  private static func isName(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    !bytes.isEmpty && bytes.count < 80
      && bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
  }

  func bytes(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// A value with its encoded words decoded.
  subscript(_ name: String) -> String? {
    bytes(name).map { TextTrim.trimmed(EncodedWords.text($0)) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The value and parameters of a structured field (RFC 2045, section 5.1; RFC 2231):
  /// `text/plain; charset="utf-8"` → "text/plain", ["charset": "utf-8"]
  func structured(_ name: String) -> (value: String, parameters: [String: String]) {
    guard let raw = bytes(name) else { return ("", [:]) }
    let pieces = Self.pieces(MailCharset.text(raw, declared: nil))
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      var key = TextTrim.trimmed(piece[..<equals]).lowercased()
      var value = Self.unquoted(TextTrim.trimmed(piece[piece.index(after: equals)...]))
      if key.hasSuffix("*") {
        key.removeLast()
        value = EncodedWords.extended(value)
      }
      if let star = key.firstIndex(of: "*") {
        // A value in pieces: name*0, name*1
        key = String(key[..<star])
        value = (parameters[key] ?? "") + EncodedWords.extended(value)
      }
      parameters[key] = value
    }
    return (TextTrim.trimmed(pieces.first ?? "").lowercased(), parameters)
  }

  /// Cut at semicolons that stand outside of quotation marks.
  private static func pieces(_ text: String) -> [String] {
    var (pieces, isQuoted, isEscaped) = ([""], false, false)
    for character in text {
      if character == ";", !isQuoted {
        pieces.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isEscaped
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  private static func unquoted(_ text: String) -> String {
    guard text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 else { return text }
    return String(text.dropFirst().dropLast()).replacing("\\\"", with: "\"")
  }
}
