package import ClaimModel

/// RSS 2.0 (https://www.rssboard.org/rss-specification), 0.9x and 1.0: a story an item. Elements go
/// by their full names: `media:description` is no `description`.
package enum RSSFormat: StoryFormat {
  package static let name = "rss"
  package static let summary = "an RSS feed: a story an item"
  package static let endings = [".rss", ".rdf"]
  package static let order = 40

  private static let form = "an RSS feed"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = XMLHead(bytes) else { return false }
    if head.name.lowercased() == "rss" { return true }
    return head.name == "RDF" && head.namespace == FeedSpaces.rdf
      && head.namespaces.contains { !$0.isEmpty && FeedSpaces.rss.contains($0) }
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let tree = try ReceivedInput.tree(bytes, of: input, form: form)
      let root = tree.root
      let channels = root.elements.filter { isOwn($0, "channel") }
      let holders = [root] + channels
      let items = holders.flatMap { $0.elements.filter { isOwn($0, "item") } }
      guard !items.isEmpty else {
        throw ReceivedInput.malformed(
          input, form, place: "line \(root.line)",
          channels.isEmpty ? "no <channel> in <\(root.name)>" : "no <item> in <channel>",
          remedy: "give a feed that has items")
      }
      let language = channels.lazy.compactMap(Self.language).first
      let stories = items.enumerated().map { index, item in
        ReceivedInput.Item(
          story: story(item, language: language, tree.encoding, input.words), number: index + 1)
      }
      return ReceivedInput.deliver(stories, of: input, form: form, numbered: true, body)
    } catch {
      return [error]
    }
  }

  private static func isOwn(_ element: XMLElement, _ name: String) -> Bool {
    element.name == name && FeedSpaces.rss.contains(element.namespace)
  }

  private static func language(of element: XMLElement) -> ArticleLanguage? {
    let tags =
      element.texts("language", in: FeedSpaces.rss)
      + element.texts("language", in: FeedSpaces.dublinCore)
    return ArticleLanguage(languageTag: tags.first)
  }

  private static func story(
    _ item: XMLElement, language: ArticleLanguage?, _ encoding: String, _ words: ReadingWords
  ) -> ReceivedStory {
    func own(_ name: String) -> [String] { item.texts(name, in: FeedSpaces.rss) }
    func core(_ name: String) -> [String] { item.texts(name, in: FeedSpaces.dublinCore) }
    let content = FeedBody(
      short: own("description").first.map(MarkupText.init(html:)),
      full: item.texts("encoded", in: FeedSpaces.content).first.map(MarkupText.init(html:)))
    var story = ReceivedStory(
      form: name, title: (own("title") + core("title")).first.map(MarkupText.line),
      lead: content.lead, parts: content.parts + MediaCaption.captions(of: item),
      language: Self.language(of: item) ?? language, url: url(of: item), encoding: encoding)
    story.origin.authors = FeedNames.authors(core("creator") + own("author"))
    story.origin.published =
      (own("pubDate") + core("date") + item.texts("issued", in: FeedSpaces.dublinTerms)
      + item.texts("created", in: FeedSpaces.dublinTerms)).lazy.compactMap(FeedDate.time).first
    story.origin.updated =
      (item.texts("modified", in: FeedSpaces.dublinTerms)
      + item.texts("updated", in: FeedSpaces.atom)).lazy.compactMap(FeedDate.time).first
    story.origin.section = (own("category") + core("subject")).first.map(MarkupText.line)
    story.origin.identifier =
      own("guid").first ?? core("identifier").first ?? item["about", in: FeedSpaces.rdf]
    story.origin.agencies = own("source").compactMap { FeedNames.agency($0, words.agencies) }
    story.origin.removed = content.removed?.removed ?? []
    return story
  }

  /// The link, else a GUID that is one: it is unless it says that it is not.
  private static func url(of item: XMLElement) -> String? {
    let links =
      item.texts("origLink", in: FeedSpaces.feedburner) + item.texts("link", in: FeedSpaces.rss)
    if let link = links.first { return link }
    let alternate = item.all("link", in: FeedSpaces.atom).first {
      ($0["rel"] ?? "alternate") == "alternate"
    }
    if let link = alternate?["href"] { return link }
    let guid = item.elements.first { isOwn($0, "guid") }
    guard let guid, guid["isPermaLink"]?.lowercased() != "false" else { return nil }
    let text = guid.text.trimmingBlanks()
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? String(text) : nil
  }
}
