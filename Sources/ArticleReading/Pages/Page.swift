internal import ClaimModel
internal import Lexicons

/// A page as its readers share it: tree, what its elements say they are, its blocks, and how much
/// prose stands where.
final class Page {
  let tree: PageTree
  let facts: PageFacts
  let roles: [PageRoles]
  let blocks: [PageBlock]
  let text: [UInt8]
  let hidden: [HiddenText]
  let agencies: AgencyRegistry
  /// What else was left out before there were blocks.
  let scripts: Int

  // Several rules in turn ask of one line whether it is a sign-off or says a day.
  private var lastSign = LastLine<PageAuthors.Sign?>(nil)
  private var lastDate = LastLine<PageDateLine?>(nil)
  /// The labels that blocks begin with, of those that were asked for.
  private var labels = [PageLabels??]()

  /// Up to node `n`: bytes of prose, of all text, and of text that is no link.
  private let prose: [Int32]
  private let letters: [Int32]
  private let unlinked: [Int32]
  /// The first block at or behind node `n`.
  private let blockAt: [Int32]

  static let shortestProse = 60

  init(
    tree: PageTree, facts: PageFacts, roles: [PageRoles], agencies: AgencyRegistry, scripts: Int
  ) {
    let cut = PageBlocks(tree, roles: roles)
    self.tree = tree
    self.facts = facts
    self.roles = roles
    self.agencies = agencies
    self.scripts = scripts
    blocks = cut.blocks
    text = cut.text
    hidden = cut.hidden
    let count = tree.nodes.count + 1
    var sums = (
      prose: [Int32](repeating: 0, count: count), letters: [Int32](repeating: 0, count: count),
      unlinked: [Int32](repeating: 0, count: count)
    )
    var blockAt = [Int32](repeating: Int32(blocks.count), count: count)
    for (index, block) in blocks.enumerated() {
      let node = Int(block.first)
      blockAt[node] = min(blockAt[node], Int32(index))
      if Self.isProse(block) { sums.prose[node] += Int32(block.letters) }
      sums.letters[node] += Int32(block.letters)
      sums.unlinked[node] += Int32(block.letters - block.linked)
    }
    for node in stride(from: count - 2, through: 0, by: -1) {
      if blockAt[node] == Int32(blocks.count) { blockAt[node] = blockAt[node + 1] }
    }
    prose = Self.running(sums.prose)
    letters = Self.running(sums.letters)
    unlinked = Self.running(sums.unlinked)
    self.blockAt = blockAt
    labels = [PageLabels??](repeating: nil, count: blocks.count)
  }

  private static func running(_ counts: [Int32]) -> [Int32] {
    var sum: Int32 = 0
    return counts.map { count in
      defer { sum &+= count }
      return sum
    }
  }

  /// A block long enough to be a paragraph, and not mostly links.
  static func isProse(_ block: PageBlock) -> Bool {
    !block.isPicture && block.letters >= shortestProse && block.linked * 3 < block.letters
      && block.heading == 0 && block.caption < 0
  }

  // MARK: What stands in an element

  func end(of node: Int) -> Int { Int(tree.nodes[node].end) }
  func parent(of node: Int) -> Int { Int(tree.nodes[node].parent) }
  func holds(_ node: Int, _ other: Int) -> Bool { other >= node && other < end(of: node) }
  func prose(in node: Int) -> Int { Int(prose[end(of: node)] - prose[node]) }
  func prose(before node: Int) -> Int { Int(prose[node]) }
  func letters(in node: Int) -> Int { Int(letters[end(of: node)] - letters[node]) }
  func unlinked(in node: Int) -> Int { Int(unlinked[end(of: node)] - unlinked[node]) }

  /// The blocks whose text begins in an element.
  func blocks(in node: Int) -> Range<Int> {
    let first = Int(blockAt[node])
    return first..<max(first, Int(blockAt[end(of: node)]))
  }

