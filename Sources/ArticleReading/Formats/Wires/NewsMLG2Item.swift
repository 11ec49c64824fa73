internal import ClaimModel

/// The story of a news item.
struct NewsMLG2Item {
  private let item: XMLElement
  private let meta: XMLElement?
  private let content: XMLElement?
  private let encoding: String
  private let words: ReadingWords

  init(_ item: XMLElement, encoding: String, _ words: ReadingWords) {
    self.item = item
    self.encoding = encoding
    self.words = words
    meta = item.first("itemMeta")
    content = item.first("contentMeta")
  }

  var story: ReceivedStory {
    var wire = WireStory(form: NewsMLG2Format.name, encoding: encoding, words)
    wire.story.title = headline
    fillOrigin(&wire)
    if let set = item.first("contentSet") { NewsMLG2Content(set).fill(&wire) }
    fillDescriptions(&wire)
    wire.addDateline(text("dateline"))
    wire.addByline(text("by"))
    fillAgencies(&wire)
    fillNotices(&wire)
    if wire.story.parts.isEmpty, wire.story.title == nil {
      wire.story.title = meta?.first("title").map { line($0) }
      // A name of the item is no story by itself.
      if wire.story.lead == nil { wire.story.title = nil }
    }
    return wire.story
  }

  /// Of several the main one, else the first.
  private var headline: String? {
    let headlines = content?.all("headline").filter { !line($0).isEmpty } ?? []
    let main = headlines.first { $0["role"].map { WireStory.code($0) == "main" } ?? false }
    let chosen = main ?? headlines.first { $0["role"] == nil } ?? headlines.first
    return chosen.map { line($0) }
  }

  private func fillOrigin(_ wire: inout WireStory) {
    let tag = content?.first("language")?["tag"] ?? item["lang", in: XMLTree.xmlSpace]
    wire.story.language = ArticleLanguage(languageTag: tag)
    wire.story.origin.identifier = item["guid"]
    wire.story.origin.version = item["version"]
    if let guid = item["guid"], guid.hasPrefix("http://") || guid.hasPrefix("https://") {
      wire.story.url = guid
    }
    let version = time(meta, "versionCreated")
    let first = time(meta, "firstCreated") ?? time(content, "contentCreated") ?? version
    wire.story.origin.published = first
    wire.story.origin.updated = version == first ? nil : version
    let subjects = content?.all("subject").lazy.compactMap { $0.first("name") }.first
    wire.story.origin.section =
      (meta?.first("service")?.first("name") ?? subjects).map { line($0) }
    for creator in content?.all("creator") ?? [] { wire.addCreator(name(of: creator)) }
  }

  /// A summary is the lead; what is said of a picture is a caption.
  private func fillDescriptions(_ wire: inout WireStory) {
    let descriptions = content?.all("description").filter { !line($0).isEmpty } ?? []
    let kind = meta?.first("itemClass").flatMap { $0["qcode"] ?? $0["uri"] }.map(WireStory.code)
    let isText = kind == nil || kind == "text" || kind == "composite"
    for description in descriptions {
      let role = description["role"].map { WireStory.code($0).lowercased() }
      if role == "caption" || !isText {
        wire.story.parts.append(.caption(line(description), credit: text("creditline")))
      } else if wire.story.lead == nil {
        wire.setLead(line(description))
      }
    }
  }

  /// Who passed the story on, in order; without a history who it is from.
  private func fillAgencies(_ wire: inout WireStory) {
    let hops = item.first("hopHistory")?.all("hop") ?? []
    let ordered = hops.enumerated().sorted {
      (Int($0.element["seq"] ?? "") ?? $0.offset, $0.offset)
        < (Int($1.element["seq"] ?? "") ?? $1.offset, $1.offset)
    }
    let later = wire.story.origin.agencies
    wire.story.origin.agencies = []
    for hop in ordered { wire.addAgency(hop.element.first("party").flatMap { name(of: $0) }) }
    for source in content?.all("infoSource") ?? [] { wire.addAgency(name(of: source)) }
    for agency in later { wire.addAgency(agency) }
    wire.addKnownAgency(text("creditline"))
    wire.addKnownAgency(meta?.first("provider").flatMap { name(of: $0) })
  }

  private func fillNotices(_ wire: inout WireStory) {
    let status = meta?.first("pubStatus")
    wire.addStatus(status?["qcode"] ?? status?["uri"] ?? status?["literal"])
    if let embargo = meta?.first("embargoed") { wire.addEmbargo(embargo.text) }
    let notes = meta?.all("edNote").map { line($0) }.filter { !$0.isEmpty } ?? []
    for signal in meta?.all("signal") ?? [] {
      guard let code = signal["qcode"] ?? signal["uri"] ?? signal["literal"] else { continue }
      let kind: StoryNotice.Kind? =
        switch WireStory.code(code).lowercased() {
        case "correction", "corrected": .correction
        case "kill", "retraction", "withdrawal": .kill
        case "update": .update
        default: nil
        }
      if let kind { wire.addNotice(StoryNotice(kind, words: notes.first ?? "signal \(code)")) }
    }
    for note in notes { wire.addNote(note) }
    let rights = item.first("rightsInfo")
    for name in ["copyrightNotice", "usageTerms"] {
      wire.addLegal(rights?.first(name).map { line($0) })
    }
  }

  /// By its name, else as written, else by its code: "nprov:AFP" → AFP
  private func name(of party: XMLElement) -> String? {
    let name = party.first("name").map { line($0) }
    if let name, !name.isEmpty { return name }
    if let literal = party["literal"] { return literal }
    guard let code = party["qcode"] else { return nil }
    return WireStory.code(code)
  }

  private func text(_ name: String) -> String? {
    content?.first(name).map { line($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private func time(_ parent: XMLElement?, _ name: String) -> StoryTime? {
    parent?.first(name).flatMap { FeedDate.time($0.text) }
  }

  private func line(_ element: XMLElement) -> String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
