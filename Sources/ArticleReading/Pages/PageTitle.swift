/// Finds the headline that a page shows.
struct PageTitle {
  let page: Page

  struct Found {
    var text: String
    /// The blocks it stands in; empty where only metadata have it.
    var blocks: Range<Int>
  }

  private static let longest = 400
  private static let shortest = 8
  /// What a text that is the same as a headline of the metadata gets.
  private static let mostLikeness = 9
  private static let labels = PhraseBook(embedded: "page-labels.tsv")

  /// The block that is most likely the headline, else that of the metadata.
  func found() -> Found? {
    let given = page.facts.titles.map { PageText($0) }
    let document = PageText(page.facts.documentTitle ?? "")
    var best: (score: Int, block: Int)?
    for block in page.blocks.indices {
      let least = best?.score ?? 4
      guard let score = score(block, given, document, above: least), score > least else { continue }
      best = (score, block)
    }
    guard let best else { return fromFacts() }
    let blocks = whole(best.block)
    let text = blocks.map(withoutLabel).joined(separator: " ")
    return Found(text: Self.plain(text), blocks: blocks)
  }

  /// How much a block looks like the headline; nil where it cannot be one, or cannot have more
  /// than `least`.
  private func score(
    _ index: Int, _ given: [PageText], _ document: PageText, above least: Int
  ) -> Int? {
    let block = page.blocks[index]
    guard !block.isPicture, block.letters >= 4, block.letters <= Self.longest, !block.isRow else {
      return nil
    }
    let isHeading = block.heading > 0
    let roles = page.roles(around: index, most: 1)
    let isMarked = isHeading || roles.contains(.title) || block.isBold || block.isCentred
    guard isMarked || given.contains(where: { near($0, block.letters) }) || isLarge(block) else {
      return nil
    }
    var score = isHeading ? (block.heading == 1 ? 7 : 2) : 0
    if roles.contains(.title) { score += isHeading ? 2 : 5 }
    let isSetApart = block.isCentred || !isHeading && roles.contains(.title)
    if isSetApart, block.isBold { score += 2 }
    if !isHeading, isLarge(block) { score += 5 }
    if block.isLink { score -= leadsHome(block) ? 10 : 5 }
    if block.caption >= 0 { score -= 5 }
    if !roles.isDisjoint(with: [.lead, .label, .section]), !roles.contains(.title) { score -= 3 }
    score -= outside(block)
    guard score + Self.mostLikeness > least else { return nil }
    let text = page.words(index)
    score += likeness(text, given, document)
    // A rubric: "Tin tức sự kiện".
    if !isHeading, text.words.count < 5, !given.contains(text) { score -= 6 }
    return score
  }

  /// `<font size="+2">`, `style="font-size:28px"`: larger letters than those of a text.
  private func isLarge(_ block: PageBlock) -> Bool {
    guard block.letters >= Self.shortest, block.letters <= 240 else { return false }
    return page.ancestors(of: page.parent(of: Int(block.first))).prefix(5).contains { node in
      guard page.tree.nodes[node].count > 0, page.holds(node, Int(block.last)),
        page.letters(in: node) <= block.letters * 2
      else { return false }
      if let size = page.tree.string(.size, of: node), let number = Int(size.filter(\.isNumber)) {
        return size.hasPrefix("+") ? number >= 2 : number >= (block.isBold ? 4 : 5) && number <= 7
      }
      return page.tree.value(.style, of: node).map {
        PageStyle.isLarge($0, isBold: block.isBold)
      } ?? false
    }
  }

  /// Headlines of other stories, and of the site itself, stand in elements of their own.
  private func outside(_ block: PageBlock) -> Int {
    var roles: PageRoles = []
    for node in page.ancestors(of: Int(block.element)) where page.prose(in: node) < 400 {
      roles.formUnion(page.roles[node])
    }
    let foreign: PageRoles = [
      .related, .comments, .navigation, .advertisement, .subscription, .widget,
    ]
    return roles.isDisjoint(with: foreign) ? 0 : block.heading == 1 ? 3 : 7
  }

  /// Whether a block is a link to the site's start.
  private func leadsHome(_ block: PageBlock) -> Bool {
    page.ancestors(of: Int(block.first)).prefix(6).contains { node in
      guard page.tree.nodes[node].tag == .a, let address = page.tree.value(.href, of: node) else {
        return false
      }
      return address.withUnsafeBufferPointer(Self.isHome)
    }
  }

