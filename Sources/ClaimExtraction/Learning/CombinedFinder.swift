internal import ClaimModel

/// Rules and learned taggers together.
///
/// What the taggers find stands where they are sure enough; where a rule finds the same, less
/// will do. Of what only the rules find, English keeps all and Vietnamese what begins with a
/// quotation: so they did best on stories not trained on.
package struct CombinedFinder: Sendable {
  package static let shared = CombinedFinder()

  private let rules = RuleFinder()
  private let learned = LearnedFinder.shared

  /// The attributions of a story, those of the taggers first.
  package func attributions(in story: Story) -> [AttributionDraft] {
    let ruled = rules.attributions(in: story)
    let tagged = learned.attributions(in: story, agreeing: ruled)
    let isEnglish = story.language == .english
    let more = ruled.filter { one in
      (isEnglish || tagged.isEmpty || Self.beginsQuoted(one, in: story))
        && Self.isAddition(one, to: tagged)
    }
    return tagged + more
  }

  private static func beginsQuoted(_ one: AttributionDraft, in story: Story) -> Bool {
    guard let start = one.content.first?.lowerBound else { return false }
    return story.quotations(overlapping: start..<start + 1).contains {
      $0.tokens.lowerBound == start
    }
  }

  private static func isAddition(
    _ one: AttributionDraft, to tagged: [AttributionDraft]
  ) -> Bool {
    !tagged.contains { other in
      let sharesCue = other.cue.contains { range in one.cue.contains { $0.overlaps(range) } }
      return sharesCue || overlap(one.content, other.content) >= 0.5
    }
  }

  /// Share of the tokens of both that both have.
  static func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Double {
    var both = 0
    for one in a { for other in b { both += one.clamped(to: other).count } }
    let all = a.reduce(0) { $0 + $1.count } + b.reduce(0) { $0 + $1.count } - both
    return all == 0 ? 0 : Double(both) / Double(all)
  }
}
