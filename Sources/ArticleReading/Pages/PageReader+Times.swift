internal import ClaimModel

/// Which blocks say a time and no more.
extension PageReader {
  private static let today = ["Hôm nay", "Today", "Bây giờ là"].map { PageText($0) }

  /// "Hôm nay 19-11-2009": the day of the visit.
  func isToday(_ index: Int) -> Bool {
    // What begins with another letter is told without reading its words.
    let first = page.bytes(index).first { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 } ?? 0
    guard first >= 0x80 || "hbt".utf8.contains(first | 0x20) else { return false }
    let text = page.words(index)
    return Self.today.contains { text.starts(with: $0) }
  }

  /// "Ann Poe | March 5, 2024" right below the headline.
  func isBarred(_ index: Int) -> Bool {
    guard let title else { return false }
    return index < title.blocks.upperBound + 4
      && ["|", "•", "·"].contains { page.string(index).contains($0) }
  }

  func isMoment(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    if index >= lastProse, block.letters < 90, page.dateLine(page.string(index))?.isLabelled == true
    {
      return true
    }
    guard block.letters < 40 else { return false }
    if roles.contains(.moment) { return true }
    // "Updated at 13.20 GMT"
    if roles.contains(.updated), page.bytes(index).contains(where: { $0 &- 0x30 < 10 }) {
      return true
    }
    return PageStamp.isMoment(page.bytes(index))
      || !roles.isDisjoint(with: [.date, .updated]) && page.dateLine(page.string(index)) != nil
  }

  /// A line for names or times between the lead and the first paragraph.
  func isBehindLead(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    guard story.lead != nil, index <= body.lowerBound + 6, block.letters < 160,
      !roles.isDisjoint(with: [.byline, .date, .updated, .place]) || isDateLine(index, block)
        || isBesideDate(index, block)
    else { return false }
    return story.parts.allSatisfy { if case .paragraph = $0 { false } else { true } }
  }

  /// Whether a line without links stands near the headline: what stands there beside a link to the
  /// rubric, or to the comments, is no list of other stories.
  func isAtTitle(_ index: Int, _ block: PageBlock) -> Bool {
    guard let title, block.linked == 0, block.letters < 90 else { return false }
    return (title.blocks.lowerBound - 4..<title.blocks.upperBound + 8).contains(index)
      && ![.comments, .advertisement, .subscription].contains(scope.causes[index])
  }

  /// "Mon 3 Feb 2025 16.22 GMT", and no sentence.
  func isDateLine(_ index: Int, _ block: PageBlock) -> Bool {
    block.letters < 60 && page.bytes(index).last != 0x2E && page.dateLine(page.string(index)) != nil
  }

  /// "9 April 2024" behind "Published" in a block of its own, as in `<dt>` and `<dd>`.
  func isLabelledTime(_ index: Int) -> Bool {
    guard index > 0, page.blocks[index].letters < 40, page.blocks[index - 1].letters < 30 else {
      return false
    }
    let line = page.string(index - 1) + ": " + page.string(index)
    return page.dateLine(line)?.isLabelled == true
  }
}
