internal import ClaimModel
internal import Lexicons

/// The text below a picture, put together from its blocks.
struct PageCaption {
  private var texts: [String]
  private var credit: String
  /// The figure or caption that the blocks stand in; of others the block itself.
  let box: Int
  /// Whether neither a figure nor an element for captions says that it is one.
  let isLoose: Bool
  private var last: Int

  private static let longest = 600
  private static let longestLoose = 320

  /// Nil where a block is no caption: it stands in one, or in a picture's figure, or is a short line
  /// in italics or in the middle right below a picture.
  init?(_ index: Int, page: Page, picture: Int?, roles: PageRoles, container: Int) {
    let block = page.blocks[index]
    guard block.letters <= Self.longest, block.heading == 0, !block.isRow else { return nil }
    guard
      let box = Self.box(
        of: index, page: page, picture: picture, roles: roles, container: container)
    else { return nil }
    self.box = box
    isLoose = block.figure < 0 && block.caption < 0
    last = index
    texts = block.letters > 0 ? [page.string(index)] : []
    credit = page.credit(index)
    if credit.isEmpty, !isLoose, let (text, end) = Self.signed(index, page) {
      (texts, credit) = ([text], end)
    }
    let own = page.roles[Int(block.element)].union(page.inner(index))
    if own.contains(.credit), !own.contains(.caption), credit.isEmpty {
      credit = texts.joined()
      texts = []
    }
  }

  private static func box(
    of index: Int, page: Page, picture: Int?, roles: PageRoles, container: Int
  ) -> Int? {
    let block = page.blocks[index]
    if block.figure >= 0 { return Int(block.figure) }
    if block.caption >= 0, !roles.contains(.lead) || picture != nil { return Int(block.caption) }
    guard let picture, block.letters <= longestLoose, !block.isItem else { return nil }
    let own = page.roles[Int(block.element)]
    if own.contains(.credit), block.letters <= 120, index <= picture + 3 {
      return Int(block.element)
    }
    if let table = table(index, picture, page) { return table }
    if block.isItalic || block.isCentred { return Int(block.element) }
    return figure(index, picture, page, container) ?? credited(index, picture, page)
  }

  /// A line right behind a picture that ends in a credit.
  private static func credited(_ index: Int, _ picture: Int, _ page: Page) -> Int? {
    guard picture == index - 1, CaptionCredit.split(page.string(index)).credit != nil else {
      return nil
    }
    return Int(page.blocks[index].element)
  }

  /// The table in which a picture and little text stand.
  private static func table(_ index: Int, _ picture: Int, _ page: Page) -> Int? {
    let node = page.common(Int(page.blocks[index].element), Int(page.blocks[picture].first))
    guard
      let table = page.ancestors(of: node).prefix(4).first(where: {
        page.tree.nodes[$0].tag == .table
      }), page.letters(in: table) <= longestLoose
    else { return nil }
    return table
  }

  /// An element of a picture: by its words, or inside the story's; with little text in it.
  private static func figure(
    _ index: Int, _ picture: Int, _ page: Page, _ container: Int
  ) -> Int? {
    let node = page.common(Int(page.blocks[index].element), Int(page.blocks[picture].first))
    let isInside = node != container && page.holds(container, node)
    guard page.roles[node].contains(.figure) || isInside,
      page.roles[node].isDisjoint(with: [.body, .title]), page.letters(in: node) <= longestLoose
    else { return nil }
    return node
  }

  /// "Ảnh: Lê Ba" and nothing else.
  var isCreditAlone: Bool {
    if texts.isEmpty { return !credit.isEmpty }
    let (text, found) = CaptionCredit.split(texts.joined(separator: " "))
    return text.isEmpty && found != nil
  }

  /// "The bear at the door. <i>Sam Otero, Marlow Today</i>": behind a sentence, names in italics of
  /// their own.
  private static func signed(_ index: Int, _ page: Page) -> (text: String, credit: String)? {
    let block = page.blocks[index]
    let last = page.parent(of: Int(block.last))
    guard last > Int(block.element), last > Int(block.first),
      [.italic].contains(page.tree.nodes[last].tag.kind), !page.isOff(in: index)
    else { return nil }
    let credit = PageFacts.plain(page.tree.wholeText(of: last))
    let whole = PageFacts.plain(page.string(index))
    guard credit.utf8.count <= 80, whole.hasSuffix(credit),
      credit.split(separator: " ").prefix(2).allSatisfy({ $0.first?.isUppercase == true }),
      credit.last?.isPunctuation == false
    else { return nil }
    let text = String(whole.dropLast(credit.count)).trimmingSpaces()
    return text.hasSuffix(".") ? (text, credit) : nil
  }

  /// Takes a further block of the same picture; gives whether it is one.
  mutating func takes(_ other: PageCaption, page: Page) -> Bool {
    let isSame = box == other.box
    let isCredit = other.isCreditAlone && credit.isEmpty && other.last <= last + 2
    let needsText =
      texts.isEmpty && !credit.isEmpty && credit.utf8.count < 200 && other.credit.isEmpty
      && other.last <= last + 2
    guard isSame || isCredit || needsText else { return false }
    if isCredit {
      credit = other.credit.isEmpty ? other.texts.joined() : other.credit
    } else {
      texts += other.texts
      if credit.isEmpty { credit = other.credit }
    }
    last = other.last
    return true
  }

  /// Nil where there is no text but a credit.
  func finished() -> (text: String, credit: String?)? {
    let whole = texts.joined(separator: " ")
    var (text, found) = CaptionCredit.split(whole)
    if !credit.isEmpty {
      found = CaptionCredit.plain(PageLabels.withoutButton(credit)) ?? found
    }
    text = text.trimmingSpaces()
    return text.isEmpty ? nil : (text, found)
  }
}
