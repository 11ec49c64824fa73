internal import ClaimModel
internal import Lexicons

/// The plainest statements, which nothing else can be: somebody with a title and a name opens a
/// sentence, a verb that attributes follows, and what is said right behind it.
///
/// `Bà Hoa nói đê vững`; `Bà Trần Lan, thị trưởng, thông báo cầu mở lại`, but not `Bà Hoa nói với
/// phóng viên …`, which may be anything. In 600 stories 125 of 126 such verbs attribute.
struct PlainStatements {
  let story: Story
  private let titles: SpeakerLexicon

  private static let comma: UInt32 = 0x2C
  /// Tokens of an apposition between commas.
  private static let longest = 10

  init(story: Story) {
    self.story = story
    titles = story.language.titles
  }

  /// Whether a rule found a candidate to be such a statement.
  func isOne(_ candidate: DraftCandidate) -> Bool {
    guard titles.customs.familyNameStandsFirst, let ruled = candidate.ruled,
      ruled.cue.count == 1, ruled.source.count == 1, let cue = ruled.cue.first,
      let source = ruled.source.first, let content = ruled.content.first,
      content.lowerBound == cue.upperBound || story.tokens[cue.upperBound].scalar == 0x3A,
      opensSentence(source.lowerBound), isNamed(source), joins(source, cue)
    else { return false }
    return !titles.words.prepositions.contains(story.tokens[cue.upperBound].key.exact)
  }

  private func opensSentence(_ at: Int) -> Bool {
    story.sentences.contains { $0.tokens.lowerBound == at && $0.region == .body }
  }

  /// "Bà Hoa", "Thủ tướng Trần Lan", up to a comma.
  private func isNamed(_ source: Range<Int>) -> Bool {
    let end = source.first { story.tokens[$0].scalar == Self.comma } ?? source.upperBound
    guard
      let title = titles.titles.match(
        at: source.lowerBound, in: story.tokens, limit: end), title.end < end
    else { return false }
    return (title.end..<end).allSatisfy { story.tokens[$0].isCapitalised }
  }

  /// Nothing between a source and its cue but an apposition's second comma.
  private func joins(_ source: Range<Int>, _ cue: Range<Int>) -> Bool {
    if source.upperBound == cue.lowerBound { return true }
    guard source.upperBound < cue.lowerBound,
      story.tokens[cue.lowerBound - 1].scalar == Self.comma
    else { return false }
    let between = source.upperBound..<cue.lowerBound - 1
    return between.count <= Self.longest
      && (between.isEmpty || story.tokens[between.lowerBound].scalar == Self.comma)
  }
}
