package import ClaimModel
package import FactStore
package import JSONText
package import SystemPackage

/// Why a session cannot be opened or saved. What was open stays as it was.
package struct SessionError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case cannotRead(Errno)
    case cannotWrite(WriteFailure)
    /// JSON, or not even that, but without `"format": "theo-session"`.
    case notASession
    case brokenJSON(JSONError)
    case newerVersion(found: Int, supported: Int)
    /// Sound JSON that is not what the format says.
    case wrongShape(ShapeError, JSONPosition)
    /// An operation that cannot be done on the state that those before it lead to.
    case operationFails(number: Int, OperationError)
  }

  package var path: FilePath
  package var kind: Kind

  package init(_ path: FilePath, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// What is odd about a session that was opened nevertheless.
package enum SessionFinding: Sendable, Hashable {
  /// The text is not the one that was saved.
  case articleChanged(ArticleID, name: String)
  /// The first operation after which the state is not the recorded one.
  case stateDiffers(operation: Int, expected: StateDigest, found: StateDigest)
}
