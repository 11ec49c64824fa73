package import ClaimModel
package import Figures

/// Figures of one thing that cannot all be true, or that a reader must see beside each other.
package struct Conflict: Sendable, Hashable {
  /// One story's figure.
  package struct Statement: Sendable, Hashable {
    /// The claim that holds it; nil where no claim does: a title, a sentence of the story's own.
    package var claim: ClaimID?
    package var article: ArticleID
    /// Bound, number and what is counted as they stand; bytes of the story.
    package var figure: TextSpan
    /// The sentence it stands in; bytes of the story.
    package var sentence: TextSpan
  }

  /// Statements that agree with each other.
  package struct Side: Sendable, Hashable {
    package var statements: [Statement]
  }

  package var relation: FigureRelation
  /// "number", "date", "time", "score", "rank" …
  package var kind: String
  /// What is counted: "people injured", "containers", "profit".
  package var subject: String
  /// At least two; the one with most articles first.
  package var sides: [Side]
  /// Why the stories are taken to be on one event, and the figures to be of one thing.
  package var reasons: [String]
}

/// Two figures that disagree.
struct FigureTension {
  /// A story with the place of a figure among its figures.
  struct End: Hashable {
    var article: Int
    var figure: Int
  }

  var relation: FigureRelation
  var kind: String
  var subject: String
  var first: End
  var second: End
  var reasons: [String]
}
