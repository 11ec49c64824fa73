package import ClaimModel
internal import Lexicons

/// Finds the checkable numbers of a story: counts, money, measures, percentages.
///
/// "hơn 60 nhóm dân_quân" → > 60 "nhóm dân quân". Dates, hours, ages, ordinals, model names and
/// numbers that only name something ("quận 12") are left out.
package struct QuantityFinder {
  let story: Story
  let range: Range<Int>
  let contexts: NumberContexts
  let numerals: NumeralReader
  let unitReader: UnitReader

  /// The quantities in a range of the story's tokens, in text order.
  package static func quantities(in tokens: Range<Int>, of story: Story) -> [Quantity] {
    let range = tokens.clamped(to: 0..<story.tokens.count)
    guard !range.isEmpty else { return [] }
    return QuantityFinder(story: story, range: range).run()
  }

  private init(story: Story, range: Range<Int>) {
    self.story = story
    self.range = range
    contexts = story.language.numbers.contexts
    numerals = NumeralReader(story: story, limit: range.upperBound)
    unitReader = UnitReader(story: story, contexts: contexts, limit: range.upperBound)
  }

  private func run() -> [Quantity] {
    guard range.contains(where: numerals.mayStart) else { return [] }
    let dates = DateFinder.ranges(in: range, of: story)
    var found = [Quantity]()
    var date = 0
    // No quantity reaches back into the one before.
    var floor = range.lowerBound
    // Where the last count of a list ended: "18 người Ấn Độ, …".
    var counted: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      if date < dates.count, at >= dates[date].lowerBound {
        at = max(at, dates[date].upperBound)
        date += 1
        continue
      }
      guard numerals.mayStart(at: at), var candidate = candidate(at: at, from: floor)
      else {
        at += 1
        continue
      }
      candidate.goesOnWithList = counted.map { isListMark($0..<candidate.start) } ?? false
      if let quantity = quantity(from: candidate) {
        found.append(quantity)
        floor = candidate.end
        counted = candidate.isCount ? candidate.end : nil
        at = max(at + 1, candidate.end)
      } else {
        // "Ba nuôi hai con trâu": what was taken for a unit may hold the next number.
        at = max(at + 1, (candidate.high ?? candidate.low).end)
      }
    }
    return found
  }

  /// A comma, "and", or both, and nothing else.
  private func isListMark(_ tokens: Range<Int>) -> Bool {
    (1...2).contains(tokens.count)
      && tokens.allSatisfy {
        story.tokens[$0].scalar == 0x2C || RangeWords.lists(story.tokens[$0])
      }
  }

  private func quantity(from candidate: NumberCandidate) -> Quantity? {
    let filter = NumberFilter(story: story, range: range, contexts: contexts)
    guard filter.accepts(candidate) else { return nil }
    var value = candidate.low.value
    if candidate.low.isAmbiguous, candidate.unit.kind != .measure,
      story.language.numbers.customs.groupsWithoutUnit
    {
      let token = story.tokens[candidate.number]
      value = DigitReader.digits(story.bytes, from: Int(token.start), to: Int(token.end))
      if candidate.low.value < 0 { value = -value }
    }
    let span = TextSpan(
      Int(story.tokens[candidate.start].start), Int(story.tokens[candidate.end - 1].end))
    return Quantity(
      span: span, value: value, high: candidate.high?.value,
      comparator: candidate.high != nil
        ? .range : filter.isLimit(candidate) ? .atMost : candidate.comparator,
      unit: TokenText.text(of: candidate.unit.tokens, in: story))
  }
}
