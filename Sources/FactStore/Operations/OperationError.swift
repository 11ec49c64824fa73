package import ClaimModel

/// Why an operation does not apply. The store is left as it was.
package enum OperationError: Error, Sendable, Hashable {
  case noSuchClaim(ClaimID, last: ClaimID?)
  case noSuchArticle(ArticleID, last: ArticleID?)
  case droppedClaim(ClaimID)
  case droppedArticle(ArticleID)
  /// A claim of a story that was dropped.
  case storyDropped(ClaimID, ArticleID)
  /// A span of a claim that does not lie in its article's text, or has no content.
  case spanOutsideText(TextSpan, ArticleID)
  case emptyClaim
  case noSuchSource(String, nearest: [String])
  /// Claims that the source is not attributed to.
  case notAttributed([ClaimID], String)
  case emptySourceName
  case sourceExists(String)
  case aliasTaken(String, by: String)
  case sameSource(String)
  /// A source cannot be a part of itself or of its own parts.
  case ownParent(String)
  case sameClaim(ClaimID)
  case emptyMark
  case nothingSelected
  /// What a query cannot be called: a name is letters, digits, "-" and "_".
  case badQueryName(String)
  case emptyQuery
  case noSuchQuery(String, nearest: [String])
  case nothingToUndo
  case nothingToRedo
  case noSuchOperation(Int, last: Int)
  /// The state behind that operation is the present one.
  case alreadyThere(Int)
}
