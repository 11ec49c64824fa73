package import ClaimModel
package import Lexicons

/// One change to the store, by whom and when: the only way in which the store changes.
///
/// The session file is the list of operations with the state they lead to; replay, undo, merge
/// and recovery fold operations.
package struct Operation: Sendable, Hashable {
  package var user: String
  package var time: Timestamp
  package var action: Action
  /// What names in it were found to be, as far as no source had them; nil if it was not done
  /// yet, or by a theo that did not write it down: then the store's catalogue is asked.
  package var resolved: [ResolvedName]?
  /// What of a newsroom's own words the stories and claims in it rest on: for readers of the
  /// session, who need not have the tables. Nothing is made of it when it is done again.
  package var ownWords: [OwnWords.Entry]

  package init(
    user: String, time: Timestamp, action: Action, resolved: [ResolvedName]? = nil,
    ownWords: [OwnWords.Entry] = []
  ) {
    self.user = user
    self.time = time
    self.action = action
    self.resolved = resolved
    self.ownWords = ownWords
  }
}

/// What an operation does.
package enum Action: Sendable, Hashable {
  /// Articles enter with the claims the extractor found in them; they get the next free ids.
  case load([LoadedArticle])
  /// Claims are attributed to sources, named by any of their aliases; unknown ones are added.
  case attribute(claims: [ClaimID], sources: [String], role: AttributionRole)
  /// The attributions of claims to these sources are taken away, whoever gave them.
  case removeAttribution(claims: [ClaimID], sources: [String])
  case annotateClaims([ClaimID], ClaimMark)
  case annotateSource(String, SourceMark)
  /// A claim that the extractor missed; it gets the next free id.
  case addClaim(ArticleID, Claim)
  /// A claim is put right by hand: its place, cue, source and all that hangs on them.
  case editClaim(ClaimID, Claim)
  case dropClaims([ClaimID])
  /// What is said of a story is put right, and the claims found in it with that.
  case editArticle(ArticleID, ArticleEdit)
  /// Stories get new versions, and their claims follow.
  case updateArticles([StoryUpdate])
  /// Stories go, with their claims and what was said of these; their ids are not given out again.
  case dropArticles([ArticleID])
  case addSource(Source)
  case addAliases(source: String, aliases: [String])
  /// The second source becomes an alias of the first, with its claims and marks.
  case mergeSources(into: String, from: String)
  /// A query gets a name: `@name` stands for it.
  case saveQuery(name: String, query: String)
  case dropQuery(String)
  /// Somebody found that two claims say the same, or do not.
  case ruleMatch(ClaimID, ClaimID, MatchRuling)
  /// What was published of a claim was wrong, and a note puts it right.
  case recordCorrection(ClaimID, Correction)
  /// Takes back the last operation that stands, once for each step.
  case undo(steps: Int)
  /// Does again what was taken back last, once for each step.
  case redo(steps: Int)
  /// Goes to the state behind the operation of this number, 0 for the empty one: takes back what
  /// is not part of it and does again what is, also of a branch that was left by new changes.
  case goTo(operation: Int)
}

/// An article with what the extractor found in it.
package struct LoadedArticle: Sendable, Hashable {
  package var article: Article
  package var claims: PackedClaims
  package init(article: Article, claims: PackedClaims) {
    self.article = article
    self.claims = claims
  }
}

/// An operation that was applied.
package struct LoggedOperation: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case stands
    /// An undo took it back; a redo makes it stand again.
    case undone
  }

  /// From 1, in order.
  package var number: Int
  package var operation: Operation
  /// The state that it led to.
  package var digest: StateDigest
  /// Undo and redo always stand.
  package internal(set) var status: Status
}
