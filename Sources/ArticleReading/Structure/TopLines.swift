internal import ClaimModel

/// What stands above the headline of a copied page: the day, and perhaps the section above it.
///
/// `Thời sự | Thứ hai, 12/5/2025, 09:15 (GMT+7) | Cầu mới ở Bãi Dài thông xe | …` → the headline is
/// the third line. A headline has the date line below it as well: it is a section's name only where
/// another headline follows the day.
struct TopLines {
  var day: CalendarDay
  /// The line that says the day.
  var date: TextSpan
  /// The line above it.
  var section: TextSpan?

  private static let longestSection = 4

  /// Nil where neither the first line nor the second one says the day and nothing else, or the
  /// first one is the headline.
  init?(_ story: StoryText) {
    if let day = Self.day(story, 0) {
      (self.day, date) = (day, story.lines[0].span)
    } else if story.lines.count > 3, let day = Self.day(story, 1), Self.isSection(story),
      Self.isHeadline(story, 2)
    {
      (self.day, date) = (day, story.lines[1].span)
      section = story.lines[0].span
    } else {
      return nil
    }
  }

  private static func day(_ story: StoryText, _ line: Int) -> CalendarDay? {
    let words = story.words(story.lines[line].span, limit: 30)
    return DateText(words: words, bytes: story.bytes).wholeDate
  }

  /// "Thời sự", "Kinh doanh & Đời sống": a few words without a stop.
  private static func isSection(_ story: StoryText) -> Bool {
    let words = story.words(story.lines[0].span, limit: longestSection + 1)
    return words.count <= longestSection && words.first?.isName == true
      && words.allSatisfy { $0.kind == .word || $0.isMark("&") || $0.isMark("-") }
  }

  /// Words in small letters, so that it is no author's name; no stop, and longer prose below.
  private static func isHeadline(_ story: StoryText, _ line: Int) -> Bool {
    let words = story.words(story.lines[line].span, limit: 31)
    guard (4...30).contains(words.count), let last = words.last else { return false }
    return !last.endsSentence && !last.isMark(":")
      && words.count(where: { $0.shape == .lower }) > 1
      && story.lines[line + 1].span.count > story.lines[line].span.count
  }
}
