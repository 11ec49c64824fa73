/// A stretch of text that a reader sees as one: a paragraph, a heading, a row of a table; or a
/// picture.
struct PageBlock {
  /// The innermost block element that it stands in.
  var element: Int32
  /// Its first and last text node.
  var first: Int32
  var last: Int32
  /// In `PageBlocks.text`.
  var text: Range<Int>
  /// What of a caption credits its picture; empty of anything else.
  var credit: Range<Int>
  /// Bytes of its text without blanks, and of what in it is a link, bold or italic.
  var letters = 0
  var linked = 0
  var bold = 0
  var italic = 0
  var heading: UInt8 = 0
  var isPicture = false
  var isRow = false
  var isItem = false
  var isCentred = false
  var isRight = false
  /// The outermost caption and figure that it stands in; -1 outside of them.
  var caption: Int32 = -1
  var figure: Int32 = -1
  var isQuote = false

  var isLink: Bool { linked * 10 >= letters * 9 && letters > 0 }
  var isBold: Bool { bold * 20 >= letters * 19 }
  var isItalic: Bool { italic * 20 >= letters * 17 }
}

/// Cuts a page into blocks, in page order.
///
/// `<p>`, `<div>`, `<li>` and their like part texts, and so do `<br><br>` and `<hr>`; a single `<br>` is a
/// blank. Rows of a table of data are one block each, their cells parted by " | ".
struct PageBlocks {
  private(set) var blocks = [PageBlock]()
  private(set) var text = [UInt8]()
  private(set) var hidden = [HiddenText]()

  private let tree: PageTree
  private let roles: [PageRoles]
  private var open = [Open]()
  private var state = State()
  private var block: PageBlock
  private var needsBlank = false
  private var needsBar = false
  private var breaks = 0
  private var credit = [UInt8]()
  private var waitingPicture = false

  private struct State {
    var links = 0
    var bolds = 0
    var italics = 0
    var credits = 0
    var isCentred = false
    var isRight = false
    var isQuote = false
    var isItem = false
    var heading: UInt8 = 0
    var caption: Int32 = -1
    var figure: Int32 = -1
    /// The table of data that is open.
    var isData = false
    var holdsByline = false
  }

  private static let shortestHeadline = 16

  private struct Open {
    var end: Int32
    var node: Int32
    var isBlock: Bool
    var before: State
  }

  init(_ tree: PageTree, roles: [PageRoles]) {
    self.tree = tree
    self.roles = roles
    block = PageBlock(element: 0, first: -1, last: -1, text: 0..<0, credit: 0..<0)
    text.reserveCapacity(tree.bytes.count)
    var node = 0
    while node < tree.nodes.count {
      close(upTo: node)
      node = step(node)
    }
    close(upTo: tree.nodes.count)
    flush()
  }

  /// Reads a node; gives the next one.
  private mutating func step(_ node: Int) -> Int {
    let tag = tree.nodes[node].tag
    if tag == .text {
      add(node)
      return node + 1
    }
    let end = Int(tree.nodes[node].end)
    switch tag.kind {
    case .skipped: return end
    case .form where tag == .button || end > node + 1 && !holdsStory(node):
      hidden.append(HiddenText(node: Int32(node), isForm: true))
      return end
    case .picture:
      picture(node)
      return end
    default: break
    }
    if isHidden(node) {
      hidden.append(HiddenText(node: Int32(node), isForm: false))
      return end
    }
    if tag == .br { return lineBreak(node) }
    if tag == .hr { flush() }
    enter(node, tag)
    return node + 1
  }

  /// A form's control or label with a story in it, as pages of ASP have around all.
  private func holdsStory(_ node: Int) -> Bool { tree.nodes[node].end - Int32(node) > 40 }

  private mutating func lineBreak(_ node: Int) -> Int {
    breaks += 1
    needsBlank = true
    if breaks == 2 || endsHeading(node), !state.isData { flush() }
    return Int(tree.nodes[node].end)
  }

  /// `<b>1. Costs</b><br>` in a text whose lines all end so.
  private func endsHeading(_ node: Int) -> Bool {
    guard block.first >= 0, block.letters > 0, block.bold == block.letters, state.bolds == 0,
      state.heading == 0, state.caption < 0
    else { return false }
    let parent = Int(tree.nodes[node].parent)
    let near = parent..<min(Int(tree.nodes[parent].end), parent + 400)
    return near.lazy.filter { tree.nodes[$0].tag == .br && Int(tree.nodes[$0].parent) == parent }
      .prefix(4).count == 4
  }

  private mutating func picture(_ node: Int) {
    if block.letters > 0 {
      waitingPicture = true
      return
    }
    var picture = PageBlock(
      element: Int32(element), first: Int32(node), last: Int32(node),
      text: text.count..<text.count, credit: text.count..<text.count)
    picture.isPicture = true
    picture.figure = state.figure
    blocks.append(picture)
  }

