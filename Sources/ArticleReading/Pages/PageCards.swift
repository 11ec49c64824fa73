/// Lists of other stories: elements of one kind beside each other, each with a headline that is a
/// link, perhaps a picture, a time and a line about the story.
struct PageCards {
  private static let fewest = 3
  private static let shortestHeadline = 16
  private static let longestCard = 600
  private static let longestText = 240

  /// The elements of all such lists.
  private(set) var nodes = Set<Int>()

  init(_ page: Page) {
    guard !page.facts.isLive else { return }
    for node in page.tree.nodes.indices where page.tree.nodes[node].tag.kind == .block {
      let linked = page.letters(in: node) - page.unlinked(in: node)
      guard linked >= Self.fewest * Self.shortestHeadline else { continue }
      let children = Self.children(of: node, in: page)
      guard children.count >= Self.fewest,
        children.lazy.filter({ Self.isCard($0, page) }).prefix(Self.fewest).count == Self.fewest
      else { continue }
      let kinds = Dictionary(grouping: children) { Self.kind(of: $0, in: page) }
      for (_, alike) in kinds where alike.count >= Self.fewest {
        let cards = alike.filter { Self.isCard($0, page) }
        let hasPosts = page.facts.isForum && alike.contains { page.roles[$0].contains(.post) }
        if !hasPosts, cards.count >= Self.fewest, cards.count * 10 >= alike.count * 7 {
          nodes.formUnion(alike)
        }
      }
      if kinds.count * 10 >= children.count * 7 { addUnlike(children, page) }
    }
  }

  /// Elements that have a class each, as some programs name them: cards where most of a tag are.
  private mutating func addUnlike(_ children: [Int], _ page: Page) {
    for (_, alike) in Dictionary(grouping: children, by: { page.tree.nodes[$0].tag.number }) {
      let cards = alike.filter { Self.isCard($0, page) }
      if cards.count >= Self.fewest, cards.count * 10 >= alike.count * 7 { nodes.formUnion(cards) }
    }
  }

  /// A number for an element's tag and class: "item item-3" is one kind with "item item-4".
  static func kind(of node: Int, in page: Page) -> UInt64 {
    var key = PageHash.adding(PageHash.seed, UInt8(page.tree.nodes[node].tag.number))
    for byte in page.tree.value(.class, of: node) ?? [] where byte &- 0x30 > 9 {
      key = PageHash.adding(key, byte)
    }
    return key
  }

  private static func children(of node: Int, in page: Page) -> [Int] {
    var children = [Int]()
    var at = node + 1
    while at < page.end(of: node) {
      let tag = page.tree.nodes[at].tag
      if tag.kind == .block, tag != .p, tag != .tr, tag != .td { children.append(at) }
      at = page.end(of: at)
    }
    return children
  }

  private static func isCard(_ node: Int, _ page: Page) -> Bool {
    let (all, own) = (page.letters(in: node), page.unlinked(in: node))
    guard all <= longestCard, own <= longestText, all - own >= shortestHeadline else {
      return false
    }
    let blocks = page.blocks(in: node)
    return blocks.count <= 12
      && blocks.contains {
        page.blocks[$0].letters >= shortestHeadline && page.blocks[$0].isLink
          && leadsAway($0, page)
      }
  }

  /// Whether a link goes to another page, not to a place in this one.
  static func leadsAway(_ block: Int, _ page: Page) -> Bool {
    page.ancestors(of: Int(page.blocks[block].first)).prefix(6).contains { node in
      guard page.tree.nodes[node].tag == .a, let address = page.tree.value(.href, of: node) else {
        return false
      }
      return address.first != 0x23
    }
  }
}
