package import ClaimModel

/// A new version of a story, with all that follows from it for its claims: an extractor of another
/// day gives the same session. The text before it stays in the operations.
package struct StoryUpdate: Sendable, Hashable {
  package var id: ArticleID
  /// The whole of the new version.
  package var article: Article
  package var claims: ClaimFates

  package init(_ id: ArticleID, _ article: Article, claims: ClaimFates = ClaimFates()) {
    self.id = id
    self.article = article
    self.claims = claims
  }
}

/// What becomes of a story's claims when it changes. Spans count in the new text; a claim that is
/// not named stands as it did, with the spans that it had.
package struct ClaimFates: Sendable, Hashable {
  /// Their words are the same; where they stand is not.
  package var moved: [RevisedClaim]
  package var changed: [ChangedClaim]
  /// Their words are in the text no more: orphans, which keep what was said of them.
  package var gone: [ClaimID]
  /// They were not there before; they get the next free ids.
  package var added: [Claim]

  package init(
    moved: [RevisedClaim] = [], changed: [ChangedClaim] = [], gone: [ClaimID] = [],
    added: [Claim] = []
  ) {
    self.moved = moved
    self.changed = changed
    self.gone = gone
    self.added = added
  }
}

/// A claim of which some words are others.
package struct ChangedClaim: Sendable, Hashable {
  package var id: ClaimID
  /// As it is in the new text.
  package var claim: Claim
  package var words: [WordChange]

  package init(id: ClaimID, claim: Claim, words: [WordChange]) {
    self.id = id
    self.claim = claim
    self.words = words
  }
}