  private var element: Int { open.last { $0.isBlock }.map { Int($0.node) } ?? 0 }

  private mutating func enter(_ node: Int, _ tag: PageTag) {
    let before = state
    let roles = roles[node]
    var isBlock = tag.kind == .block
    if state.isData, isBlock {
      isBlock = tag == .tr
      if tag == .td || tag == .th { needsBar = block.letters > 0 }
      needsBlank = true
    }
    if !isBlock, tag != .a, !state.isData, state.caption < 0 {
      isBlock = parts(roles, node) || isHeadline(node, tag)
    }
    if isBlock { flush() }
    note(node, tag, roles)
    open.append(
      Open(end: tree.nodes[node].end, node: Int32(node), isBlock: isBlock, before: before))
  }

  /// Whether an element parts texts for what it is: a date behind an author's name.
  private func parts(_ roles: PageRoles, _ node: Int) -> Bool {
    if !roles.isDisjoint(with: [.title, .moment]) { return true }
    if roles.contains(.source), state.figure < 0, block.letters < 30, namesSource(node) {
      return true
    }
    guard !state.holdsByline, block.letters < 200 else { return false }
    if roles.contains(.byline),
      PageJoin.ends(text[block.text.lowerBound...]) || PageJoin.isAll(of: node, in: tree)
    {
      return false
    }
    return !roles.isDisjoint(with: [.byline, .date, .updated, .clock])
  }

  /// `<font size="+2">Bridge to be rebuilt</font><br>By Ann Poe`: more than a drop cap.
  private func isHeadline(_ node: Int, _ tag: PageTag) -> Bool {
    guard tag == .font, let size = tree.string(.size, of: node), let number = Int(size),
      size.first == "+" ? number >= 2 : number >= 5
    else { return false }
    let inside = node..<Int(tree.nodes[node].end)
    return inside.reduce(0) {
      $0 + (tree.nodes[$1].tag == .text ? Int(tree.nodes[$1].count) : 0)
    } >= Self.shortestHeadline
  }

  /// `<span class="source">Theo <b>…</b></span>`
  private func namesSource(_ node: Int) -> Bool {
    guard
      let text = (node..<Int(tree.nodes[node].end)).first(where: { tree.nodes[$0].tag == .text })
    else { return false }
    let bytes = tree.text(of: text).drop { $0 <= 0x20 }
    return ["Theo", "Ngu", "Source"].contains { bytes.starts(with: $0.utf8) }
  }

  private mutating func note(_ node: Int, _ tag: PageTag, _ roles: PageRoles) {
    switch tag.kind {
    case .bold: state.bolds += 1
    case .italic: state.italics += 1
    default: break
    }
    if tag == .a { state.links += tree.value(.href, of: node) == nil ? 0 : 1 }
    if tag.headingLevel > 0 { state.heading = tag.headingLevel }
    if tag == .li { state.isItem = true }
    if tag == .blockquote { state.isQuote = true }
    if tag == .table { state.isData = PageTables.isData(node, in: tree) }
    if roles.contains(.byline) { state.holdsByline = true }
    if state.figure < 0, tag == .figure { state.figure = Int32(node) }
    if state.caption < 0, tag == .figcaption || isCaption(node, tag, roles) {
      state.caption = Int32(node)
    }
    let isCredit =
      !roles.isDisjoint(with: [.credit, .byline])
      && (tag == .figcaption || !roles.contains(.caption))
    if isCredit, state.caption >= 0 || state.figure >= 0 { state.credits += 1 }
    align(node)
  }

  /// By its words: short, and no picture in it.
  private func isCaption(_ node: Int, _ tag: PageTag, _ roles: PageRoles) -> Bool {
    guard roles.contains(.caption), roles.isDisjoint(with: [.body, .title]) else { return false }
    let inside = node..<Int(tree.nodes[node].end)
    guard inside.count <= 40, tag.kind == .block || covers(node) else { return false }
    return !inside.contains { tree.nodes[$0].tag.kind == .picture || tree.nodes[$0].tag == .h1 }
  }

  /// Whether an inline element has most of the text of the element around it.
  private func covers(_ node: Int) -> Bool {
    let parent = Int(tree.nodes[node].parent)
    guard parent >= 0, Int(tree.nodes[parent].end) - parent <= 60 else { return false }
    func size(_ node: Int) -> Int {
      (node..<Int(tree.nodes[node].end)).reduce(0) {
        tree.nodes[$1].tag == .text ? $0 + Int(tree.nodes[$1].count) : $0
      }
    }
    return size(node) * 10 >= size(parent) * 6
  }

