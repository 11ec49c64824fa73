/// Where on a page lines that name somebody stand.
extension PageReader {
  /// Where in the body a line that names somebody is a byline: marked, to the right, or last.
  func isBylinePlace(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard block.letters < 200, block.heading == 0 else { return false }
    if roles.contains(.byline) || roles.contains(.source) || block.isRight { return true }
    if index == body.lowerBound { return false }
    return index > lastProse && !block.isItem && !block.isRow
      || index > lastProse - 3 && isSignOff(index)
  }

  func isSignOff(_ index: Int) -> Bool {
    page.blocks[index].letters < 160
      && PageAuthors.signOff(page.string(index), page)?.isCertain == true
  }

  /// A short line of its own to the right below the last paragraph: who signs.
  func isLastToTheRight(_ index: Int, _ block: PageBlock) -> Bool {
    block.isRight && index > lastProse && block.letters <= 40
  }

  /// "Odile Dufresne is a professor of economics": in italics, about an author.
  func isBiography(_ index: Int, _ block: PageBlock) -> Bool {
    guard block.isItalic, block.letters < 400, index == body.lowerBound || index >= lastProse else {
      return false
    }
    let text = page.words(index)
    return people.names.contains { text.starts(with: PageText($0)) }
  }
}
