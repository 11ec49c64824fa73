package import Desk
import JSONText
package import Presentation
package import Sessions
package import SystemPackage
import TerminalText

/// What the prompt says of changes that a crash left, before its first line.
package enum RecoveryOffer {
  /// Asks where there is one journal; with several, `recover` says which. Declined, they stay.
  package static func make(_ desk: inout Desk, console: any Console) {
    for path in desk.closedJournals {
      console.tell([StyledText("theo: \(words(ofClosed: path, desk))", .warning)])
    }
    let paths = desk.leftovers
    guard !paths.isEmpty else { return }
    var found = [JournalFile]()
    for path in paths {
      do throws(UserError) { found.append(try desk.journalFile(path)) } catch {
        console.tell(error.message.lines)
      }
    }
    console.tell(found.map { StyledText("theo: \(words(of: $0, desk))", .warning) })
    guard found.count == 1, paths.count == 1, !desk.isUnsaved else {
      return console.tell(["  recover lists them"])
    }
    guard console.confirm("Recover them?") else {
      return console.tell(["  kept: recover brings them back, recover --drop lets them go"])
    }
    do throws(UserError) {
      let report = Report(try desk.recover(found[0]), from: found[0].path, on: desk)
      console.tell(report.lines + report.warnings)
    } catch {
      console.tell(error.message.lines)
    }
  }

  /// For those who cannot be asked.
  package static func hint(_ path: String) -> String {
    "a crash left changes of '\(path)' that were not saved: recover lists them"
  }

  /// Of a colleague who works on it too, whose lock cannot be seen; or of his crash.
  private static func words(ofClosed journal: FilePath, _ desk: Desk) -> String {
    "'\(journal)' holds changes of another user, who may be at work on "
      + "'\(desk.path ?? "this session")' now: it cannot be looked into"
  }

  /// "'s.json': 12 changes by an were not saved, the last at 2024-01-05 16:14:02 +07: annotate c3"
  static func words(of journal: JournalFile, _ desk: Desk) -> String {
    let session = desk.sessionName(of: journal).map { "'\($0)'" } ?? "a session without a file"
    let count = journal.count
    let changes = count == 1 ? "1 change" : "\(count) changes"
    let last = journal.last.map { ", the last at \(localTime($0.time)): \($0.what)" } ?? ""
    return "\(session): \(changes) by \(journal.header.holder.user) "
      + "\(count == 1 ? "was" : "were") not saved\(last)"
  }
}

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
