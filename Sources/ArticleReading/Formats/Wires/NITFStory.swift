internal import ClaimModel

/// The story of an NITF document (3.0 to 3.6), which other wire items hold as well.
/// https://iptc.org/std/NITF/3.6/
struct NITFStory {
  static let space = "http://iptc.org/std/NITF/2006-10-18/"

  private let body: XMLElement?
  private let head: XMLElement?
  private let bodyHead: XMLElement?

  init(_ nitf: XMLElement) {
    body = nitf.first("body")
    head = nitf.first("head")
    bodyHead = body?.first("body.head")
  }

  /// Whether there is a place for text.
  var hasBody: Bool { body?.first("body.content") != nil }

  /// Takes over all that the document says.
  func fill(_ wire: inout WireStory) {
    fillText(&wire)
    fillOrigin(&wire)
  }

  private func fillText(_ wire: inout WireStory) {
    let content = body?.first("body.content").map { MarkupText($0) }
    wire.story.title = wire.story.title ?? headline
    wire.story.parts += content?.parts ?? []
    wire.story.origin.removed += content?.removed ?? []
    wire.dropRepeatedTitle()
    let abstract = bodyHead?.first("abstract").map { MarkupText($0).text }
    let subhead = bodyHead?.first("hedline")?.first("hl2").map { line($0) }
    wire.setLead(abstract ?? subhead)
    if let dateline = bodyHead?.first("dateline") { wire.addDateline(line(dateline)) }
    for tagline in body?.first("body.end")?.all("tagline") ?? [] {
      wire.story.parts.append(.paragraph(line(tagline)))
    }
    for byline in bodyHead?.all("byline") ?? [] { fillByline(byline, &wire) }
    // Without a byline of its own the text may end with one.
    wire.story.partsAreGiven = wire.story.parts.contains {
      if case .byline = $0 { true } else { false }
    }
  }

  private var headline: String? {
    let inBody = bodyHead?.first("hedline")?.first("hl1").map { line($0) }
    let inHead = head?.first("title").map { line($0) }
    return [inBody, inHead].compactMap { $0 }.first { !$0.isEmpty }
  }

  /// `<byline>By <person>Ann Poe</person><byttl>Staff Writer</byttl></byline>`
  private func fillByline(_ byline: XMLElement, _ wire: inout WireStory) {
    var names = byline
    let title = byline.first("byttl").map { line($0) } ?? ""
    names.children.removeAll { if case .element(let e) = $0 { e.name == "byttl" } else { false } }
    let name = line(names).trimmingBlanks()
    for person in byline.all("person") { wire.addCreator(line(person)) }
    let joint = name.isEmpty || title.isEmpty || name.hasSuffix(",") ? " " : ", "
    wire.addByline((name + joint + title).trimmingBlanks().description)
  }

  private func fillOrigin(_ wire: inout WireStory) {
    for distributor in bodyHead?.all("distributor") ?? [] { wire.addAgency(line(distributor)) }
    for note in bodyHead?.all("note") ?? [] { wire.addNote(line(note)) }
    if let rights = bodyHead?.first("rights") { wire.addLegal(line(rights)) }
    guard let data = head?.first("docdata") else { return }
    wire.story.origin.identifier =
      wire.story.origin.identifier ?? data.first("doc-id")?["id-string"]
      ?? data.first("du-key")?["key"]
    wire.story.origin.version = wire.story.origin.version ?? data.first("du-key")?["version"]
    let issued = time(data, "date.issue")
    wire.story.origin.published = wire.story.origin.published ?? issued
    if let release = data.first("date.release")?["norm"], FeedDate.time(release) != issued {
      wire.addEmbargo(release)
    }
    for message in data.all("ed-msg") { wire.addNote(message["info"]) }
    for correction in data.all("correction") {
      wire.addNotice(StoryNotice(.correction, words: correction["info"] ?? "correction"))
    }
    if bodyHead?.first("distributor") == nil {
      wire.addKnownAgency(data.first("doc-id")?["regsrc"])
    }
    wire.addLegal(data.first("doc.rights")?["owner"])
    let subject = head?.first("tobject")?.first("tobject.subject")
    wire.story.origin.section =
      wire.story.origin.section ?? head?.first("pubdata")?["position.section"]
      ?? subject?["tobject.subject.type"]
    wire.story.url = wire.story.url ?? head?.first("pubdata")?["ex-ref"]
  }

  private func time(_ data: XMLElement, _ name: String) -> StoryTime? {
    data.first(name)?["norm"].flatMap(FeedDate.time)
  }

  private func line(_ element: XMLElement) -> String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
