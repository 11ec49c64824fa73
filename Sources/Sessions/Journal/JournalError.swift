package import TerminalText
package import SystemPackage

/// Why a journal cannot be recovered. It stays as it is.
package struct JournalError: Error, Sendable, Hashable {
  package enum Kind: Error, Sendable, Hashable {
    case cannotRead(Errno)
    case notAJournal
    case newerVersion(found: Int, supported: Int)
    /// The session's file that its operations follow cannot be opened.
    case session(SessionError)
    /// The session's file does not hold the operations that those in the journal follow.
    case otherHistory(FilePath, operations: Int)
  }

  package var path: FilePath
  package var kind: Kind
}

extension JournalError.Kind {
  /// Whether the session's file is not there.
  var isMissing: Bool {
    guard case .session(let error) = self else { return false }
    return error.kind == .cannotRead(.noSuchFileOrDirectory)
      || error.kind == .cannotRead(.notDirectory)
  }
}

/// What is wrong with a journal whose operations before that are recovered.
package enum JournalProblem: Sendable, Hashable {
  /// The last line was not written whole: it was never acknowledged.
  case tornLine(Int)
  /// A line is not what was written there, or none that this theo knows; so many follow it.
  case brokenLine(Int, following: Int)
  /// An operation that does not lead to the recorded state.
  case stateDiffers(line: Int, following: Int)
}

extension JournalProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tornLine(let line):
      "line \(line), its last, was not written whole, and is left out: it was not acknowledged yet"
    case .brokenLine(let line, let following):
      "line \(line) is not what theo wrote there; all before it is recovered"
        + Self.rest(following)
    case .stateDiffers(let line, let following):
      "the operation in line \(line) does not lead to the state that was recorded; "
        + "all before it is recovered" + Self.rest(following)
    }
  }

  private static func rest(_ count: Int) -> String {
    count == 0 ? "" : ", \(count) \(count == 1 ? "line" : "lines") after it not"
  }

  /// Whether the file holds more than what was recovered.
  package var leavesSomething: Bool { if case .tornLine = self { false } else { true } }
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .cannotRead(let error): "cannot read '\(path)': \(error.sentence)"
    case .notAJournal: "'\(path)' is no journal of theo's, or its first line is broken"
    case .newerVersion(let found, let supported):
      "'\(path)' is a journal of version \(found); this theo reads up to version \(supported). "
        + "A newer theo recovers it"
    case .session(let error):
      "'\(path)' follows a session: \(error)"
        + (kind.isMissing
          ? ". If it was moved or renamed, say where it is: recover \(path) --session FILE" : "")
    case .otherHistory(let session, let operations):
      "'\(path)' follows operation \(operations) of '\(session)', which that file does not hold "
        + "any more. Put the file back from a copy, name the one that holds it "
        + "(recover \(path) --session FILE), or let the journal go with recover --drop"
    }
  }
}

extension JournalError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("\(self)") }

  package var status: ProgramStatus {
    switch kind {
    case .cannotRead: .noInput
    case .session(let error): error.status
    default: .badData
    }
  }
}
