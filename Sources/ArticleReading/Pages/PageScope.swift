internal import ClaimModel

/// Where on a page the story stands, and why other blocks are no part of it.
struct PageScope {
  /// The element that holds the paragraphs, and the one around it that holds the headline as well.
  let container: Int
  let story: Int
  /// The thread whose first post it is, and the block behind that post.
  let thread: PageThread?
  let end: Int
  /// Why a block is left out; nil where nothing says so.
  private(set) var causes: [RemovedText.Cause?]
  private let page: Page

  var isThread: Bool { thread != nil }

  /// Share of the prose that an element must hold for the search to go on in it.
  private static let share = 80

  /// Nil where no prose stands on the page.
  init?(_ page: Page, title: PageTitle.Found?) {
    self.page = page
    var reader = CauseReader(page: page, title: title?.blocks.first)
    causes = reader.causes()
    guard let container = Self.container(page, causes) else { return nil }
    thread = PageThread(page, around: container)
    let post = thread?.post
    end = post.map { page.blocks(in: $0).upperBound } ?? page.blocks.count
    let inner = thread?.body ?? container
    self.container = inner
    let node = title.flatMap(\.blocks.first).map { Int(page.blocks[$0].first) }
    story = node.map { page.common(post ?? inner, $0) } ?? post ?? inner
    markLinks()
  }

  // MARK: Where

  private static func container(_ page: Page, _ causes: [RemovedText.Cause?]) -> Int? {
    var weights = [Int](repeating: 0, count: page.tree.nodes.count)
    var total = 0
    for (index, block) in page.blocks.enumerated()
    where causes[index] == nil && Page.isProse(block) {
      total += block.letters
      for node in page.ancestors(of: Int(block.element)) { weights[node] += block.letters }
    }
    guard total > 0 else { return fallback(page, causes) }
    var node = page.tree.nodes.indices.first { weights[$0] > 0 } ?? 0
    while let child = children(of: node, in: page).first(where: {
      weights[$0] * 100 >= total * share
    }) {
      if page.tree.nodes[child].tag == .p || page.blocks(in: child).count < 2 { break }
      node = child
    }
    return named(page, weights, total, in: node) ?? node
  }

  /// The element that the page itself calls the article's body, by schema.org's name.
  private static func named(_ page: Page, _ weights: [Int], _ total: Int, in outer: Int) -> Int? {
    (outer..<page.end(of: outer)).first { node in
      guard weights[node] * 2 >= total else { return false }
      let names: [PageAttributeName] = [.itemprop, .name]
      return names.contains {
        page.tree.string($0, of: node)?.lowercased().contains("articlebody") == true
      }
    }
  }

  static func children(of node: Int, in page: Page) -> [Int] {
    var children = [Int]()
    var at = node + 1
    while at < page.end(of: node) {
      if page.tree.nodes[at].tag != .text { children.append(at) }
      at = page.end(of: at)
    }
    return children
  }

  /// A page of short texts alone: what its element for the body holds, else its sentences.
  private static func fallback(_ page: Page, _ causes: [RemovedText.Cause?]) -> Int? {
    page.tree.nodes.indices.first { node in
      page.roles[node].contains(.body)
        && page.blocks(in: node).contains { causes[$0] == nil && page.blocks[$0].letters > 20 }
    } ?? sentences(page, causes)
  }

  /// The element around all short sentences, where they are most of what the page says: "<div><p>Hai
  /// ghe chìm ở Bãi Dài.</p>"
  private static func sentences(_ page: Page, _ causes: [RemovedText.Cause?]) -> Int? {
    let found = page.blocks.indices.filter { causes[$0] == nil && isSentence($0, page) }
    guard let first = found.first, let last = found.last else { return nil }
    let letters = found.reduce(0) { $0 + page.blocks[$1].letters }
    guard letters * 2 >= page.unlinked(in: 0) else { return nil }
    let node = page.common(Int(page.blocks[first].element), Int(page.blocks[last].element))
    return page.tree.nodes[node].tag == .p ? max(0, page.parent(of: node)) : node
  }

  static func isSentence(_ index: Int, _ page: Page) -> Bool {
    let block = page.blocks[index]
    guard !block.isPicture, block.letters >= 12, block.linked == 0, block.heading == 0,
      block.caption < 0, var end = page.bytes(index).last
    else { return false }
    // "….”" and `….”`: the last byte of the mark stands for it.
    if end == 0x22 || end == 0x9D || end == 0x29 { end = 0x2E }
    return end == 0x2E || end == 0x21 || end == 0x3F
  }

  // MARK: Boxes of links

  /// Blocks that are links, with the box around each.
  private mutating func markLinks() {
    let range = page.blocks(in: container)
    for index in range where causes[index] == nil {
      let block = page.blocks[index]
      guard !block.isPicture, isTeaser(block) else { continue }
      causes[index] = .related
      guard isBox(Int(block.element)) else { continue }
      for other in page.blocks(in: box(around: Int(block.element))) where causes[other] == nil {
        causes[other] = .related
      }
    }
    markLabelled(range)
    guard !isThread, let rest = PageTail(page: page, causes: causes, blocks: range).rest() else {
      return
    }
    for index in rest.start..<range.upperBound
    where causes[index] == nil && !isByline(index) {
      causes[index] = rest.cause
    }
  }

  /// Below the story too a line may say whose it is.
  private func isByline(_ index: Int) -> Bool {
    guard page.blocks[index].letters < 160 else { return false }
    return !page.roles(around: index).isDisjoint(with: [.byline, .source])
      || page.signOff(page.string(index))?.isCertain == true
  }

