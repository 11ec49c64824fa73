internal import ClaimModel

/// The text of a piece of HTML as feeds and wire items hold it: its paragraphs and captions.
///
/// A whole page, with what belongs to the site, is no piece: `HTMLFormat` reads those.
struct MarkupText {
  private(set) var parts: [ReceivedStory.Part] = []
  /// What stands in it and is not shown.
  private(set) var removed: [RemovedText] = []

  /// The text of all parts, a line each.
  var text: String { parts.map(\.text).joined(separator: "\n") }

  private var builder = PartBuilder()
  private var open: [(name: String, role: MarkupRole)] = []
  /// How many of the open elements are not shown.
  private var hidden = 0
  private var hiddenText = ""
  private var figures = 0

  /// Elements in each other that are told apart.
  private static let depth = 400
  /// How far above an element is looked for that an end tag closes.
  private static let reach = 48

  /// Text without any tag that is known is plain text, in lines or paragraphs of its own.
  init(html: String) {
    let html = Self.unescaped(html)
    guard Self.hasTags(html) else {
      parts = PlainParagraphs.of(CharacterReferences.decodedTwice(html)).map { .paragraph($0) }
      return
    }
    var scanner = MarkupScanner(Substring(html))
    while let token = scanner.next() {
      switch token {
      case .text(let text): add(CharacterReferences.decodedTwice(text))
      case .tag(let tag): take(tag, &scanner)
      }
    }
    while let last = open.popLast() { close(last.role) }
    parts = builder.finished()
  }

  /// Text without markup, whatever it looks like.
  init(plain text: String) {
    parts = PlainParagraphs.of(text).map { .paragraph($0) }
  }

  /// The text of an element and all below: of XHTML or NITF.
  init(_ element: XMLElement) {
    walk(element)
    parts = builder.finished().flatMap { part in
      guard case .paragraph(let text) = part else { return [part] }
      return PlainParagraphs.ofIndented(text).map { .paragraph($0) }
    }
  }

  /// One line without tags, as titles are: "AT&amp;amp;T <b>wins</b>" → "AT&T wins"
  static func line(_ text: String) -> String {
    MarkupText(html: text).parts.map(\.text).joined(separator: " ")
  }

  // MARK: HTML

  private mutating func take(_ tag: MarkupScanner.Tag, _ scanner: inout MarkupScanner) {
    let role = MarkupRole.of(tag.name)
    if tag.isEnd { return end(tag.name, role) }
    closeImplied(by: tag.name, role)
    switch role {
    case .raw:
      scanner.skip(to: tag.name)
    case .void, .break:
      if hidden == 0 { builder.open(role) }
    default:
      if !tag.closesItself, open.count < Self.depth {
        begin(tag, role)
      } else if hidden == 0 {
        builder.open(role)
        builder.close(role)
      }
    }
  }

  private mutating func begin(_ tag: MarkupScanner.Tag, _ role: MarkupRole) {
    let role = self.role(role, class: tag.attributes["class"], hides: Self.hides(tag.attributes))
    open.append((tag.name, role))
    opened(role)
  }

  private mutating func opened(_ role: MarkupRole) {
    if role == .figure { figures += 1 }
    if role == .skip { hidden += 1 } else if hidden == 0 { builder.open(role) }
  }

  private mutating func end(_ name: String, _ role: MarkupRole) {
    guard let place = open.suffix(Self.reach).lastIndex(where: { $0.name == name }) else {
      if hidden == 0, role == .block || role == .break { builder.close(role) }
      return
    }
    while open.count > place, let last = open.popLast() { close(last.role) }
  }

  private mutating func close(_ role: MarkupRole) {
    if role == .figure { figures -= 1 }
    guard role == .skip else {
      if hidden == 0 { builder.close(role) }
      return
    }
    hidden = max(0, hidden - 1)
    if hidden == 0 { noteHidden() }
  }

  /// `<p>` ends a `<p>` that is open, `<td>` a `<td>`.
  private mutating func closeImplied(by name: String, _ role: MarkupRole) {
    guard let last = open.last else { return }
    let isEnded =
      switch last.name {
      case "p": [.block, .figure, .row, .cell].contains(role)
      case "li": name == "li"
      case "dt", "dd": name == "dt" || name == "dd"
      case "td", "th": role == .cell || role == .row
      case "tr": role == .row
      default: false
      }
    guard isEnded else { return }
    open.removeLast()
    close(last.role)
    closeImplied(by: name, role)
  }

  private mutating func add(_ text: String) {
    if hidden > 0 {
      if hiddenText.utf8.count < 480 { hiddenText += text }
    } else {
      builder.text(text)
    }
  }

  private mutating func noteHidden() {
    let text = hiddenText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !text.isEmpty, removed.count < 100 { removed.append(RemovedText(.hidden, words: text)) }
    hiddenText = ""
  }

  // MARK: XML

  private mutating func walk(_ element: XMLElement) {
    let name = element.name.lowercased()
    let role = self.role(
      MarkupRole.of(name), class: element["class"],
      hides: element["style"].map(Self.hides(style:)) ?? false)
    guard role != .raw, role != .void else { return }
    opened(role)
    for child in element.children {
      switch child {
      case .text(let text): add(text)
      case .element(let inner): walk(inner)
      }
    }
    if role != .break { close(role) }
  }

  // MARK: What is told from attributes and text

  /// `<p class="wp-caption-text">` is a caption, `<div class="byline">` in a figure its credit.
  private func role(_ role: MarkupRole, class name: String?, hides: Bool) -> MarkupRole {
    if hides { return .skip }
    guard role != .skip, role != .figure, let name = name?.lowercased() else { return role }
    if figures > 0, name.contains("credit") || name.contains("byline") { return .credit }
    return name.contains("caption") ? .caption : role
  }

  private static func hides(_ attributes: [String: String]) -> Bool {
    attributes["hidden"] != nil || (attributes["style"].map(hides(style:)) ?? false)
  }

  private static func hides(style: String) -> Bool {
    let style = style.lowercased().filter { !$0.isWhitespace }
    return style.contains("display:none") || style.contains("visibility:hidden")
  }

  /// A feed may escape its HTML once more than it says: "&lt;p&gt;…".
  private static func unescaped(_ html: String) -> String {
    guard !hasTags(html), html.utf8.contains(UInt8(ascii: "&")) else { return html }
    let once = CharacterReferences.decoded(html)
    return hasTags(once) ? once : html
  }

  /// Whether a tag of an element that is known is in it: "a < b" has none.
  static func hasTags(_ text: String) -> Bool {
    var scanner = MarkupScanner(Substring(text))
    while let token = scanner.next() {
      if case .tag(let tag) = token, MarkupRole.known(tag.name) != nil { return true }
    }
    return false
  }
}
