internal import ClaimModel

/// The text of a `contentSet`: of several renditions of it the longest.
struct NewsMLG2Content {
  private let set: XMLElement

  init(_ set: XMLElement) { self.set = set }

  func fill(_ wire: inout WireStory) {
    let filled = set.elements.map { content -> WireStory in
      var copy = wire
      switch content.name {
      case "inlineXML": fill(xml: content, &copy)
      case "inlineData": fill(data: content, &copy)
      default: break
      }
      return copy
    }
    let before = wire.story.parts.count
    let best = filled.max { length($0, from: before) < length($1, from: before) }
    if let best, length(best, from: before) > 0 { wire = best }
  }

  private func length(_ wire: WireStory, from start: Int) -> Int {
    wire.story.parts.dropFirst(start).reduce(0) { $0 + $1.text.utf8.count }
  }

  private func fill(xml: XMLElement, _ wire: inout WireStory) {
    for root in xml.elements {
      switch root.name {
      case "nitf": NITFStory(root).fill(&wire)
      // Figures in a form for programs.
      case "sports-content": break
      default: fill(markup: root, &wire)
      }
    }
    if !xml.elements.contains(where: { _ in true }) { fill(html: xml.text, &wire) }
  }

  /// XHTML, or any other elements: those that are not known are a paragraph for each run of text.
  private func fill(markup root: XMLElement, _ wire: inout WireStory) {
    if root.name == "html", wire.story.title == nil {
      let title = root.first("head")?.first("title").map { MarkupText.line($0.text) } ?? ""
      if !title.isEmpty { wire.story.title = title }
    }
    let isKnown = root.name == "html" || MarkupRole.known(root.name.lowercased()) != nil
    let text = MarkupText(isKnown ? root : Self.cut(root))
    wire.story.parts += text.parts
    wire.story.origin.removed += text.removed
    wire.dropRepeatedTitle()
  }

  /// Every element as a block.
  private static func cut(_ element: XMLElement) -> XMLElement {
    var cut = element
    cut.name = MarkupRole.known(element.name.lowercased()) == nil ? "div" : element.name
    cut.children = element.children.map { child in
      if case .element(let inner) = child { .element(Self.cut(inner)) } else { child }
    }
    return cut
  }

  private func fill(data: XMLElement, _ wire: inout WireStory) {
    // "encd:base64": bytes of a picture or a document.
    guard data["encoding"] == nil, data["encodinguri"] == nil else { return }
    if data.elements.contains(where: { _ in true }) { return fill(markup: data, &wire) }
    if (data["contenttype"] ?? "").contains("html") { return fill(html: data.text, &wire) }
    wire.story.parts += PlainParagraphs.of(data.text).map { .paragraph($0) }
    wire.dropRepeatedTitle()
  }

  private func fill(html: String, _ wire: inout WireStory) {
    let text = MarkupText(html: html)
    wire.story.parts += text.parts
    wire.story.origin.removed += text.removed
    wire.dropRepeatedTitle()
  }
}
