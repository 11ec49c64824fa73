package import ClaimModel

/// All that a report says, without a form: what a desk found, about which stories, and what it did
/// not look at. Spans are UTF-8 bytes of the text of their story.
package struct ReportModel: Sendable {
  /// For whom it is made.
  package enum Audience: String, Sendable, CaseIterable {
    /// Colleagues: all there is.
    case editor
    /// Everybody: without notes, tags, names of staff and the log.
    case reader
  }

  package var audience: Audience
  /// In which language it speaks, English or Vietnamese.
  package var language: ArticleLanguage
  /// What made it: "theo 1.0".
  package var program: String
  /// When the last operation of the session was done; nil of an empty one.
  package var made: Timestamp?
  /// The selection that it was made of, as typed; nil for all claims.
  package var query: String?
  /// Who worked on it, in order of their first changes; nobody in a reader's report.
  package var checkers: [ReportChecker]
  /// Those that the claims stand in, in order of loading.
  package var stories: [ReportStory]
  /// In order of their ids.
  package var claims: [ReportClaim]
  package var conflicts: [ReportConflict]
  package var independence: [ReportIndependence]
  package var gaps: ReportGaps
  /// Oldest first; empty in a reader's report.
  package var log: [ReportChange]
  /// The hash of the session's last operation: 64 hexadecimal digits.
  package var head: String

  package init(
    audience: Audience, language: ArticleLanguage, program: String, made: Timestamp?,
    query: String?, checkers: [ReportChecker], stories: [ReportStory], claims: [ReportClaim],
    conflicts: [ReportConflict], independence: [ReportIndependence], gaps: ReportGaps,
    log: [ReportChange], head: String
  ) {
    self.audience = audience
    self.language = language
    self.program = program
    self.made = made
    self.query = query
    self.checkers = checkers
    self.stories = stories
    self.claims = claims
    self.conflicts = conflicts
    self.independence = independence
    self.gaps = gaps
    self.log = log
    self.head = head
  }
}

/// Somebody who changed something.
package struct ReportChecker: Sendable, Hashable {
  package var name: String
  package var changes: Int
  package var first: Timestamp
  package var last: Timestamp

  package init(name: String, changes: Int, first: Timestamp, last: Timestamp) {
    self.name = name
    self.changes = changes
    self.first = first
    self.last = last
  }
}

/// One line of the log.
package struct ReportChange: Sendable, Hashable {
  package var number: Int
  package var time: Timestamp
  package var user: String
  /// The line that would do it: "annotate c9 half-true, note".
  package var words: String
  package var note: String?
  package var isUndone: Bool

  package init(
    number: Int, time: Timestamp, user: String, words: String, note: String?, isUndone: Bool
  ) {
    self.number = number
    self.time = time
    self.user = user
    self.words = words
    self.note = note
    self.isUndone = isUndone
  }
}

/// What was not checked, and why.
package struct ReportGaps: Sendable {
  /// Claims without a verdict, those most worth checking first.
  package var unchecked: [ClaimID] = []
  /// Claims whose words changed with a version of their story after the verdict.
  package var changed: [ClaimID] = []
  /// Claims whose words went with a version of their story.
  package var gone: [ClaimID] = []
  /// Stories in a language whose claims are not found but where they are narrated.
  package var unread: [ArticleID] = []
  /// Code points of prose that are in no claim, by story; none where all is.
  package var prose: [(story: ArticleID, share: Double)] = []
  /// Claims that somebody dropped.
  package var dropped = 0
  /// Claims of the session that the report leaves out by its selection.
  package var outside = 0

  package init() {}
}
