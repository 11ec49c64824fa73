package import ClaimModel

/// Atom 1.0 (RFC 4287) and 0.3: a story an entry.
package enum AtomFormat: StoryFormat {
  package static let name = "atom"
  package static let summary = "an Atom feed: a story an entry"
  package static let endings = [".atom"]
  package static let order = 41

  private static let form = "an Atom feed"
  private static let spaces = [FeedSpaces.atom, FeedSpaces.oldAtom]

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = XMLHead(bytes) else { return false }
    return (head.name == "feed" || head.name == "entry") && spaces.contains(head.namespace)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let tree = try ReceivedInput.tree(bytes, of: input, form: form)
      let root = tree.root
      let entries =
        root.name == "entry" ? [root] : root.elements.filter { isOwn($0, "entry") }
      guard !entries.isEmpty else {
        throw ReceivedInput.malformed(
          input, form, place: "line \(root.line)", "no <entry> in <\(root.name)>",
          remedy: "give a feed that has entries")
      }
      let deleted = root.all("deleted-entry", in: FeedSpaces.tombstones).count
      if deleted > 0 { input.told("\(deleted) entries deleted by the publisher, left out") }
      let stories = entries.enumerated().map { index, entry in
        ReceivedInput.Item(
          story: AtomEntry(entry, in: root, encoding: tree.encoding).story, number: index + 1)
      }
      return ReceivedInput.deliver(stories, of: input, form: form, numbered: true, body)
    } catch {
      return [error]
    }
  }

  fileprivate static func isOwn(_ element: XMLElement, _ name: String) -> Bool {
    element.name == name && spaces.contains(element.namespace)
  }

  fileprivate static func own(_ name: String, of element: XMLElement) -> [XMLElement] {
    element.elements.filter { isOwn($0, name) }
  }
}

/// One entry of a feed.
private struct AtomEntry {
  let entry: XMLElement
  let feed: XMLElement
  let encoding: String

  init(_ entry: XMLElement, in feed: XMLElement, encoding: String) {
    self.entry = entry
    self.feed = feed
    self.encoding = encoding
  }

  var story: ReceivedStory {
    let content = FeedBody(short: text("summary"), full: text("content"))
    var story = ReceivedStory(
      form: AtomFormat.name, title: text("title").map { $0.text }, lead: content.lead,
      parts: content.parts + MediaCaption.captions(of: entry), language: language, url: url,
      encoding: encoding)
    story.origin.authors = authors
    story.origin.published = time(["published", "issued", "created"])
    story.origin.updated = time(["updated", "modified"])
    let category = AtomFormat.own("category", of: entry).first
    story.origin.section = category.flatMap { $0["label"] ?? $0["term"] }
    story.origin.identifier = AtomFormat.own("id", of: entry).first.map {
      String($0.text.trimmingBlanks())
    }
    story.origin.removed = content.removed?.removed ?? []
    return story
  }

  /// A text construct (RFC 4287 section 3.1): text, HTML or XHTML. Text that has tags is HTML all
  /// the same; Atom 0.3 says it by `mode`.
  private func text(_ name: String) -> MarkupText? {
    guard let element = AtomFormat.own(name, of: entry).first, element["src"] == nil else {
      return nil
    }
    let isTree = element.elements.contains { _ in true }
    let text = isTree ? MarkupText(element) : MarkupText(html: element.text)
    return text.parts.isEmpty ? nil : text
  }

  private var language: ArticleLanguage? {
    ArticleLanguage(
      languageTag: entry["lang", in: XMLTree.xmlSpace] ?? feed["lang", in: XMLTree.xmlSpace])
  }

  /// Of the entry, else of the feed that it was taken from, else of this feed.
  private var authors: [String] {
    let sources = AtomFormat.own("source", of: entry)
    for holder in [entry] + sources + [feed] {
      let names = AtomFormat.own("author", of: holder).compactMap { author in
        AtomFormat.own("name", of: author).first?.text
          ?? AtomFormat.own("email", of: author).first?.text
      }
      let found = FeedNames.authors(names)
      if !found.isEmpty { return found }
    }
    return FeedNames.authors(entry.texts("creator", in: FeedSpaces.dublinCore))
  }

  private func time(_ names: [String]) -> StoryTime? {
    names.lazy.flatMap { AtomFormat.own($0, of: entry) }
      .compactMap { FeedDate.time($0.text) }.first
  }

  private var url: String? {
    let links = AtomFormat.own("link", of: entry)
    let link =
      links.first { ($0["rel"] ?? "alternate") == "alternate" }
      ?? links.first {
        $0["rel"] == "self"
      }
    guard let href = link?["href"]?.trimmingBlanks() else { return nil }
    guard href.hasPrefix("/"), !href.hasPrefix("//"),
      let base = entry["base", in: XMLTree.xmlSpace] ?? feed["base", in: XMLTree.xmlSpace]
    else { return String(href) }
    // "https://a.example/feed/" and "/b" → "https://a.example/b"
    let pieces = base.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return pieces.count < 3 ? String(href) : pieces[..<3].joined(separator: "/") + href
  }
}
