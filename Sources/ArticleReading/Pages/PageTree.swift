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

    var range: Range<Int> { Int(start)..<Int(start + count) }
  }

  fileprivate(set) var nodes = [Node]()
  fileprivate(set) var attributes = [Attribute]()
  /// The page, and behind it the texts and values that stand otherwise in it: with references.
  fileprivate(set) var bytes = [UInt8]()

  /// The value of an attribute; nil where the element has none of that name.
  func value(_ name: PageAttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for at in Int(element.start)..<Int(element.start + element.count)
    where attributes[at].name == name {
      return bytes[attributes[at].range]
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

  /// The tree of what a scanner made of a page.
  init(_ scanner: PageScanner) throws(Failure) {
    guard let store = cpagetree_open() else { throw .tooMuchMarkup }
    defer { cpagetree_close(store) }
    let budget = Self.leastMemory + Self.memoryFactor * scanner.out.count
    var builder = PageTreeBuilder(scanner)
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

/// Copies gumbo's tree, with the texts and attributes that stand in it as marks.
private struct PageTreeBuilder {
  var tree = PageTree()
  private let page: UnsafeBufferPointer<UInt8>
  private let texts: [Range<Int>]
  private let sets: [Range<Int>]
  private var isUsed: [Bool]

  init(_ scanner: PageScanner) {
    page = scanner.bytes
    texts = scanner.texts
    sets = scanner.sets
    isUsed = [Bool](repeating: false, count: texts.count)
    tree.bytes.reserveCapacity(page.count + page.count / 8)
    tree.bytes.append(contentsOf: page)
    tree.attributes = scanner.attributes
    tree.nodes.reserveCapacity(texts.count * 3)
  }

  private struct Step {
    var children: GumboVector
    var next: UInt32
    var node: Int32
  }

  /// Depth first with a stack of its own: a tree may be deeper than the program's.
  mutating func build(_ document: UnsafePointer<GumboNode>) {
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
    let isOpenLink = isRemade && PageTag(element.tag) == .a
    let own = isOpenLink ? 0..<0 : attributes(of: element.attributes)
    tree.nodes.append(
      PageTree.Node(
        tag: PageTag(element.tag), parent: parent, end: 0, start: Int32(own.lowerBound),
        count: Int32(own.count)))
  }

  /// Where in the tree's attributes those of an element are: those of a mark as they stand there.
  private mutating func attributes(of vector: GumboVector) -> Range<Int> {
    guard vector.length > 0 else { return 0..<0 }
    if vector.length == 1, let set = Self.attribute(vector, 0).flatMap(set) { return set }
    let start = tree.attributes.count
    for at in 0..<Int(vector.length) {
      guard let attribute = Self.attribute(vector, at) else { continue }
      if let set = set(attribute) {
        for index in set { add(tree.attributes[index], from: start) }
      } else if let name = PageAttributeName(Self.buffer(attribute.name)) {
        let first = tree.bytes.count
        tree.bytes += Self.buffer(attribute.value)
        add(
          PageTree.Attribute(
            name: name, start: Int32(first), count: Int32(tree.bytes.count - first)),
          from: start)
      }
    }
    return start..<tree.attributes.count
  }

  /// Of a name that is there twice, in two tags `<body>`, the first one counts.
  private mutating func add(_ attribute: PageTree.Attribute, from start: Int) {
    if !tree.attributes[start...].contains(where: { $0.name == attribute.name }) {
      tree.attributes.append(attribute)
    }
  }

  private static func attribute(_ vector: GumboVector, _ at: Int) -> GumboAttribute? {
    vector.data[at]?.assumingMemoryBound(to: GumboAttribute.self).pointee
  }

  private func set(_ attribute: GumboAttribute) -> Range<Int>? {
    let name = Self.buffer(attribute.name)
    guard let number = PageMark.number(name, at: 0), number < sets.count else { return nil }
    return sets[number]
  }

  private mutating func add(_ text: GumboText, _ parent: Int32) {
    guard let written = text.text else { return }
    let range = range(of: Self.buffer(written))
    let node = Int32(tree.nodes.count)
    tree.nodes.append(
      PageTree.Node(
        tag: .text, parent: parent, end: node + 1, start: Int32(range.lowerBound),
        count: Int32(range.count)))
  }

  /// Where in the tree's bytes a text is: that of a mark alone as it stands in the page.
  private mutating func range(of source: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = source.first == 0x20 ? 1 : 0
    if source.count == start + PageMark.length, let text = text(source, start) { return text }
    let first = tree.bytes.count
    var at = 0
    while at < source.count {
      if source[at] >= PageMark.firstByte, let text = text(source, at) {
        tree.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[text]))
        at += PageMark.length
      } else {
        tree.bytes.append(source[at])
        at += 1
      }
    }
    return first..<tree.bytes.count
  }

  /// The text of a mark; each comes once.
  private mutating func text(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Range<Int>? {
    guard let number = PageMark.number(source, at: at), number < texts.count, !isUsed[number]
    else { return nil }
    isUsed[number] = true
    return texts[number]
  }

  private static func buffer(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count).bindMemory(to: UInt8.self)
  }
}