  /// "/", "https://a.example/"
  private static func isHome(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    var steps = 0
    var isInside = false
    var isWhole = false
    for (at, byte) in address.enumerated() {
      if byte != 0x2F, !isInside { steps += 1 }
      isInside = byte != 0x2F
      if !isInside, at > 1, address[at - 1] == 0x2F, address[at - 2] == 0x3A { isWhole = true }
    }
    return steps == 0 || isWhole && steps == 2
  }

  private func near(_ text: PageText, _ letters: Int) -> Bool {
    text.letters * 2 > letters && text.letters < letters * 2
  }

  private func likeness(_ text: PageText, _ given: [PageText], _ document: PageText) -> Int {
    guard text.letters >= Self.shortest else { return given.contains(text) ? 4 : 0 }
    if given.contains(text) || document == text { return Self.mostLikeness }
    if document.holds(text), text.letters * 10 >= document.letters * 3 { return 7 }
    let parts = given.contains {
      $0.holds(text) && text.letters * 2 >= $0.letters
        || text.holds($0) && $0.letters * 2 >= text.letters
    }
    if parts { return 6 }
    return text.holds(document) && document.letters >= 16 ? 5 : 0
  }

  /// All blocks of the same heading: some sites part a headline's lines.
  private func whole(_ block: Int) -> Range<Int> {
    for node in page.ancestors(of: Int(page.blocks[block].element))
    where page.tree.nodes[node].tag == .h1 {
      let blocks = page.blocks(in: node)
      guard blocks.contains(block), page.letters(in: node) <= Self.longest else { continue }
      // "Chủ đề:" in front of it, in an element of its own.
      let isLabelled =
        blocks.count > 1 && page.roles(around: block, most: 0).contains(.title)
        && page.letters(in: node) < page.blocks[block].letters + 14
      return isLabelled ? block..<(block + 1) : blocks
    }
    return block..<(block + 1)
  }

  /// A headline's text without a badge in it: `<span class="badge">LIVE</span> Valdoria votes`.
  private func withoutLabel(_ index: Int) -> String {
    let block = page.blocks[index]
    var out = [UInt8]()
    for node in Int(block.first)...Int(block.last) where page.tree.nodes[node].tag == .text {
      let parent = page.parent(of: node)
      let isBadge = parent > Int(block.element) && page.roles[parent].contains(.label)
      if !isBadge { out += page.tree.text(of: node) }
    }
    return page.isOff(in: index) || !out.contains { $0 > 0x20 }
      ? page.string(index) : String(decoding: out, as: UTF8.self)
  }

  /// "Trực tiếp: Bão số 4", "Storm – as it happened"
  static func isLive(_ title: String) -> Bool {
    let text = withoutSite(title, [])
    return plain(title) != title || plain(text) != text
  }

  private func fromFacts() -> Found? {
    let sites = page.facts.sites.map { PageText($0) }
    guard let title = page.facts.titles.first ?? page.facts.documentTitle, !title.isEmpty else {
      return nil
    }
    return Found(text: Self.plain(Self.withoutSite(title, sites)), blocks: 0..<0)
  }

  /// "Headline | Rubric - Site" → "Headline": where a part is the site's name, it and what is
  /// behind it go.
  static func withoutSite(_ title: String, _ sites: [PageText]) -> String {
    for mark in [" | ", " – ", " — ", " - ", " » ", " :: "] {
      let parts = title.split(separator: mark)
      guard parts.count > 1 else { continue }
      let last = PageText(parts[parts.count - 1])
      let isSite =
        sites.contains(last) || mark == " | " || last.letters * 3 < PageText(title).letters
      if isSite { return parts.dropLast().joined(separator: mark) }
    }
    return title
  }

  /// Without a label: "Trực tiếp: Bão số 4" → "Bão số 4"; "Storm – as it happened" → "Storm".
  static func plain(_ title: String) -> String {
    var text = title
    return text.withUTF8 { bytes in
      let words = WordScanner(bytes: bytes).words(from: 0, to: bytes.count, limit: 80)
      guard let first = words.first else { return title }
      var (start, end) = (first.start, bytes.count)
      if let (role, count) = labels.match(words, at: 0, roles: ["live"]), role == "live",
        count < words.count, [0x3A, 0x7C, 0x2D, 0x2013, 0x2014].contains(words[count].scalar),
        words[count].kind == .punctuation, count + 1 < words.count
      {
        start = words[count + 1].start
      }
      for at in words.indices.dropFirst(2).reversed() where words[at - 1].kind == .punctuation {
        guard let (_, count) = labels.match(words, at: at, roles: ["live"]), count > 1,
          at + count == words.count
        else { continue }
        end = words[at - 2].end
        break
      }
      return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : title
    }
  }
}
