internal import ClaimModel
internal import Lexicons

/// Names that stand in one list: "Hà Xuyên, Sơn Bình và Tân Lạc".
struct NameLists {
  let story: Story

  private static let comma: UInt32 = 0x2C
  /// Words of the longest name with what stands before it: "ông Nguyễn Văn Tám".
  private static let longestName = 6

  /// Where a list starts whose last names a range holds: those before a comma belong to it, if
  /// "và" stands in the range.
  func start(of range: Range<Int>, in sentence: Range<Int>) -> Int {
    guard !story.language.tokensAreWords, !range.isEmpty, isName(range.lowerBound),
      holdsLink(range)
    else { return range.lowerBound }
    var start = range.lowerBound
    while let name = name(endingAt: start, from: sentence.lowerBound) { start = name }
    return start
  }

  private func holdsLink(_ range: Range<Int>) -> Bool {
    let words = ClauseWords.of(story.language.code)
    return range.contains { at in
      words.has(.collects, story.tokens, at: at, end: range.upperBound)
        && at + 1 < range.upperBound && isName(at + 1)
        && (range.lowerBound..<at).allSatisfy { isName($0) || isComma($0) }
    }
  }

  /// Where the name before a comma starts; nil where none stands there.
  private func name(endingAt start: Int, from low: Int) -> Int? {
    guard start - 1 > low, isComma(start - 1), isName(start - 2) else { return nil }
    var first = start - 2
    while first > low, isName(first - 1), start - first <= Self.longestName { first -= 1 }
    // "Ông", "bà"
    if first > low,
      let title = story.language.titles.titles.match(
        at: first - 1, in: story.tokens, limit: start), title.end == first
    {
      first -= 1
    }
    return first
  }

  private func isComma(_ at: Int) -> Bool { story.tokens[at].scalar == Self.comma }

  private func isName(_ at: Int) -> Bool {
    story.tokens[at].kind == .word && story.tokens[at].isCapitalised
  }
}
