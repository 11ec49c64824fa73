package import ClaimModel
package import Disk
package import FactStore
package import JSONText
package import SystemPackage

/// Why a session cannot be opened or saved. What was open stays as it was.
package struct SessionError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case cannotRead(Errno)
    case cannotWrite(WriteFailure)
    /// The file is not the one that was read or written last.
    case changedOutside
    /// JSON, or not even that, but without `"format": "theo-session"`.
    case notASession
    case brokenJSON(JSONError)
    case newerVersion(found: Int, supported: Int)
    /// Sound JSON that is not what the format says.
    case wrongFormat(FormatError, JSONPosition)
    /// An operation that cannot be done on the state that those before it lead to.
    case operationFails(number: Int, OperationError)
    /// A session of operations alone, whose stories were not all given.
    case storiesMissing([MissingStory])
    /// A story of a session of operations alone in which other claims are found than were then.
    case storiesReadDifferently(operation: Int)
  }

  package var path: FilePath
  package var kind: Kind

  package init(_ path: FilePath, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

extension SessionError {
  /// Whether the file was written all the same: only that the disk has it is not certain.
  package var isWritten: Bool {
    guard case .cannotWrite(let failure) = kind else { return false }
    return failure.step == .syncFolder
  }
}

/// What is odd about a session that was opened nevertheless.
package enum SessionFinding: Sendable, Hashable {
  /// The file was of an older version, without what this one knows to check.
  case migrated(from: Int)
  /// The text is not the one that was saved.
  case articleChanged(ArticleID, name: String)
  /// The same of a later version of a story; its place among all of them, from 0.
  case versionChanged(ArticleID, name: String, place: Int)
  /// The first operation whose hash is not that of it and the one before.
  case chainBroken(operation: Int)
  /// The first operation after which the state is not the recorded one.
  case stateDiffers(operation: Int, expected: StateDigest, found: StateDigest)
  /// What the file says that its operations come to, at the first place where it is wrong.
  case summaryDiffers(JSONPath)
  /// The root does not say what it must: "end" or "state" was taken out.
  case memberMissing(String)
  /// The root's end is that of other operations: some were cut off or added; the number that it
  /// says, and how many there are.
  case endDiffers(recorded: Int?, found: Int)

  /// Whether other hands than theo's changed the session.
  package var isBreak: Bool { if case .migrated = self { false } else { true } }

  /// Where in the document it shows.
  package var path: JSONPath {
    switch self {
    case .migrated: JSONPath([.key("version")])
    case .articleChanged(let id, _):
      JSONPath([.key("articles"), .index(id.number - 1), .key("text")])
    case .versionChanged(_, _, let place):
      JSONPath([.key("versions"), .index(place), .key("text")])
    case .chainBroken(let number): JSONPath([.key("operations"), .index(number - 1)])
    case .stateDiffers(let number, _, _):
      JSONPath([.key("operations"), .index(number - 1), .key("digest")])
    case .summaryDiffers(let path): path
    case .memberMissing: JSONPath()
    case .endDiffers: JSONPath([.key("end")])
    }
  }
}
