/// The elements and texts of a page in page order: what is in node `n` stands behind it, up to
/// `nodes[n].end`.
struct PageTree {
  struct Node {
    /// 0 of a text.
    var tag: PageTag
    var parent: Int32
    /// The first node that is not in it.
    var end: Int32
    /// Of a text, its bytes in `bytes`; of an element, its attributes in `attributes`.
    var start: Int32
    var count: Int32
  }

  struct Attribute {
    var name: PageAttributeName
    var start: Int32
    var count: Int32
  }

  fileprivate(set) var nodes = [Node]()
  fileprivate(set) var attributes = [Attribute]()
  /// The texts with references decoded, and the attributes' values.
  fileprivate(set) var bytes = [UInt8]()

  /// The value of an attribute; nil where the element has none of that name.
  func value(_ name: PageAttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for at in Int(element.start)..<Int(element.start + element.count)
    where attributes[at].name == name {
      let start = Int(attributes[at].start)
      return bytes[start..<(start + Int(attributes[at].count))]
    }
    return nil
  }

  func string(_ name: PageAttributeName, of node: Int) -> String? {
    value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  func text(of node: Int) -> ArraySlice<UInt8> {
    let start = Int(nodes[node].start)
    return bytes[start..<(start + Int(nodes[node].count))]
  }

  /// All text in an element as it stands.
  func wholeText(of node: Int) -> String {
    var out = [UInt8]()
    for at in node..<Int(nodes[node].end) where nodes[at].tag == .text { out += text(of: at) }
    return String(decoding: out, as: UTF8.self)
  }
}

internal import CPageTree

/// A tag by gumbo's number.
struct PageTag: Hashable {
  var number: UInt16

  static let text = PageTag(number: .max)
  static let unknown = PageTag(GUMBO_TAG_UNKNOWN)

  init(number: UInt16) { self.number = number }
  init(_ tag: GumboTag) { number = UInt16(truncatingIfNeeded: tag.rawValue) }
}

extension PageTree {
  enum Failure: Error {
    /// The tree would need more memory than a page of that size may.
    case tooMuchMarkup
  }

  /// Bytes of memory for each byte of a page, and for any page.
  static let memoryFactor = 64
  static let leastMemory = 32 << 20

  /// The tree of what a scanner made of `page`.
  init(_ scanner: PageScanner, of page: UnsafeBufferPointer<UInt8>) throws(Failure) {
    guard let store = cpagetree_open() else { throw .tooMuchMarkup }
    defer { cpagetree_close(store) }
    let budget = Self.leastMemory + Self.memoryFactor * scanner.out.count
    var builder = PageTreeBuilder(texts: scanner.texts, page: page)
    let isWhole = scanner.out.withUnsafeBytes { raw in
      guard
        let document = cpagetree_parse(
          store, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, budget)
      else { return false }
      builder.build(document)
      return true
    }
    guard isWhole else { throw .tooMuchMarkup }
    self = builder.tree
  }
}

/// Copies gumbo's tree, with the texts that stand in it as numbers.
private struct PageTreeBuilder {
  var tree = PageTree()
  let texts: [Range<Int>]
  let page: UnsafeBufferPointer<UInt8>
  private var isUsed: [Bool]

  init(texts: [Range<Int>], page: UnsafeBufferPointer<UInt8>) {
    self.texts = texts
    self.page = page
    isUsed = [Bool](repeating: false, count: texts.count)
  }

  private struct Step {
    var children: GumboVector
    var next: UInt32
    var node: Int32
  }

  /// Depth first with a stack of its own: a tree may be deeper than the program's.
  mutating func build(_ document: UnsafePointer<GumboNode>) {
    tree.bytes.reserveCapacity(page.count / 2)
    var stack = [Step(children: document.pointee.v.document.children, next: 0, node: -1)]
    while var step = stack.popLast() {
      guard step.next < step.children.length,
        let child = step.children.data[Int(step.next)]?.assumingMemoryBound(to: GumboNode.self)
      else {
        if step.node >= 0 { tree.nodes[Int(step.node)].end = Int32(tree.nodes.count) }
        continue
      }
      step.next += 1
      let parent = step.node
      stack.append(step)
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let node = Int32(tree.nodes.count)
        add(child.pointee.v.element, parent, isRemade: Self.isRemade(child.pointee))
        stack.append(Step(children: child.pointee.v.element.children, next: 0, node: node))
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE: add(child.pointee.v.text, parent)
      default: break
      }
    }
  }

  /// Whether a link or the like was left open and is opened again in what follows (13.2.4.3).
  private static func isRemade(_ node: GumboNode) -> Bool {
    let flag = GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT.rawValue
    return UInt32(node.parse_flags.rawValue) & UInt32(flag) != 0
  }

  /// A link that was never closed does not make links of all behind it.
  private mutating func add(_ element: GumboElement, _ parent: Int32, isRemade: Bool) {
    let start = Int32(tree.attributes.count)
    let isOpenLink = isRemade && PageTag(element.tag) == .a
    for at in 0..<(isOpenLink ? 0 : Int(element.attributes.length)) {
      guard
        let attribute = element.attributes.data[at]?.assumingMemoryBound(to: GumboAttribute.self),
        let written = attribute.pointee.name, let value = attribute.pointee.value,
        let name = PageAttributeName(Self.buffer(written))
      else { continue }
      let first = tree.bytes.count
      tree.bytes += Self.buffer(value)
      tree.attributes.append(
        PageTree.Attribute(
          name: name, start: Int32(first), count: Int32(tree.bytes.count - first)))
    }
    tree.nodes.append(
      PageTree.Node(
        tag: PageTag(element.tag), parent: parent, end: 0, start: start,
        count: Int32(tree.attributes.count) - start))
  }

  private mutating func add(_ text: GumboText, _ parent: Int32) {
    guard let written = text.text else { return }
    let first = tree.bytes.count
    let source = Self.buffer(written)
    var at = 0
    while at < source.count {
      let mark = ByteSearch.first(0xEE, in: source, from: at) ?? source.count
      tree.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[at..<mark]))
      guard mark < source.count else { break }
      at = mark
      if let (number, end) = number(source, mark) {
        tree.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[texts[number]]))
        isUsed[number] = true
        at = end
      } else {
        tree.bytes.append(0xEE)
        at += 1
      }
    }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      PageTree.Node(
        tag: .text, parent: parent, end: node + 1, start: Int32(first),
        count: Int32(tree.bytes.count - first)))
  }

  /// The text whose number stands between two marks; each comes once.
  private func number(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (number: Int, end: Int)? {
    func isMark(_ at: Int) -> Bool {
      at + 2 < source.count && source[at] == 0xEE && source[at + 1] == 0x80
        && source[at + 2] == 0x80
    }
    guard isMark(start) else { return nil }
    var at = start + 3
    var number = 0
    while at < source.count, source[at] &- 0x30 < 10, number < texts.count {
      number = number * 10 + Int(source[at] - 0x30)
      at += 1
    }
    guard at > start + 3, isMark(at), number < texts.count, !isUsed[number] else { return nil }
    return (number, at + 3)
  }

  private static func buffer(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
  }
}
