internal import ClaimModel

/// Takes the lines that say when a story was published, with the names that stand in them.
extension PageReader {
  mutating func takeTime(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    let isMarked = !roles.isDisjoint(with: [.date, .updated])
    guard block.letters < 160, block.heading == 0 || isMarked else { return false }
    if scope.isThread, scope.label(index)?.cause == .widget { return true }
    let isBefore = index < title?.blocks.lowerBound ?? 0
    if isBefore && roles.contains(.clock) || !isMarked && isToday(index) { return true }
    guard isMarked || block.letters < 90, !Page.isProse(block) || isMarked else { return false }
    let isFound = times.read(
      index, page: page, roles: roles, isBehind: index > title?.blocks.lowerBound ?? 0)
    let isMarkedName = roles.contains(.byline)
    if isFound, !takeName(before: index, isMarked: isMarkedName), isMarkedName {
      _ = takeByline(index, block, roles)
    }
    return isFound
  }

  /// "Thảo Vy - Thứ năm, 02/03/2023": the names before a time, or those in an element of their own.
  private mutating func takeName(before index: Int, isMarked: Bool) -> Bool {
    let line = PageDateLine.head(of: page.spaced(index))
    let place = isBarred(index) ? PageAuthors.Place.body : .head
    let isFound =
      line.map { people.read($0, page: page, isMarked: isMarked, place: place) } ?? false
    guard isFound || takeParts(beside: index) else { return false }
    bylines.append((story.parts.count, index))
    add(.byline(page.string(index)), index)
    return true
  }

  /// "<i></i>Thảo Vy<i></i>02/03/2023": a text of names alone before or behind that of the time.
  private mutating func takeParts(beside index: Int) -> Bool {
    guard let title, index < title.blocks.upperBound + 6 else { return false }
    return page.texts(index).contains { text in
      !text.utf8.contains { $0 &- 0x30 < 10 }
        && people.read(text, page: page, isMarked: false, place: .body)
    }
  }

  /// A short line of names alone, right before or behind the date.
  mutating func takeUnmarked(_ index: Int) -> Bool {
    let line = PageAuthors.line(index, page)
    guard people.read(line, page: page, isMarked: false, place: .body) else { return false }
    bylines.append((story.parts.count, index))
    add(.byline(page.string(index)), index)
    return true
  }

  /// "Thảo Vy (Theo Tân Hoa Xã) - Thứ năm, 02/03/2023 09:10": author and time in a long line right
  /// below the headline.
  mutating func takeLine(_ index: Int, _ block: PageBlock) -> Bool {
    guard let title, index < title.blocks.upperBound + 4, block.letters < 160 else { return false }
    let text = page.spaced(index)
    guard page.dateLine(text)?.published?.second != nil else { return false }
    _ = times.read(index, page: page, roles: .date, isBehind: true)
    if !takeName(before: index, isMarked: true) { leaveOut(index) }
    return true
  }
}
