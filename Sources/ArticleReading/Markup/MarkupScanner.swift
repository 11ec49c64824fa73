/// Cuts a piece of HTML into tags and text, whatever it looks like, in linear time.
struct MarkupScanner {
  struct Tag {
    /// In lower case, without a prefix.
    var name: String
    var isEnd: Bool
    var closesItself: Bool
    var attributes: [String: String]
  }

  enum Token {
    case text(Substring)
    case tag(Tag)
  }

  private let bytes: Substring.UTF8View
  private let source: Substring
  private var at: String.Index
  /// From here on there is no ">" any more.
  private var noEnd = false
  private var noQuote: [UInt8: Bool] = [:]
  private var isMisquoted = false

  init(_ text: Substring) {
    source = text
    bytes = text.utf8
    at = text.startIndex
  }

  mutating func next() -> Token? {
    guard at < bytes.endIndex else { return nil }
    let start = at
    if bytes[at] == UInt8(ascii: "<") {
      if let tag = tag() { return .tag(tag) }
      if at > start { return .text("") }
      at = bytes.index(after: at)
    }
    at = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    return .text(source[start..<at])
  }

  /// Goes behind the end tag of an element in which there are no tags: a script.
  mutating func skip(to name: String) {
    let mark = Array("</\(name)".utf8)
    while at < bytes.endIndex {
      guard let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) else { break }
      at = open
      if bytes[open...].starts(with: mark, by: { $0 | 0x20 == $1 | 0x20 }) { return }
      at = bytes.index(after: open)
    }
    at = bytes.endIndex
  }

  /// The tag here; nil where "<" is text, or where a comment was passed over.
  private mutating func tag() -> Tag? {
    let open = at
    var here = bytes.index(after: open)
    guard here < bytes.endIndex, !noEnd else { return nil }
    if bytes[here] == UInt8(ascii: "!") || bytes[here] == UInt8(ascii: "?") {
      passComment()
      return nil
    }
    let isEnd = bytes[here] == UInt8(ascii: "/")
    if isEnd { here = bytes.index(after: here) }
    guard here < bytes.endIndex, Self.isLetter(bytes[here]) else { return nil }
    let nameStart = here
    while here < bytes.endIndex, !Self.isBlank(bytes[here]), bytes[here] != 0x3E,
      bytes[here] != 0x2F
    {
      here = bytes.index(after: here)
    }
    let name = source[nameStart..<here].lowercased()
    var attributes: [String: String] = [:]
    guard let end = endOfTag(from: here, &attributes) else {
      noEnd = true
      return nil
    }
    at = bytes.index(after: end)
    let slash = bytes[bytes.index(before: end)] == UInt8(ascii: "/")
    return Tag(
      name: name.split(separator: ":").last.map(String.init) ?? name, isEnd: isEnd,
      closesItself: slash, attributes: attributes)
  }

  /// Where the ">" of the tag is. A quotation mark without a second one may hide all of them: then
  /// tags end at the first that follows.
  private mutating func endOfTag(
    from start: String.Index, _ attributes: inout [String: String]
  ) -> String.Index? {
    if !isMisquoted {
      if let end = readAttributes(from: start, into: &attributes) { return end }
      isMisquoted = true
      attributes = [:]
    }
    return bytes[start...].firstIndex(of: UInt8(ascii: ">"))
  }

  /// Where the ">" outside of quotation marks is.
  private mutating func readAttributes(
    from start: String.Index, into attributes: inout [String: String]
  ) -> String.Index? {
    var here = start
    while here < bytes.endIndex {
      let byte = bytes[here]
      if byte == UInt8(ascii: ">") { return here }
      guard !Self.isBlank(byte), byte != UInt8(ascii: "/") else {
        here = bytes.index(after: here)
        continue
      }
      let nameStart = here
      while here < bytes.endIndex, !Self.isBlank(bytes[here]), bytes[here] != 0x3E,
        bytes[here] != 0x3D
      {
        here = bytes.index(after: here)
      }
      let name = source[nameStart..<here].lowercased()
      let value = value(&here)
      if attributes.count < 64, attributes[name] == nil {
        attributes[name] = value
      }
    }
    return nil
  }

  /// What stands behind "=", quoted or not; "" where there is none.
  private mutating func value(_ here: inout String.Index) -> String {
    guard here < bytes.endIndex, bytes[here] == UInt8(ascii: "=") else {
      if here < bytes.endIndex, bytes[here] != UInt8(ascii: ">") { here = bytes.index(after: here) }
      return ""
    }
    here = bytes.index(after: here)
    while here < bytes.endIndex, Self.isBlank(bytes[here]) { here = bytes.index(after: here) }
    guard here < bytes.endIndex else { return "" }
    let quote = bytes[here]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), noQuote[quote] != true {
      let start = bytes.index(after: here)
      if let end = bytes[start...].firstIndex(of: quote) {
        here = bytes.index(after: end)
        return String(source[start..<end])
      }
      noQuote[quote] = true
    }
    let start = here
    while here < bytes.endIndex, !Self.isBlank(bytes[here]), bytes[here] != 0x3E {
      here = bytes.index(after: here)
    }
    return String(source[start..<here])
  }

  /// `<!-- … -->`, `<!DOCTYPE …>`, `<?…>`, `<![CDATA[`.
  private mutating func passComment() {
    let rest = bytes[at...]
    if rest.starts(with: Array("<![CDATA[".utf8)) {
      at = bytes.index(at, offsetBy: 9)
      return
    }
    let isComment = rest.starts(with: Array("<!--".utf8))
    var here = bytes.index(at, offsetBy: isComment ? 4 : 2)
    while let end = bytes[here...].firstIndex(of: UInt8(ascii: ">")) {
      here = bytes.index(after: end)
      if !isComment || bytes[..<end].suffix(2).elementsEqual("--".utf8) {
        at = here
        return
      }
    }
    if isComment { at = bytes.endIndex } else { noEnd = true }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
