internal import ClaimModel
internal import JSONText

/// The story of a ninjs item of any generation.
struct NinjsItem {
  private let item: JSONObject
  private let words: ReadingWords

  init(_ item: JSONObject, _ words: ReadingWords) {
    self.item = item
    self.words = words
  }

  var story: ReceivedStory {
    var wire = WireStory(form: NinjsFormat.name, encoding: "UTF-8", words)
    wire.story.title = headline
    fillOrigin(&wire)
    fillBody(&wire)
    fillDescriptions(&wire)
    wire.addByline(text("byline", "by"))
    fillAgencies(&wire)
    fillNotices(&wire)
    // A component is a piece of another item: without a text its headline is no story.
    if item["type"]?.string == "component", wire.story.parts.isEmpty, wire.story.lead == nil {
      wire.story.title = nil
    }
    return wire.story
  }

  // MARK: Texts

  /// A text with what it is: "main", "text/html".
  private struct Text {
    var role: String
    var type: String
    var value: String
  }

  /// `bodies[]` of generations 2 and 3, `body_*` of 1.
  private func texts(_ list: String, _ prefix: String) -> [Text] {
    var texts = [Text]()
    if case .array(let values)? = item[list] {
      for case .object(let text) in values {
        let type = (text["contentType"] ?? text["contenttype"])?.string ?? ""
        texts.append(
          Text(
            role: text["role"]?.string?.lowercased() ?? "", type: type.lowercased(),
            value: text["value"]?.string ?? ""))
      }
    }
    for member in item.members where member.key.hasPrefix(prefix) {
      guard let value = member.value.string else { continue }
      let role = member.key.dropFirst(prefix.count).lowercased()
      texts.append(Text(role: role, type: "", value: value))
    }
    return texts.filter { !$0.value.trimmingBlanks().isEmpty }
  }

  private var headline: String? {
    if let headline = item["headline"]?.string, !headline.trimmingBlanks().isEmpty {
      return MarkupText.line(headline)
    }
    let headlines = texts("headlines", "headline_")
    let main = headlines.first { $0.role == "main" } ?? headlines.first
    return main.map { MarkupText.line($0.value) }
  }

  /// Of several bodies the one whose form says most: NITF, HTML, text, an agency's own markup; of
  /// one form the longest.
  private func fillBody(_ wire: inout WireStory) {
    let bodies = texts("bodies", "body_")
    func rank(_ body: Text) -> Int {
      if Self.isNITF(body.value) { return 3 }
      if body.type.contains("html") || body.role.contains("html") { return 2 }
      let isForeign = body.type.contains("xml") || body.value.trimmingBlanks().hasPrefix("<?xml")
      return isForeign ? 0 : MarkupText.hasTags(body.value) ? 2 : 1
    }
    let sorted = bodies.map { (rank: rank($0), length: $0.value.utf8.count, body: $0) }
    guard let best = sorted.max(by: { ($0.rank, $0.length) < ($1.rank, $1.length) })?.body else {
      return
    }
    if wire.story.title == nil { wire.story.title = item["title"]?.string }
    if Self.isNITF(best.value), let tree = try? XMLTree.read(Array(best.value.utf8)) {
      return NITFStory(tree.root).fill(&wire)
    }
    let isMarkup = MarkupText.hasTags(best.value)
    let text = isMarkup ? MarkupText(html: best.value) : MarkupText(plain: best.value)
    wire.story.parts += text.parts
    wire.story.origin.removed += text.removed
    wire.dropRepeatedTitle()
  }

  private static func isNITF(_ text: String) -> Bool {
    let head = text.trimmingBlanks().prefix(400)
    return head.hasPrefix("<nitf") || (head.hasPrefix("<?xml") && head.contains("<nitf"))
  }

  /// A short text of a story is its lead, one of a picture a caption; whose it is is a credit.
  private func fillDescriptions(_ wire: inout WireStory) {
    let texts = texts("descriptions", "description_")
    let credit = texts.first { $0.role == "creditline" }.map { MarkupText.line($0.value) }
    let kind = item["type"]?.string
    let isPicture = ["picture", "graphic", "video", "audio"].contains(kind)
    let passed = ["creditline", "writer", "note", "keywords"]
    var seen = [String]()
    for text in texts where !passed.contains(text.role) {
      let line = MarkupText.line(text.value)
      guard !seen.contains(line) else { continue }
      seen.append(line)
      if isPicture || text.role.contains("caption") {
        wire.story.parts.append(.caption(line, credit: credit))
      } else if wire.story.lead == nil {
        wire.setLead(line)
      }
    }
    if wire.story.title == nil, wire.story.lead != nil || !wire.story.parts.isEmpty {
      wire.story.title = item["title"]?.string
    }
  }

  // MARK: Origin

  private func fillOrigin(_ wire: inout WireStory) {
    wire.story.language = ArticleLanguage(languageTag: text("language"))
    let uri = text("uri")
    wire.story.origin.identifier = uri
    if let uri, uri.hasPrefix("http://") || uri.hasPrefix("https://") { wire.story.url = uri }
    wire.story.origin.version = text("version")
    let version = time("versioncreated", "versionCreated")
    let first = time("firstcreated", "firstCreated") ?? version
    wire.story.origin.published = first
    wire.story.origin.updated = version == first ? nil : version
    wire.story.origin.section = names("genre", "genres").first ?? names("subject", "subjects").first
  }

  private func fillAgencies(_ wire: inout WireStory) {
    for name in names("infosource", "infosources", "infoSources") { wire.addAgency(name) }
    wire.addKnownAgency(text("copyrightholder", "copyrightHolder"))
  }

  private func fillNotices(_ wire: inout WireStory) {
    wire.addStatus(text("pubstatus", "pubStatus"))
    wire.addEmbargo(text("embargoed", "embargoedUntil"))
    wire.addNote(text("ednote", "edNote"))
    wire.addLegal(text("copyrightnotice", "copyrightNotice"))
    wire.addLegal(text("usageterms", "usageTerms"))
  }

  private func text(_ names: String...) -> String? {
    names.lazy.compactMap { item[$0]?.string }.first
  }

  private func time(_ names: String...) -> StoryTime? {
    names.lazy.compactMap { item[$0]?.string }.compactMap(FeedDate.time).first
  }

  private func names(_ lists: String...) -> [String] {
    lists.flatMap { list -> [String] in
      guard case .array(let values)? = item[list] else { return [] }
      return values.compactMap { value in
        if case .object(let named) = value { named["name"]?.string } else { nil }
      }
    }
  }
}
