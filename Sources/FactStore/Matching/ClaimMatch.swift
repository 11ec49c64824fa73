package import ClaimModel

/// A claim that may say the same as another.
package struct ClaimMatch: Sendable, Hashable {
  package var claim: ClaimID
  package var article: ArticleID
  /// How likely it is the same claim, 0 to 1; 1 where somebody confirmed it.
  package var score: Double
  /// The strongest first.
  package var reasons: [MatchReason]
  package var ruling: MatchRuling?
  /// Whether it is taken to say the same: confirmed, or alike enough with no figure that differs.
  package var isSame: Bool
}

/// Why two claims match, in parts; quantities are those of the first claim, then the second.
package enum MatchReason: Sendable, Hashable {
  /// The part of the words that they share, 0 to 1.
  case words(Double)
  case sameFigure(Quantity, Quantity, kind: String?)
  /// Both give a number of the same thing, and the numbers cannot both be true.
  case otherFigure(Quantity, Quantity, kind: String?)
  case speaker(String)
  /// As they stand in the first claim.
  case names([String])
  case date(String)
  /// Their articles speak of the same people and places.
  case event
}
