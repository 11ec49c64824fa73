import Presentation
import Sessions
import Shell
import TerminalText

extension CommandContext {
  /// Shows two changes that cannot both hold, and asks which one does.
  func settle(_ conflict: MergeConflict, _ wording: ConflictWording) throws -> MergeSide {
    try emit(.text(wording.view(conflict)))
    while true {
      guard let answer = console.answer("[o]urs, [t]heirs, [n]ewest or [q]uit? ") else {
        throw MergeError.left
      }
      switch answer.lowercased() {
      case "o", "ours": return .ours
      case "t", "theirs": return .theirs
      case "n", "newest": return conflict.newest
      case "q", "quit": throw MergeError.left
      default: console.tell([StyledText("expected o, t, n or q", .dim)])
      }
    }
  }

  /// What to do with a session's file that others changed while the session was open.
  enum OverChanged { case merge, replace, nothing }

  func overChanged(_ path: String, canMerge: Bool) -> OverChanged {
    console.tell([
      StyledText("theo: ", .warning)
        + StyledText(
          "'\(Sanitiser.harmless(path))' was changed by somebody else since it was read here"
            + (canMerge ? "" : ", and holds no session that can be merged"))
    ])
    let question = (canMerge ? "[m]erge both, " : "") + "[r]eplace theirs, or write [n]othing? "
    while let answer = console.answer(question) {
      switch answer.lowercased() {
      case "m", "merge": if canMerge { return .merge }
      case "r", "replace": return .replace
      case "", "n", "nothing", "q", "quit", "no": return .nothing
      default: break
      }
      console.tell([StyledText("expected \(canMerge ? "m, " : "")r or n", .dim)])
    }
    return .nothing
  }
}

/// Why a merge was not done.
enum MergeError: UserFacing {
  /// It needs to be told who wins.
  case conflicts(Int)
  /// The user left its questions.
  case left

  var message: ErrorMessage {
    switch self {
    case .conflicts(let count):
      ErrorMessage(
        "\(counted(count, "conflict")): settle with --ours, --theirs or --newest, or at the "
          + "prompt. Nothing was written")
    case .left: ErrorMessage("left; nothing was written")
    }
  }

  var status: ProgramStatus { .failed }
}
