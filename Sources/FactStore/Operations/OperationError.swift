package import TerminalText
package import ClaimModel

/// Why an operation does not apply. The store is left as it was.
package enum OperationError: Error, Sendable, Hashable {
  case noSuchClaim(ClaimID, last: ClaimID?)
  case noSuchArticle(ArticleID, last: ArticleID?)
  case droppedClaim(ClaimID)
  case droppedArticle(ArticleID)
  /// A claim of a story that was dropped.
  case storyDropped(ClaimID, ArticleID)
  /// A claim whose words are not in its story since a version of that.
  case goneClaim(ClaimID, version: Int)
  /// Something is said of another text than the story has.
  case otherVersion(ArticleID)
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
  /// A correction without wrong or right words, or whose right words are the wrong ones.
  case emptyCorrection
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

extension OperationError {
  /// Why in words, with what to do where that is not plain.
  package var sentence: String {
    switch self {
    case .noSuchClaim(let id, let last):
      "there is no claim \(id)" + (last.map { "; the last is \($0)" } ?? "; load a story first")
    case .noSuchArticle(let id, let last):
      "there is no article \(id)" + (last.map { "; the last is \($0)" } ?? "; load a story first")
    case .droppedClaim(let id): "\(id) was dropped; undo brings it back"
    case .droppedArticle(let id): "\(id) was dropped; undo brings it back"
    case .storyDropped(let id, let story):
      "\(id) went with its story: \(story) was dropped; undo brings both back"
    case .goneClaim(let id, let version):
      "\(id) went with version \(version) of its story; 'show \(id)' has what was said of it"
    case .otherVersion(let id): "\(id) has another text here"
    case .spanOutsideText(_, let article): "the words do not lie within the text of \(article)"
    case .emptyClaim: "a claim needs words"
    case .noSuchSource(let name, let nearest):
      "no source is called '\(name)'"
        + (nearest.first.map { "; did you mean '\($0)'?" } ?? "; 'sources' lists them")
    case .notAttributed(let claims, let source):
      claims.map(\.description).joined(separator: ", ") + ": not attributed to '\(source)'"
    case .emptySourceName: "a source needs a name"
    case .sourceExists(let name): "there is a source '\(name)' already"
    case .aliasTaken(let alias, let name): "'\(alias)' is a name of '\(name)' already"
    case .sameSource(let name): "'\(name)' cannot be merged with itself"
    case .ownParent(let name): "'\(name)' cannot be a part of itself or of its own parts"
    case .sameClaim(let id): "\(id) cannot be compared with itself"
    case .emptyMark: "nothing to set: expected a verdict, a note, a tag or the like"
    case .emptyCorrection:
      "a correction needs the words that were wrong, and other ones that are right"
    case .nothingSelected: "nothing is selected"
    case .badQueryName(let name):
      "'\(name)' is no name for a query; expected letters, digits, - and _, as in: hot"
    case .emptyQuery: "a saved query needs words, fields or ids"
    case .noSuchQuery(let name, let nearest):
      "no query is saved as '\(name)'"
        + (nearest.first.map { "; did you mean '\($0)'?" } ?? "; 'query list' shows them")
    case .nothingToUndo: "nothing to undo"
    case .nothingToRedo: "nothing to redo"
    case .noSuchOperation(let number, let last):
      last == 0
        ? "there is no operation \(number): nothing was done yet"
        : "there is no operation \(number); 'log' lists 1 to \(last), and 0 is before the first"
    case .alreadyThere(let number): "all is as it was after operation \(number)"
    }
  }
}

extension OperationError: UserFacing {
  package var message: ErrorMessage { ErrorMessage(sentence) }
  package var status: ProgramStatus { .failed }
}
