import ClaimModel
import Desk
import Presentation
import TerminalText

extension CommandInterpreter {
  /// Runs a command and takes it down. Its changes are of the time that stands before it, so that
  /// they can be made again to the second.
  func recorded(
    _ statement: Statement, by recorder: TranscriptRecorder, on desk: inout Desk,
    console: any Console
  ) -> ProgramStatus {
    var inner = self
    inner.isTakenDown = true
    inner.scriptLine = scriptLine ?? statement.line
    let time = desk.surroundings.now()
    recorder.begin(
      prompt ?? TranscriptText.prompt(time: time, user: desk.user), statement.text)
    desk.pinnedTime = time
    // Alone, as a check runs it: errors point into it, not into the line around it.
    let alone = (try? LineLexer.statements(in: statement.text))?.first ?? statement
    // In UTC, so that it gives the same wherever it is checked.
    let status = LocalZone.$current.withValue(.utc) {
      inner.run(alone, on: &desk, console: RecordedConsole(console, recorder))
    }
    desk.pinnedTime = nil
    // The command may have been to end it.
    guard desk.transcript === recorder else { return status }
    do throws(UserError) { try recorder.end(status) } catch {
      desk.transcript = nil
      console.tell(error.message.lines)
    }
    return status
  }
}

extension Statement {
  /// Such commands are not taken down: they are about the text itself; or about a watched folder,
  /// of which each load is taken down as a `load`.
  var isNotTakenDown: Bool {
    ["transcript", "watch", "unwatch"].contains(words.first?.text)
  }
}
