package import ClaimModel
import Disk
import JSONText
import Presentation
package import Sessions
package import TerminalText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Why the desk does not take up, change, keep or give away a session.
package enum DeskError: UserFacing {
  case unsaved(count: Int)
  case noSessionPath
  /// The session on the desk cannot be changed.
  case readOnly(ReadOnly, path: String)
  /// A session file that somebody else works on.
  case sessionTaken(String, by: LockHolder?)
  /// A copy in another form, or one made anew, that would take the place of the session.
  case copyOverItself(String)
  case sessionBroken(String, SessionVerification.Finding)
  /// A session to merge that is not as it was saved.
  case mergeOfBroken(String, SessionFinding)
  case journalInUse(String)
  /// Of which cannot be told whether somebody writes it.
  case journalClosed(String, reason: String)
  case noSuchJournal(Int, count: Int)
  case wordsNotFound(String, ArticleID)

  package var message: ErrorMessage {
    switch self {
    case .unsaved(let count):
      ErrorMessage(
        "\(count) \(count == 1 ? "change is" : "changes are") not saved: save first, or --discard")
    case .noSessionPath: ErrorMessage("save where? Give a path: save cang-van-sa.json")
    case .readOnly(let reason, let path): ErrorMessage(reason.words(path: path))
    case .sessionTaken(let path, let holder):
      ErrorMessage(
        "'\(path)' is being worked on by \(ReadOnly.name(holder)); save under another name")
    case .copyOverItself(let path):
      ErrorMessage("'\(path)' is the session that is open: give the copy another name")
    case .sessionBroken(let path, let found):
      ErrorMessage(
        "'\(path)', line \(found.position.line), column \(found.position.column): \(found.finding)",
        details: [found.finding.remedy])
    case .mergeOfBroken(let path, let finding):
      ErrorMessage(
        "'\(path)' is not as it was saved and is not merged: \(finding). "
          + "Take it as it is first: open it, save NEW.json --reseal")
    case .journalInUse(let path):
      ErrorMessage("'\(path)' belongs to a theo that is running: its changes are not lost")
    case .journalClosed(let path, let reason):
      ErrorMessage(
        "'\(path)' cannot be looked into: \(reason). It is another user's, who may be at work: "
          + "ask whose it is (ls -l)")
    case .noSuchJournal(let number, let count):
      ErrorMessage(
        "there is no journal \(number); "
          + (count == 0 ? "none was left" : "recover lists \(count)"))
    case .wordsNotFound(let words, let article):
      ErrorMessage(
        "\(article) does not hold '\(words)'",
        details: ["give words exactly as they stand in the story: read \(article)"])
    }
  }

  package var status: ProgramStatus {
    switch self {
    case .sessionTaken, .copyOverItself: .cannotWrite
    case .sessionBroken, .mergeOfBroken: .badData
    case .unsaved, .noSessionPath, .readOnly, .journalInUse, .journalClosed, .noSuchJournal,
      .wordsNotFound:
      .failed
    }
  }
}

extension ReadOnly {
  /// Why nothing can be changed, and what to do.
  func words(path: String) -> String {
    switch self {
    case .taken(let holder):
      "'\(path)' is open for reading alone: \(Self.name(holder)) works on it. "
        + "Wait and open it again, or save a copy under another name"
    case .broken(let finding):
      "'\(path)' is open for reading alone: \(finding). "
        + "Take it as it is with save NEW.json --reseal, or open a copy from before"
    }
  }

  fileprivate static func name(_ holder: LockHolder?) -> String {
    holder.map { "\($0)" } ?? "somebody else"
  }
}

extension FileLoss {
  /// "'s.json' belongs to you now: what belonged to lan can only be replaced, not kept"
  package func words(_ path: String) -> String {
    switch self {
    case .owner(let number):
      "'\(path)' belongs to you now, not to \(Self.userName(number)) any more: "
        + "whoever replaces a file becomes its owner"
    case .group(let number):
      "'\(path)' is not of the group \(Self.groupName(number)) any more, which you are not in; "
        + "the rights of the group were taken away, so that no other one has them"
    case .otherNames(let count):
      "'\(path)' had \(counted(count, "other name")) (hard links); what they name stays as it was"
    }
  }

  private static func userName(_ number: UInt32) -> String {
    getpwuid(number).map { String(cString: $0.pointee.pw_name) } ?? "user \(number)"
  }

  private static func groupName(_ number: UInt32) -> String {
    getgrgid(number).map { String(cString: $0.pointee.gr_name) } ?? "\(number)"
  }
}
