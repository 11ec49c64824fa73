package import ClaimModel

/// Claims on one thing that cannot all be true.
package struct Conflict: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Other numbers of the same thing.
    case number
    /// The same number in another unit: 40 million dollars, 40 million euros.
    case unit
    /// The same in other words, on another day.
    case date
  }

  /// One claim's figure or date.
  package struct Statement: Sendable, Hashable {
    package var claim: ClaimID
    package var article: ArticleID
    /// Nil for a date.
    package var quantity: Quantity?
    package var date: String?
  }

  /// Statements that agree with each other.
  package struct Side: Sendable, Hashable {
    package var statements: [Statement]
  }

  package var kind: Kind
  /// What is counted: "people dead", "containers"; empty for dates.
  package var subject: String
  /// At least two; the one with most articles first.
  package var sides: [Side]
}

/// Two claims that disagree, and in which figures.
struct ClaimTension {
  /// A claim with the place of its quantity, nil for its date.
  struct End: Hashable {
    var claim: Int
    var quantity: Int?
  }

  var kind: Conflict.Kind
  var subject: String
  var first: End
  var second: End
}
