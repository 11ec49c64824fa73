internal import ClaimModel

/// The stories of a NewsItem: a text with the pictures beside it, or one in several languages.
struct NewsML1Item {
  private let item: XMLElement
  private let encoding: String
  private let words: ReadingWords

  init(_ item: XMLElement, encoding: String, _ words: ReadingWords) {
    self.item = item
    self.encoding = encoding
    self.words = words
  }

  /// A component that has a headline, or a text, of its own.
  private struct Component {
    var element: XMLElement
    var headline: String?
    var language: String?
    var isPicture: Bool
    var text: WireStory
    var length: Int
  }

  /// Bytes of a text that is a story of its own beside another one.
  private static let ownLength = 300

  var stories: [ReceivedStory] {
    var components = [Component]()
    collect(item, nil, &components)
    // Renditions of one text have one headline: the longest counts.
    let texts = components.filter { !$0.isPicture && $0.length > 0 }
    guard let main = texts.first else {
      return [finished(WireStory(form: NewsML1Format.name, encoding: encoding, words), item, nil)]
    }
    var chosen = [best(of: texts, like: main)]
    for text in texts where text.length >= Self.ownLength {
      if !chosen.contains(where: { $0.headline == text.headline && $0.language == text.language }) {
        chosen.append(best(of: texts, like: text))
      }
    }
    let captions = components.filter { $0.isPicture && $0.length > 0 }
    return chosen.enumerated().map { index, component in
      var wire = component.text
      if index == 0 {
        for caption in captions {
          let text = caption.text.story.parts.map(\.text).joined(separator: " ")
          wire.story.parts.append(.caption(text, credit: nil))
        }
      }
      wire.story.title = component.headline
      wire.dropRepeatedTitle()
      return finished(wire, component.element, component.language)
    }
  }

  private func best(of texts: [Component], like one: Component) -> Component {
    texts.filter { $0.headline == one.headline && $0.language == one.language }
      .max { $0.length < $1.length } ?? one
  }

  /// Components in components hand their headline and language down.
  private func collect(_ parent: XMLElement, _ above: Component?, _ all: inout [Component]) {
    for element in parent.all("NewsComponent") {
      let lines = element.first("NewsLines")
      let headline = lines?.first("HeadLine").map { line($0) }.flatMap { $0.isEmpty ? nil : $0 }
      let described = element.first("DescriptiveMetadata")?.first("Language")?["FormalName"]
      let role = element.first("Role")?["FormalName"]?.lowercased() ?? ""
      let media = element.first("ContentItem")?.first("MediaType")?["FormalName"]?.lowercased()
      var component = Component(
        element: headline == nil ? above?.element ?? element : element,
        headline: headline ?? above?.headline, language: described ?? above?.language,
        isPicture: role.contains("caption") || (media ?? "text") != "text",
        text: WireStory(form: NewsML1Format.name, encoding: encoding, words), length: 0)
      for content in element.all("ContentItem") { fill(content, &component.text) }
      component.length = component.text.story.parts.reduce(0) { $0 + $1.text.utf8.count }
      all.append(component)
      collect(element, component, &all)
    }
  }

  private func fill(_ content: XMLElement, _ wire: inout WireStory) {
    guard let data = content.first("DataContent"), content.first("Encoding") == nil else { return }
    if let nitf = data.first("nitf") { return NITFStory(nitf).fill(&wire) }
    if data.elements.contains(where: { _ in true }) {
      // The body of an XHTML document, or paragraphs by themselves.
      let text = MarkupText(data.first("html")?.first("body") ?? data)
      wire.story.parts += text.parts
      wire.story.origin.removed += text.removed
    } else if MarkupText.hasTags(data.text) {
      wire.story.parts += MarkupText(html: data.text).parts
    } else {
      wire.story.parts += PlainParagraphs.of(data.text).map { .paragraph($0) }
    }
  }

  // MARK: What is said of it

  private func finished(
    _ filled: WireStory, _ component: XMLElement, _ language: String?
  ) -> ReceivedStory {
    var wire = filled
    let lines = component.first("NewsLines")
    wire.story.title = wire.story.title ?? lines?.first("HeadLine").map { line($0) }
    wire.setLead(lines?.first("SubHeadLine").map { line($0) })
    wire.addDateline(lines?.first("DateLine").map { line($0) })
    wire.addByline(lines?.first("ByLine").map { line($0) })
    wire.addLegal(lines?.first("CopyrightLine").map { line($0) })
    wire.addKnownAgency(lines?.first("CreditLine").map { line($0) })
    wire.story.language = ArticleLanguage(languageTag: language)
    let top = item.first("NewsComponent")
    let holders = [component, top].compactMap { $0?.first("AdministrativeMetadata") }
    for holder in holders {
      for party in holder.all("Source") + holder.all("Provider") { wire.addAgency(name(party)) }
      for creator in holder.all("Creator") { wire.addCreator(name(creator)) }
    }
    fillManagement(&wire)
    return wire.story
  }

  private func fillManagement(_ wire: inout WireStory) {
    let identifier = item.first("Identification")?.first("NewsIdentifier")
    wire.story.origin.identifier =
      identifier?.first("PublicIdentifier").map { line($0) } ?? wire.story.origin.identifier
    wire.story.origin.version =
      identifier?.first("RevisionId").map { line($0) } ?? wire.story.origin.version
    guard let management = item.first("NewsManagement") else { return }
    let first = time(management, "FirstCreated")
    let revised = time(management, "ThisRevisionCreated")
    wire.story.origin.published = first ?? revised ?? wire.story.origin.published
    wire.story.origin.updated = revised == first ? nil : revised
    let status = management.first("Status")?["FormalName"]
    wire.addStatus(status)
    let change = management.first("StatusWillChange")?.first("DateAndTime")
    if status?.lowercased() == "embargoed" { wire.addEmbargo(change.map { line($0) } ?? "") }
    for instruction in management.all("Instruction") { wire.addNote(instruction["FormalName"]) }
    for update in item.all("Update") { wire.addNote(line(update)) }
  }

  private func name(_ role: XMLElement) -> String? { role.first("Party")?["FormalName"] }

  private func time(_ parent: XMLElement, _ name: String) -> StoryTime? {
    parent.first(name).flatMap { FeedDate.time($0.text) }
  }

  private func line(_ element: XMLElement) -> String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
