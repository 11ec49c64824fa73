package import Presentation
package import TerminalText

/// What the last command that had something to show gave, for `last`.
package struct LastResult: Sendable {
  /// As it was typed.
  package var line: String
  package var outputs: [CommandOutput]
  /// Rows beyond those that are kept.
  package var isTooLong: Bool { outputs.isEmpty }

  /// A listing with more rows is not kept: with its cells it would take as much memory as its claims.
  static let rowLimit = 100_000
}

/// Takes down what a command gives while it runs.
package final class OutputRecord {
  private var outputs: [CommandOutput] = []
  private var isTooLong = false

  package init() {}

  package func take(_ output: CommandOutput) {
    switch output {
    case .nothing: return
    case .table(let table) where table.rows.count > LastResult.rowLimit: isTooLong = true
    case .raw(let bytes) where bytes.count > 1 << 26: isTooLong = true
    case .table, .card, .text, .report, .raw: outputs.append(output)
    }
  }

  /// Nil where there was nothing to show.
  package func result(of statement: Statement) -> LastResult? {
    guard !outputs.isEmpty || isTooLong else { return nil }
    return LastResult(line: statement.text, outputs: isTooLong ? [] : outputs)
  }
}

/// Why `last` shows nothing.
package enum LastResultError: UserFacing, Hashable {
  case nothingShown
  /// The line whose output had more rows than are kept.
  case tooLong(String)

  package var message: ErrorMessage {
    switch self {
    case .nothingShown: ErrorMessage("no command has shown anything yet")
    case .tooLong(let line):
      ErrorMessage(
        "more than \(Double(LastResult.rowLimit).readable) rows are not kept; run it again: \(line)"
      )
    }
  }

  package var status: ProgramStatus { .failed }
}
