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

  /// Whether a short line of the head stands next to one with the date.
  func isBesideDate(_ index: Int, _ block: PageBlock) -> Bool {
    guard block.letters < 60, block.heading == 0, !block.isLink, scope.label(index) == nil else {
      return false
    }
    return [index - 1, index + 1].contains { near in
      page.blocks.indices.contains(near) && page.blocks[near].letters < 60
        && page.dateLine(page.spaced(near)) != nil
    }
  }

  func isSignOff(_ index: Int) -> Bool {
    page.blocks[index].letters < 160
      && page.signOff(page.string(index))?.isCertain == true
  }

  /// A short line of its own to the right below the last paragraph: who signs.
  func isLastToTheRight(_ index: Int, _ block: PageBlock) -> Bool {
    block.isRight && index > lastProse && block.letters <= 40
  }

  /// "(Giảng viên Đại học Tân Hải)": what the author is, in brackets right below the name.
  func isPosition(_ index: Int, _ block: PageBlock) -> Bool {
    guard index > lastProse, block.letters < 120, case .byline? = story.parts.last else {
      return false
    }
    let bytes = page.bytes(index)
    return bytes.first == 0x28 && bytes.last == 0x29 && !isSignOff(index)
  }

  /// "Odile Dufresne is a professor of economics": in italics, about an author.
  func isBiography(_ index: Int, _ block: PageBlock) -> Bool {
    guard block.isItalic, block.letters < 400, index == body.lowerBound || index >= lastProse else {
      return false
    }
    if index > body.lowerBound, page.bytes(index).contains(0x40) { return true }
    let text = page.words(index)
    return people.names.contains { text.starts(with: PageText($0)) }
  }
}