  private mutating func align(_ node: Int) {
    let tag = tree.nodes[node].tag
    guard tree.nodes[node].count > 0 || tag.kind != .block else { return }
    if tag.kind == .block, tree.value(.align, of: node) == nil, tree.value(.style, of: node) == nil
    {
      return
    }
    // Of a table, "center" says where it stands.
    let words = [tag == .table ? nil : tree.value(.align, of: node), tree.value(.style, of: node)]
    for case let word? in words { apply(PageStyle.compact(word)) }
  }

  private mutating func apply(_ style: [UInt8]) {
    if PageStyle.holds(style, "text-align:right") || style.elementsEqual("right".utf8) {
      (state.isRight, state.isCentred) = (true, false)
    } else if PageStyle.holds(style, "text-align:center") || style.elementsEqual("center".utf8) {
      (state.isRight, state.isCentred) = (false, true)
    } else if PageStyle.holds(style, "text-align:")
      || style.elementsEqual("left".utf8) || style.elementsEqual("justify".utf8)
    {
      (state.isRight, state.isCentred) = (false, false)
    }
    if PageStyle.holds(style, "font-weight:bold") || PageStyle.holds(style, "font-weight:700") {
      state.bolds += 1
    }
    if PageStyle.holds(style, "font-style:italic") { state.italics += 1 }
  }

  private mutating func close(upTo node: Int) {
    while let last = open.last, Int(last.end) <= node {
      if last.isBlock { flush() }
      open.removeLast()
      state = last.before
    }
  }

  // MARK: Texts

  private mutating func add(_ node: Int) {
    let written = tree.text(of: node)
    // A no-break blank alone fills a cell without text.
    let isEmpty =
      state.isData ? written.allSatisfy({ $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 }) : false
    guard !isEmpty, written.contains(where: { $0 > 0x20 }) else {
      needsBlank = needsBlank || !written.isEmpty
      return
    }
    if isHidden(node) { return }
    let isCredit = state.credits > 0
    if block.first < 0 { begin(node) }
    block.last = Int32(node)
    breaks = 0
    if needsBar, block.letters > 0 { text += [0x20, 0x7C, 0x20] }
    needsBar = false
    let isFirst = isCredit ? credit.isEmpty : text.count == block.text.lowerBound
    let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: written.count + 1) { line in
      let (end, count) = copy(written, to: line, isFirst: isFirst)
      let copied = UnsafeBufferPointer(rebasing: line[..<end])
      if isCredit { credit.append(contentsOf: copied) } else { text.append(contentsOf: copied) }
      return count
    }
    if !isCredit { tally(count) }
  }

  /// Copies a text with single blanks; gives its end, and its bytes without blanks.
  private mutating func copy(
    _ written: ArraySlice<UInt8>, to line: UnsafeMutableBufferPointer<UInt8>, isFirst: Bool
  ) -> (end: Int, count: Int) {
    var (end, count, blank) = (0, 0, needsBlank)
    written.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        if byte <= 0x20 {
          blank = true
          continue
        }
        if blank, !isFirst || end > 0 {
          line[end] = 0x20
          end += 1
        }
        line[end] = byte
        end += 1
        blank = false
        count += 1
      }
    }
    needsBlank = blank
    return (end, count)
  }

  private mutating func tally(_ count: Int) {
    block.letters += count
    if state.links > 0 { block.linked += count }
    if state.bolds > 0 || state.heading > 0 { block.bold += count }
    if state.italics > 0 { block.italic += count }
  }

  private mutating func begin(_ node: Int) {
    block = PageBlock(
      element: Int32(element), first: Int32(node), last: Int32(node),
      text: text.count..<text.count, credit: 0..<0)
    block.heading = state.heading
    block.isRow = state.isData
    block.isItem = state.isItem
    block.isCentred = state.isCentred
    block.isRight = state.isRight
    block.isQuote = state.isQuote
    block.caption = state.caption
    block.figure = state.figure
    needsBlank = false
  }

  private mutating func flush() {
    defer {
      block.first = -1
      block.letters = 0
      (needsBlank, needsBar) = (false, false)
      breaks = 0
      credit = []
    }
    if block.first >= 0 {
      block.text = block.text.lowerBound..<text.count
      text += credit
      block.credit = block.text.upperBound..<text.count
      blocks.append(block)
    }
    guard waitingPicture else { return }
    waitingPicture = false
    block.letters = 0
    picture(Int(max(block.last, 0)))
  }

  /// `hidden`, `aria-hidden`, `display:none`, and elements that are shown where scripts do not run.
  private func isHidden(_ node: Int) -> Bool {
    let element = tree.nodes[node]
    if element.tag == .template || element.tag == .noscript { return true }
    let isNamed = roles[node].contains(.hidden)
    guard element.tag != .text, element.count > 0 || isNamed else { return false }
    if isNamed, element.end - Int32(node) <= 12 { return true }
    return tree.hides(element, inCaption: state.caption >= 0)
  }
}
