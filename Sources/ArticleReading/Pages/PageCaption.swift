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
  private(set) var last: Int

  private static let longest = 600
  private static let longestLoose = 320

  /// Nil where a block is no caption: it stands in one, or in a picture's figure, or is a short line
  /// in italics or in the middle right below a picture.
  init?(_ index: Int, page: Page, picture: Int?, roles: PageRoles, container: Int) {
    let block = page.blocks[index]
    let isInFigure = block.figure >= 0 && block.caption >= 0
    guard block.letters <= Self.longest, block.heading == 0 || isInFigure, !block.isRow else {
      return nil
    }
    guard
      let box = Self.box(
        of: index, page: page, picture: picture, roles: roles, container: container)
    else { return nil }
    self.box = box
    isLoose = block.figure < 0 && block.caption < 0
    last = index
    texts = block.letters > 0 ? [page.string(index)] : []
    credit = page.credit(index)
    if credit.isEmpty, let (text, end) = Self.signed(index, page, isLoose: isLoose) {
      (texts, credit) = ([text], end)
    }
    if credit.isEmpty, block.letters < 30, texts.count == 1,
      AgencyRegistry.shared.entry(named: texts[0]) != nil
    {
      (texts, credit) = ([], texts[0])
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
      ?? alike(index, picture, page, container)
  }

  /// A line right behind a picture that ends in a credit.
  private static func credited(_ index: Int, _ picture: Int, _ page: Page) -> Int? {
    guard picture == index - 1, CaptionCredit.split(page.string(index)).credit != nil else {
      return nil
    }
    return Int(page.blocks[index].element)
  }

  /// `<p class="x"><img></p><p class="x">Two men at a well</p>`: of the class of the picture's own
  /// paragraph, which others do not have.
  private static func alike(
    _ index: Int, _ picture: Int, _ page: Page, _ container: Int
  ) -> Int? {
    let element = Int(page.blocks[index].element)
    let own = PageCards.kind(of: element, in: page)
    guard picture == index - 1, page.tree.value(.class, of: element)?.isEmpty == false,
      PageCards.kind(of: Int(page.blocks[picture].element), in: page) == own,
      !page.blocks(in: container).contains(where: { other in
        other != index && Page.isProse(page.blocks[other])
          && PageCards.kind(of: Int(page.blocks[other].element), in: page) == own
          && (other == 0 || !page.blocks[other - 1].isPicture)
      })
    else { return nil }
    return element
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
    let isInside =
      node != container && page.holds(container, node)
      && page.blocks(in: node).first { page.blocks[$0].letters > 0 || page.blocks[$0].isPicture }
        .map { page.blocks[$0].isPicture } == true
    guard page.roles[node].contains(.figure) || isInside,
      page.roles[node].isDisjoint(with: [.body, .title]), page.letters(in: node) <= longestLoose
    else { return nil }
    return node
  }

  /// Whether only a credit stands in it so far: "Reuters" above the text.
  var lacksText: Bool { texts.isEmpty && !credit.isEmpty }

  /// "Ảnh: Lê Ba" and nothing else.
  var isCreditAlone: Bool {
    if texts.isEmpty { return !credit.isEmpty }
    let (text, found) = CaptionCredit.split(texts.joined(separator: " "))
    return text.isEmpty && found != nil
  }

  /// "The bear at the door. <i>Sam Otero, Marlow Today</i>": behind a sentence, names in italics of
  /// their own.
  private static func signed(
    _ index: Int, _ page: Page, isLoose: Bool
  ) -> (text: String, credit: String)? {
    let block = page.blocks[index]
    let last = page.parent(of: Int(block.last))
    guard last > Int(block.element), last > Int(block.first), !page.isOff(in: index),
      page.tree.nodes[last].tag != .a
    else { return nil }
    let credit = PageFacts.plain(page.tree.wholeText(of: last))
    let whole = PageFacts.plain(page.string(index))
    guard credit.utf8.count <= 80, whole.hasSuffix(credit),
      credit.split(separator: " ").prefix(2).allSatisfy({ $0.first?.isUppercase == true }),
      credit.last?.isPunctuation == false
    else { return nil }
    let text = String(whole.dropLast(credit.count)).trimmingSpaces()
    // In no figure, only what no blank parts from the words before it.
    if isLoose, text.utf8.count + credit.utf8.count < whole.utf8.count { return nil }
    return text.hasSuffix(".") && !text.hasSuffix("..") ? (text, credit) : nil
  }

  var written: String { texts.joined(separator: " ") }

  /// Whether it ends as a sentence does.
  var isSentence: Bool { written.hasSuffix(".") }

  /// Whether all of it leads to another page: the name of a film or of another story.
  func isLink(_ page: Page) -> Bool {
    page.blocks[last].isLink && page.blocks[last].letters >= Self.shortestLink
      && PageCards.leadsAway(last, page)
  }

  private static let shortestLink = 16

  /// Whether names alone, in an element of their own right behind it, say whose the picture is:
  /// "The bear at the door" "SAM OTERO".
  func isCredited(by other: PageCaption, page: Page) -> Bool {
    guard other.last == last + 1, other.credit.isEmpty, !texts.isEmpty, credit.isEmpty,
      page.blocks[other.last].element != page.blocks[last].element
    else { return false }
    let isAround = page.holds(other.box, box) || box == other.box
    return isAround && Self.isNames(other.written) && !Self.isNames(written)
  }

  /// One to five capitalised words, and no sentence: "H.Đ", "REUTERS", "Lê Ba/TTXVN".
  private static func isNames(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "/" })
    return (1...5).contains(words.count) && text.utf8.count <= 40
      && text.last?.isPunctuation == false
      && words.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase == true }
  }

  /// Takes a further block of the same picture; gives whether it is one.
  mutating func takes(_ other: PageCaption, page: Page) -> Bool {
    let isSame = box == other.box
    let isCredit =
      other.isCreditAlone && credit.isEmpty && other.last <= last + 2
      || isCredited(by: other, page: page)
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
    var (texts, credit) = (texts, credit)
    // "Reuters" above "The crack was found by a drone"
    if texts.count > 1, credit.isEmpty, AgencyRegistry.shared.entry(named: texts[0]) != nil {
      credit = texts.removeFirst()
    }
    let whole = texts.joined(separator: " ")
    var (text, found) = CaptionCredit.split(whole)
    if !credit.isEmpty {
      found = CaptionCredit.plain(PageLabels.withoutButton(credit)) ?? found
    }
    text = text.trimmingSpaces()
    return text.isEmpty ? nil : (text, found)
  }
}
