package import ClaimModel

/// A claim of a past session, with what was found of it then.
package struct RememberedClaim: Sendable, Hashable {
  /// The path of the session's file.
  package var session: String
  /// What its story was called: its headline, else its name.
  package var story: String
  /// Its number in that session: 12 of "c12".
  package var number: Int
  package var language: ArticleLanguage
  /// Its words, as people read them.
  package var text: String
  package var speaker = ""
  package var verdict = Verdict.unchecked
  package var credibility = ""
  /// Who gave the verdict last, and when; "" and nil for a claim that nobody judged.
  package var user = ""
  package var time: Timestamp?
  package var notes: [String] = []
  package var evidence: [String] = []
  package var figures: [RememberedFigure] = []

  package init(
    session: String, story: String, number: Int, language: ArticleLanguage, text: String
  ) {
    self.session = session
    self.story = story
    self.number = number
    self.language = language
    self.text = text
  }

  /// Whether somebody said something of it.
  package var isChecked: Bool { verdict != .unchecked || !notes.isEmpty }
}

/// A number of a claim with what it counts: 14 "người chết".
package struct RememberedFigure: Sendable, Hashable {
  package var value: Double
  /// A range's upper end.
  package var high: Double?
  /// What it counts, as it stands in the claim; may be empty.
  package var unit: String
  /// As it is shown: "≥ 14 người chết".
  package var words: String

  package init(value: Double, high: Double? = nil, unit: String = "", words: String) {
    self.value = value
    self.high = high
    self.unit = unit
    self.words = words
  }

  /// Whether both state the same number: 64 and 64.3 are, 12 and 14 are not.
  package func agrees(with other: RememberedFigure) -> Bool {
    let (mine, theirs) = (
      value...max(value, high ?? value), other.value...max(other.value, other.high ?? other.value)
    )
    if mine.overlaps(theirs) { return true }
    return abs(value - other.value) <= 0.01 * max(abs(value), abs(other.value))
  }
}
