internal import ClaimModel
internal import TerminalText

/// HTML in the making: the one place where text becomes part of a page.
///
/// Tags and names of attributes are literals of ours; everything else is escaped, so that no word
/// of a story can be markup: `<b>` → `&lt;b&gt;`. What cannot be seen, or turns the direction of
/// what follows, stands as its number, as on the screen: U+202E → `‹202E›`.
struct HTMLText {
  typealias Attributes = KeyValuePairs<StaticString, String>

  private(set) var bytes = [UInt8]()

  /// Markup of ours, as it stands.
  mutating func raw(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// A resource of ours: a style sheet or a script.
  mutating func resource(_ resource: [UInt8]) { bytes += resource }

  mutating func text(_ text: String) {
    var text = Sanitiser.harmless(text)
    text.withUTF8 { buffer in
      for byte in buffer {
        switch byte {
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
      }
    }
  }

  /// Text as it may stand in a page: `<b>` → `&lt;b&gt;`.
  static func escaped(_ text: String) -> String {
    var page = HTMLText()
    page.text(text)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  mutating func open(_ tag: StaticString, _ attributes: Attributes = [:]) {
    raw("<")
    raw(tag)
    for (name, value) in attributes {
      raw(" ")
      raw(name)
      raw("=\"")
      text(value)
      raw("\"")
    }
    raw(">")
  }

  mutating func close(_ tag: StaticString) {
    raw("</")
    raw(tag)
    raw(">")
  }

  mutating func element(
    _ tag: StaticString, _ attributes: Attributes, _ body: (inout HTMLText) -> Void
  ) {
    open(tag, attributes)
    body(&self)
    close(tag)
  }

  mutating func element(_ tag: StaticString, _ body: (inout HTMLText) -> Void) {
    element(tag, [:], body)
  }

  mutating func element(_ tag: StaticString, _ attributes: Attributes, _ text: String) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  mutating func element(_ tag: StaticString, _ text: String) { element(tag, [:], text) }

  mutating func line() { raw("\n") }

  /// A name from a story, set apart from the direction of what is around it.
  mutating func name(_ text: String) { element("bdi", text) }

  /// A link where the address is one that a browser may follow, its text alone where it is not:
  /// `javascript:` leads nowhere.
  mutating func address(_ address: String) {
    guard Self.isSafe(address) else { return name(address) }
    element("a", ["href": address, "rel": "noreferrer nofollow"], address)
  }

  /// http, https and mailto, without a character that cannot be seen.
  static func isSafe(_ address: String) -> Bool {
    guard address == Sanitiser.harmless(address), !address.utf8.contains(0x20) else {
      return false
    }
    let head = address.prefix(8).lowercased()
    return ["http://", "https://", "mailto:"].contains { head.hasPrefix($0) }
  }

  /// A link to the card of a claim, where the page has one; else its id alone.
  mutating func link(_ claim: ClaimID, isThere: Bool = true) {
    guard isThere else { return text(claim.description) }
    element("a", ["href": "#\(claim)"], claim.description)
  }

  /// The same for a story.
  mutating func link(_ story: ArticleID, isThere: Bool = true) {
    guard isThere else { return text(story.description) }
    element("a", ["href": "#\(story)"], story.description)
  }
}
