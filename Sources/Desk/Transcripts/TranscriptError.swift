import Presentation
package import TerminalText

/// Why a transcript is not gone on with, or does not come out as it did.
package enum TranscriptError: UserFacing {
  /// A transcript that cannot be gone on with.
  case ended(String, reason: String)
  /// A file without a prompt in it.
  case noTranscript(String)
  case checkDiffers(String, removed: Int, added: Int)
  /// A transcript that did not begin with that session, or with an empty desk.
  case otherStart(String, session: String?)
  /// What a transcript began with and was not named for its check.
  case startNotNamed(String, [String])
  /// What is not done while a transcript is checked, and why.
  case refused(String)
  /// The line of a transcript that is not run.
  case checkedLine(Int, String, UserError)

  package var message: ErrorMessage {
    switch self {
    case .ended(let path, let reason):
      ErrorMessage(
        "the transcript '\(path)' ends before this command: \(reason). "
          + "Begin another with transcript on NEW.txt")
    case .noTranscript(let path):
      ErrorMessage(
        "'\(path)' is no transcript: expected lines such as 'theo> claims', below each what it gives"
      )
    case .checkDiffers(let path, let removed, let added):
      ErrorMessage(
        "'\(path)' differs: \(counted(removed, "line")) no longer come, \(added) come instead")
    case .otherStart(let path, let session): Self.otherStart(path, session)
    case .startNotNamed(let path, let words):
      ErrorMessage(
        "'\(path)' began with \(joined(words.map { "'\($0)'" })); name what may be read: session check "
          + ([path] + words).map(Quoting.word).joined(separator: " "))
    case .refused(let reason): ErrorMessage("not done in a check: \(reason)")
    case .checkedLine(let number, let line, let error):
      error.message.prefixed("line \(number), '\(line)': ")
    }
  }

  private static func otherStart(_ path: String, _ session: String?) -> ErrorMessage {
    guard let session else {
      return ErrorMessage(
        "'\(path)' began with changes that no file had; name a session that has them: --session FILE"
      )
    }
    return ErrorMessage("'\(path)' began with another state than '\(session)' leads to")
  }

  package var status: ProgramStatus {
    switch self {
    case .noTranscript, .otherStart, .startNotNamed: .badData
    case .ended: .cannotWrite
    case .checkDiffers, .refused: .failed
    case .checkedLine(_, _, let error): error.status
    }
  }
}