  private func isTeaser(_ block: PageBlock) -> Bool {
    guard block.caption < 0, !block.isRow, block.letters > 0 else { return false }
    if PageStamp.isMoment(page.text[block.text]) { return false }
    return block.isLink || block.linked * 10 >= block.letters * 6 && block.letters < 240
  }

  /// The outermost element around a link that holds no prose.
  private func box(around node: Int) -> Int {
    var box = node
    while box != container, page.parent(of: box) != container, page.parent(of: box) > container {
      let parent = page.parent(of: box)
      guard isBox(parent) else { break }
      box = parent
    }
    return box
  }

  private func isBox(_ node: Int) -> Bool {
    page.unlinked(in: node) < 150 && page.prose(in: node) == 0
  }

  /// "Xem thêm", "Related": the box that it heads, or the links that follow.
  private mutating func markLabelled(_ range: Range<Int>) {
    var isOpen: RemovedText.Cause?
    var kinds = Set<UInt64>()
    for index in range {
      let block = page.blocks[index]
      if block.isPicture { continue }
      if let label = label(index), let cause = label.cause, causes[index] == nil {
        // "More from Ann Poe", "Written by Ann Poe" as a heading.
        let isNamed = block.heading > 0 && label.count >= 2 && block.letters < 60
        // "Sign up for our morning briefing"
        let isOffer = cause == .subscription && label.count >= 3 && block.letters < 60
        if label.isAlone || label.isHead && block.linked > 0 || isOffer && block.isBold
          || isNamed && (cause == .related || cause == .authorBox)
        {
          isOpen = cause == .related || cause == .comments ? cause : isOpen
          mark(boxHeaded(by: index), cause)
          causes[index] = cause
          continue
        }
      }
      let kind = PageTail.kind(of: index, in: page)
      guard let cause = isOpen else {
        if causes[index] == nil, Page.isProse(block) { kinds.insert(kind) }
        continue
      }
      // What readers say stands in elements that the story has not.
      let isSaid = cause == .comments && !kinds.isEmpty && !kinds.contains(kind)
      if causes[index] == nil, !isSaid,
        Page.isProse(block) || block.linked == 0 && block.letters > 40
      {
        isOpen = nil
      } else {
        causes[index] = causes[index] ?? cause
      }
    }
  }

  private mutating func mark(_ box: Int?, _ cause: RemovedText.Cause) {
    guard let box else { return }
    for index in page.blocks(in: box) where causes[index] == nil { causes[index] = cause }
  }

  /// The outermost element that begins with a block and holds little prose.
  private func boxHeaded(by index: Int) -> Int? {
    var box: Int?
    let total = max(1, page.prose(in: container))
    for node in page.ancestors(of: Int(page.blocks[index].element), below: container) {
      let least = page.blocks[index].heading > 0 ? 2 : 4
      guard page.blocks(in: node).first(where: { !page.blocks[$0].isPicture }) == index,
        page.prose(in: node) * least < total
      else { break }
      box = node
    }
    return box
  }

  func label(_ index: Int) -> PageLabels? { page.label(index) }
}

/// Reads from an element's roles why it is no part of the story, for all in it.
private struct CauseReader {
  let page: Page
  let title: Int?
  private var nodes: [RemovedText.Cause?]

  init(page: Page, title: Int?) {
    self.page = page
    self.title = title
    nodes = []
  }

  mutating func causes() -> [RemovedText.Cause?] {
    let total = max(1, page.prose(in: 0))
    nodes = [RemovedText.Cause?](repeating: nil, count: page.tree.nodes.count)
    let cards = PageCards(page).nodes
    for node in page.tree.nodes.indices where page.tree.nodes[node].tag != .text {
      let parent = page.parent(of: node)
      if parent >= 0, let cause = nodes[parent] {
        nodes[node] = cause
      } else {
        nodes[node] = cards.contains(node) && !isTitle(node) ? .related : cause(of: node, total)
      }
    }
    return page.blocks.map { nodes[Int($0.element)] }
  }

  private func cause(of node: Int, _ total: Int) -> RemovedText.Cause? {
    let roles = page.roles[node]
    guard let cause = roles.cause, page.tree.nodes[node].tag.kind == .block else { return nil }
    if isTitle(node) { return nil }
    let prose = page.prose(in: node)
    if roles.contains(.body), prose * 4 >= total { return nil }
    let tag = page.tree.nodes[node].tag
    if tag == .p, prose > 0, Self.isSoft(cause) { return nil }
    // "edTag" of a subheading.
    if tag.headingLevel > 1, cause == .navigation, roles.contains(.tags),
      page.unlinked(in: node) == page.letters(in: node)
    {
      return nil
    }
    if cause == .comments, isThread(node, prose) { return nil }
    let most = cause == .comments ? 85 : 45
    if prose * 100 > total * most { return nil }
    if !roles.isDisjoint(with: [.lead, .caption, .figure]), Self.isSoft(cause) { return nil }
    return cause
  }

  /// Posts that no story stands before: a thread, not what readers say below one.
  private func isThread(_ node: Int, _ prose: Int) -> Bool {
    page.prose(before: node) * 10 < prose
      && (node..<page.end(of: node)).contains { page.roles[$0].contains(.post) }
  }

  private func isTitle(_ node: Int) -> Bool {
    title.map { page.blocks(in: node).contains($0) } ?? false
  }

  /// Words that elements of a story have as well: "tools", "tag", "contact".
  private static func isSoft(_ cause: RemovedText.Cause) -> Bool {
    ![.comments, .advertisement, .subscription, .hidden, .related].contains(cause)
  }
}
