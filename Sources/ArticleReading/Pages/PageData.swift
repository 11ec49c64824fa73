internal import ClaimModel
internal import JSONText

/// The story of a page that only scripts show: what its JSON holds.
enum PageData {
  private static let longestBlock = 16 << 20
  private static let shortest = 200
  private static let deepest = 24
  private static let keys: Set<String> = [
    "articlebody", "body", "content", "contents", "html", "text", "paragraphs", "blocks",
    "bodyhtml",
    "contenthtml", "body_html", "content_html", "storybody", "fulltext", "main", "elements",
    "noidung",
    "components", "articlecontent", "bodytext", "maincontent", "rendered",
  ]

  static func story(
    _ page: Page, data: [UnsafeBufferPointer<UInt8>], form: String, encoding: String
  ) -> ReceivedStory? {
    var best = page.facts.text.map { [$0] } ?? []
    for block in data where block.count <= longestBlock {
      guard let value = try? JSONReader.read(block, keepsFirstOfTwins: true) else { continue }
      var found = [[String]]()
      search(value, key: "", depth: 0, &found)
      for texts in found where size(texts) > size(best) { best = texts }
    }
    let updates = page.facts.updates
    let isLive = updates.reduce(0) { $0 + $1.text.utf8.count } > size(best)
    if isLive { best = updates.map(\.text) }
    guard size(best) >= shortest else { return nil }
    var story = ReceivedStory(form: form, encoding: encoding)
    story.partsAreGiven = true
    story.title = PageTitle(page: page).found()?.text
    var times = PageTimes()
    times.finish(page)
    (story.origin.published, story.origin.updated) = (times.published, times.updated)
    if isLive {
      add(updates, to: &story)
    } else {
      story.parts = best.flatMap(paragraphs).map { .paragraph($0) }
    }
    var people = PageAuthors()
    people.sites = PageNames(page)
    story.origin.authors = people.finished(page)
    story.publishers = people.sites.all
    story.origin.section = page.facts.section
    story.url = page.facts.canonical ?? page.facts.url
    return story
  }

  /// An entry of each update: its headline and its text.
  private static func add(_ updates: [JSONLinked.Update], to story: inout ReceivedStory) {
    for update in updates {
      let texts = [update.headline].compactMap { $0 } + paragraphs(update.text)
      let first = story.parts.count
      story.parts += texts.map { .paragraph($0) }
      guard story.parts.count > first, let time = StoryTime(iso: update.published) else { continue }
      let zone = story.origin.published?.zone ?? time.zone ?? 0
      story.entries.append(
        ReceivedStory.Entry(
          parts: first..<story.parts.count, time: time.moved(toZone: zone), words: ""))
    }
  }

  static func length(_ story: ReceivedStory) -> Int {
    story.parts.reduce(0) { if case .paragraph(let text) = $1 { $0 + text.utf8.count } else { $0 } }
  }

  private static func size(_ texts: [String]) -> Int { texts.reduce(0) { $0 + $1.utf8.count } }

  /// Texts of members that hold bodies: one text, or a list of paragraphs.
  private static func search(
    _ value: JSONValue, key: String, depth: Int, _ found: inout [[String]]
  ) {
    guard depth < deepest, found.count < 1000 else { return }
    switch value {
    case .string(let text): if keys.contains(key.lowercased()) { found.append([text]) }
    case .array(let items):
      if keys.contains(key.lowercased()) {
        let texts = items.compactMap(paragraph)
        if !texts.isEmpty { found.append(texts) }
      }
      for item in items { search(item, key: "", depth: depth + 1, &found) }
    case .object(let object):
      for member in object.members {
        search(member.value, key: member.key, depth: depth + 1, &found)
      }
    default: break
    }
  }

  /// "…" or {"type":"text","value":"…"} in a list of paragraphs.
  private static func paragraph(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): return text
    case .object(let object):
      for key in ["text", "content", "value", "html", "body", "paragraph"] {
        if case .string(let text)? = object[key] { return text }
      }
      return nil
    default: return nil
    }
  }

  /// Of a text, its lines; of one with tags, its blocks.
  private static func paragraphs(_ text: String) -> [String] {
    guard text.contains("<"), text.contains(">") else {
      return text.split(whereSeparator: \.isNewline).map { PageFacts.plain(String($0)) }.filter {
        !$0.isEmpty
      }
    }
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard let tree = try? PageTree(PageScanner(bytes)) else { return [] }
      let cut = PageBlocks(tree, roles: PageRoles.all(of: tree))
      return cut.blocks.filter { !$0.isPicture && $0.letters > 0 && !$0.isLink && $0.caption < 0 }
        .map { String(decoding: cut.text[$0.text], as: UTF8.self) }
    }
  }
}
