package import Desk
import Disk
import JSONText
package import Presentation
package import TerminalText

extension CommandContext {
  /// What a script sets holds for this run: its file says it again at the next.
  package var keepsSettings: Bool { interpreter.script == nil }

  package var settingOrigin: SettingOrigin {
    interpreter.script.map { .script(path: $0, line: interpreter.scriptLine ?? statement.line) }
      ?? .shell
  }

  /// Asks before many claims are changed at once, where somebody is there to answer; false to let
  /// them be.
  package func mayChange(_ count: Int, verb: String, on desk: Desk) -> Bool {
    guard let limit = desk.settings.confirmLimit, count > limit, console.isInteractive else {
      return true
    }
    return console.confirm("\(verb) \(counted(count, "claim"))?")
  }

  /// Asks before a session takes the place of a file that is not its own, where somebody is there
  /// to answer; false to let the file be.
  ///
  /// `bySession`: what is to be written is a session too. Else a session is not replaced where
  /// nobody can be asked; journals and locks never are.
  package func mayReplace(
    _ path: String, on desk: Desk, bySession: Bool = true
  ) throws(UserError) -> Bool {
    try desk.checkNoKeptWork(path)
    if !bySession, !console.isInteractive { try desk.checkNoSession(path) }
    guard console.isInteractive, FileFinder.kind(path) == .file, !desk.isOwn(path) else {
      return true
    }
    return console.confirm("replace '\(Sanitiser.harmless(path))'?")
  }
}

extension Report {
  /// What is said where the answer was no.
  package static let leftAlone = Report(
    [StyledText("nothing was changed", .dim)], value: ["changed": .bool(false)])
  package static let notWritten = Report(
    [StyledText("nothing was written", .dim)], value: ["written": .bool(false)])
}
