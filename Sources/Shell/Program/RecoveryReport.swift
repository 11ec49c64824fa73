package import Desk
import JSONText
package import Presentation
package import Sessions
package import SystemPackage
import TerminalText

extension Report {
  package init(_ recovered: RecoveredSession, from journal: FilePath, on desk: Desk) {
    let changes = counted(recovered.recovered, "change")
    var warnings = [StyledText]()
    if let problem = recovered.problem {
      warnings.append(StyledText("'\(journal)', \(problem)", .warning))
      if problem.leavesSomething { warnings.append("the damaged journal stays where it is") }
    }
    if let path = recovered.leftBehind {
      warnings.append(
        "'\(path)' has gone on without these changes: save the session under another name")
    }
    var first = StyledText("recovered \(changes)")
    if recovered.recovered == 0 {
      first = "nothing to recover: the session's file has every change"
    } else {
      first.append(" · \(recovered.path?.string ?? "not saved yet") · save keeps them")
    }
    self.init(
      [first], warnings: warnings,
      value: [
        "journal": .string(journal.string), "recovered": .integer(recovered.recovered),
        "session": recovered.path.map { .string($0.string) } ?? .null,
        "warnings": JSONValue(warnings.map(\.plain)),
      ])
  }
}
