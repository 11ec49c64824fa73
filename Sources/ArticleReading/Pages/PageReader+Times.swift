internal import ClaimModel

/// Which blocks say a time and no more.
extension PageReader {
  /// "Hôm nay 19-11-2009": the day of the visit.
  func isToday(_ index: Int) -> Bool {
    let text = page.words(index)
    return ["Hôm nay", "Today", "Bây giờ là"].contains { text.starts(with: PageText($0)) }
  }

  /// "Ann Poe | March 5, 2024" right below the headline.
  func isBarred(_ index: Int) -> Bool {
    guard let title else { return false }
    return index < title.blocks.upperBound + 4
      && ["|", "•", "·"].contains { page.string(index).contains($0) }
  }

  func isMoment(_ index: Int, _ block: PageBlock, _ roles: PageRoles) -> Bool {
    if index >= lastProse, block.letters < 90, PageDateLine(page.string(index))?.isLabelled == true
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
      || !roles.isDisjoint(with: [.date, .updated]) && PageDateLine(page.string(index)) != nil
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
    block.letters < 60 && page.bytes(index).last != 0x2E && PageDateLine(page.string(index)) != nil
  }

  /// "9 April 2024" behind "Published" in a block of its own, as in `<dt>` and `<dd>`.
  func isLabelledTime(_ index: Int) -> Bool {
    guard index > 0, page.blocks[index].letters < 40, page.blocks[index - 1].letters < 30 else {
      return false
    }
    let line = page.string(index - 1) + ": " + page.string(index)
    return PageDateLine(line)?.isLabelled == true
  }
}