  /// The element and those around it, from the inside out, up to `outer`, which is not among them.
  func ancestors(of node: Int, below outer: Int = -1) -> UnfoldFirstSequence<Int> {
    let tree = tree
    return sequence(first: node) { node in
      let parent = Int(tree.nodes[node].parent)
      return parent > outer ? parent : nil
    }
  }

  /// The element in which both stand.
  func common(_ first: Int, _ second: Int) -> Int {
    var node = first
    while node > 0, !holds(node, second) { node = parent(of: node) }
    return max(node, 0)
  }

  // MARK: Blocks

  func bytes(_ block: Int) -> ArraySlice<UInt8> { text[blocks[block].text] }
  func string(_ block: Int) -> String { String(decoding: bytes(block), as: UTF8.self) }

  /// A block's words, for comparing.
  func words(_ block: Int) -> PageText {
    text.withUnsafeBufferPointer {
      PageText(bytes: UnsafeBufferPointer(rebasing: $0[blocks[block].text]))
    }
  }

  func signOff(_ text: String) -> PageAuthors.Sign? {
    lastSign.of(text) { PageAuthors.signOff(text, facts, agencies) }
  }

  func dateLine(_ text: String) -> PageDateLine? { lastDate.of(text) { PageDateLine(text) } }

  func label(_ block: Int) -> PageLabels? {
    if let known = labels[block] { return known }
    let label = text.withUnsafeBufferPointer {
      PageLabels(UnsafeBufferPointer(rebasing: $0[blocks[block].text]))
    }
    labels[block] = .some(label)
    return label
  }

  /// A block's text with a blank between its elements: "2024" "3:30 PM" → "2024 3:30 PM"
  func spaced(_ block: Int) -> String {
    let nodes = Int(blocks[block].first)...Int(blocks[block].last)
    guard nodes.count < 60 else { return string(block) }
    var out = [UInt8]()
    for node in nodes where tree.nodes[node].tag == .text && !isOff(node, block) {
      out += tree.text(of: node)
      out.append(0x20)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The texts of a block's elements, of a short one.
  func texts(_ block: Int) -> [String] {
    let nodes = Int(blocks[block].first)...Int(blocks[block].last)
    guard nodes.count < 60 else { return [] }
    return nodes.filter { tree.nodes[$0].tag == .text && !isOff($0, block) }.map {
      PageFacts.plain(String(decoding: tree.text(of: $0), as: UTF8.self))
    }.filter { !$0.isEmpty }
  }

  /// Whether a text inside a block is hidden.
  private func isOff(_ node: Int, _ block: Int) -> Bool {
    hidden.contains { holds(Int($0.node), node) }
  }

  /// Whether something is hidden inside a block.
  func isOff(in block: Int) -> Bool {
    let nodes = blocks[block].first...blocks[block].last
    return hidden.contains { nodes.contains($0.node) }
  }

  func credit(_ block: Int) -> String {
    String(decoding: text[blocks[block].credit], as: UTF8.self)
  }

  /// The roles of the elements that hold little more than a block.
  func roles(around block: Int, most: Int = 3) -> PageRoles {
    let size = blocks[block].letters
    var found = inner(block)
    for node in ancestors(of: Int(blocks[block].element)) {
      guard letters(in: node) <= size * most + 40 else { break }
      found.formUnion(roles[node])
    }
    return found
  }

  /// The roles of the inline elements in which all of a block stands.
  func inner(_ block: Int) -> PageRoles {
    let (first, last) = (Int(blocks[block].first), Int(blocks[block].last))
    var found: PageRoles = []
    var node = parent(of: first)
    while node > Int(blocks[block].element) {
      if holds(node, last) { found.formUnion(roles[node]) }
      node = parent(of: node)
    }
    return found
  }
}

typealias UnfoldFirstSequence<Element> = UnfoldSequence<Element, (Element?, Bool)>

/// What of a page its reader does not see, or what is no text.
struct HiddenText {
  var node: Int32
  var isForm: Bool
}
