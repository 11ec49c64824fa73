package import ClaimModel

/// Figures that cannot all be true, or that a reader must see beside each other.
package struct ReportConflict: Sendable, Hashable {
  package struct Statement: Sendable, Hashable {
    /// Nil where the story itself says it: in its title, or in a sentence that is no claim.
    package var claim: ClaimID?
    package var story: ArticleID
    package var speakers: [String]
    package var words: String
    package init(claim: ClaimID?, story: ArticleID, speakers: [String], words: String) {
      self.claim = claim
      self.story = story
      self.speakers = speakers
      self.words = words
    }
  }

  /// Those who agree with each other.
  package struct Side: Sendable, Hashable {
    /// "14 people dead", "2024-01-05"
    package var figure: String
    package var statements: [Statement]
    package init(figure: String, statements: [Statement]) {
      self.figure = figure
      self.statements = statements
    }
  }

  /// "contradict", or "differ" where both may be true.
  package var relation: String
  /// "number", "date", "hour" or another kind of the engine's.
  package var kind: String
  package var subject: String
  package var sides: [Side]

  package init(relation: String, kind: String, subject: String, sides: [Side]) {
    self.relation = relation
    self.kind = kind
    self.subject = subject
    self.sides = sides
  }
}

/// From how many sources the stories that carry a claim have it.
package struct ReportIndependence: Sendable, Hashable {
  /// Why a step from a story to its source is taken.
  package enum Step: Sendable, Hashable {
    case byline, dateline
    case cited(ClaimID)
    case said(ClaimID)
    case attributed(ClaimID)
    /// The story has so much of the other's text, 0 to 1.
    case copy(of: ArticleID, alike: Double)
    case signedCopy(of: ArticleID)
    case own
  }

  package struct Path: Sendable, Hashable {
    package var steps: [Step]
    /// A source's name, or a story's id where nothing leads further.
    package var root: String
    package init(steps: [Step], root: String) {
      self.steps = steps
      self.root = root
    }
  }

  package struct Carrier: Sendable, Hashable {
    package var claim: ClaimID
    package var story: ArticleID
    package var paths: [Path]
    package init(claim: ClaimID, story: ArticleID, paths: [Path]) {
      self.claim = claim
      self.story = story
      self.paths = paths
    }
  }

  package var claim: ClaimID
  package var words: String
  package var carriers: [Carrier]
  /// All roots by name, and the fewest that all stories may come from.
  package var roots: [String]
  package var fewest: [String]
  /// Whom all of them have it from in the end.
  package var speaker: String?

  package init(
    claim: ClaimID, words: String, carriers: [Carrier], roots: [String], fewest: [String],
    speaker: String?
  ) {
    self.claim = claim
    self.words = words
    self.carriers = carriers
    self.roots = roots
    self.fewest = fewest
    self.speaker = speaker
  }
}

extension ReportIndependence {
  /// Those whose ways a report tells one by one; of a story that everybody copied the first twenty.
  var told: ArraySlice<Carrier> { carriers.prefix(20) }
  var untold: Int { carriers.count - told.count }
}
