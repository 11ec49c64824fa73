import TerminalText

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
