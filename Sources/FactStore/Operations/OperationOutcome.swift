package import ClaimModel

/// What an operation did, entity by entity.
package struct OperationOutcome: Sendable, Hashable {
  /// The operation's number in the log.
  package var number: Int
  /// Articles that came (or came back) and that went, with the claims found in them.
  package var articles: [ArticleChange]
  /// Claims that were touched one by one; those that came or went with an article are not here.
  package var claims: [ClaimChange]
  package var sources: [SourceChange]
  package var queries: [QueryChange]
  /// For undo and redo: numbers of the operations taken back or done again, in that order.
  package var steps: [Int]
}

package struct ArticleChange: Sendable, Hashable {
  package var id: ArticleID
  /// False where it went.
  package var stands: Bool
  /// Numbers of its extracted claims' ids.
  package var claims: Range<Int>
  /// How many of them listings have, as they were found.
  package var listed: Int
  /// What was put right about it; nil if it came or went.
  package var differences: [ArticleDifference]?

  package init(
    id: ArticleID, stands: Bool, claims: Range<Int>, listed: Int? = nil,
    differences: [ArticleDifference]? = nil
  ) {
    self.id = id
    self.stands = stands
    self.claims = claims
    self.listed = listed ?? claims.count
    self.differences = differences
  }
}

package enum ArticleDifference: Sendable, Hashable {
  case version(from: Int, to: Int)
  case date(from: CalendarDay?, to: CalendarDay?)
  case language(from: ArticleLanguage, to: ArticleLanguage)
  case url(from: String?, to: String?)
  case title(from: String?, to: String?)
  case author(from: String?, to: String?)
}

extension Article {
  func differences(from old: Article) -> [ArticleDifference] {
    var found = [ArticleDifference]()
    if date != old.date { found.append(.date(from: old.date, to: date)) }
    if language != old.language { found.append(.language(from: old.language, to: language)) }
    if url != old.url { found.append(.url(from: old.url, to: url)) }
    if headline != old.headline { found.append(.title(from: old.headline, to: headline)) }
    if author != old.author { found.append(.author(from: old.author, to: author)) }
    return found
  }
}

package struct ClaimChange: Sendable, Hashable {
  package var id: ClaimID
  /// Empty where all was so before: a claim attributed to a source that it had.
  package var differences: [ClaimDifference]

  package init(id: ClaimID, differences: [ClaimDifference]) {
    self.id = id
    self.differences = differences
  }
}

/// Whether something came or went.
package enum GainOrLoss: Sendable, Hashable {
  case gained, lost
}

package enum ClaimDifference: Sendable, Hashable {
  /// It was added by hand, or stands again.
  case added
  case dropped
  /// Its spans, kind, speaker or what hangs on them.
  case edited
  /// The same, as the extractor finds it since its story was put right.
  case reread
  /// Words of it are others with a version of its story, or what they were before.
  case rewritten([WordChange], GainOrLoss)
  /// Its words are not in its story since a version of that, or are again.
  case gone(version: Int, GainOrLoss)
  /// What its dates are by the date of its story, ISO 8601.
  case dates(from: [String], to: [String])
  /// Equal where an annotation confirmed it.
  case verdict(from: Verdict, to: Verdict)
  /// People do not agree on the verdict: who says what.
  case disputed([Opinion])
  /// They did not, and do now.
  case agreed
  case credibility(from: Credibility?, to: Credibility?)
  case note(String, GainOrLoss)
  case tag(String, GainOrLoss)
  case evidence(String, GainOrLoss)
  case capture(EvidenceCapture, GainOrLoss)
  case attribution(ClaimAttribution, GainOrLoss)
  /// What it and another claim are found to be; nil for nothing.
  case match(ClaimID, from: MatchRuling?, to: MatchRuling?)
  case correction(Correction, GainOrLoss)
}

package struct QueryChange: Sendable, Hashable {
  package var name: String
  /// What the name stood for, and stands for; nil for nothing.
  package var before: String?
  package var after: String?

  package init(name: String, before: String?, after: String?) {
    self.name = name
    self.before = before
    self.after = after
  }
}

package struct SourceChange: Sendable, Hashable {
  /// The canonical name.
  package var name: String
  package var differences: [SourceDifference]

  package init(name: String, differences: [SourceDifference]) {
    self.name = name
    self.differences = differences
  }
}

package enum SourceDifference: Sendable, Hashable {
  case added
  case removed
  /// It became an alias of that source.
  case merged(into: String)
  /// What it is a part of.
  case parent(from: String?, to: String?)
  /// It is an entry of its own again.
  case split
  case alias(String, GainOrLoss)
  /// Equal where an annotation confirmed it.
  case reliability(from: Reliability?, to: Reliability?)
  case note(String, GainOrLoss)
  case tag(String, GainOrLoss)
}
