package import TerminalText

/// What came of running some commands.
struct RunTally: Sendable {
  /// That of the first command that failed.
  var status = ProgramStatus.done
  var commands = 0
  var failed = 0

  static func += (sum: inout RunTally, next: RunTally) {
    if sum.status == .done { sum.status = next.status }
    sum.commands += next.commands
    sum.failed += next.failed
  }
}

/// Why a script ends before its end.
package enum ScriptError: UserFacing {
  case tooDeep(limit: Int)
  /// A command of a script, with its place.
  case line(String, line: Int, UserError)
  /// A script has told its own errors.
  case alreadyTold(ProgramStatus)

  package var message: ErrorMessage {
    switch self {
    case .tooDeep(let limit):
      ErrorMessage("scripts that run scripts go at most \(limit) deep; does one run itself?")
    case .line(let script, let line, let error): error.message.prefixed("\(script):\(line): ")
    case .alreadyTold: ErrorMessage("")
    }
  }

  package var status: ProgramStatus {
    switch self {
    case .tooDeep: .failed
    case .line(_, _, let error): error.status
    case .alreadyTold(let status): status
    }
  }
}
