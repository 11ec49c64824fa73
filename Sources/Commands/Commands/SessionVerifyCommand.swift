package import ArgumentParser
package import Desk
import Disk
import JSONText
package import Presentation
import Sessions
package import Shell
import SystemPackage
import TerminalText

package struct SessionVerifyCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "session verify", abstract: "Say whether a session file is as theo saved it.",
    discussion: """
      Checks the SHA-256 of every story, the hash chain of the operations, where claims stand in \
      their stories, the state after every operation and the summary, and names the place of the \
      first break. Whoever changes a file and makes the whole chain anew leaves no break, but \
      another last hash: note that elsewhere where it matters.
      """)
  package static let helpOrder = 740
  package static let examples = [
    Example("session verify cang-van-sa.json", "checks a file"),
    Example("session verify", "checks the file of the session that is open"),
  ]

  @Argument(help: "The session file; the one that is open without it.")
  package var path: String?

  @OptionGroup package var given: GivenStories
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files((path.map { [$0] } ?? []) + given.stories) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let path = path.map(UserPath.located) ?? desk.path else {
      throw UsageError(
        command: Self.name, .rule("expected a session file, since none is open"))
    }
    let stories = try given.bySHA256(of: path, desk, context)
    let found = try desk.sessionFile.verify(FilePath(text: path), given: stories)
    guard let first = found.firstBreak else { return .report(Report(found, path)) }
    try context.emit(.report(Report(found, path)))
    throw DeskError.sessionBroken(path, first)
  }
}

extension Report {
  fileprivate init(_ found: SessionVerification, _ path: String) {
    let counts = [counted(found.articles, "story"), counted(found.operations, "operation")]
    let isWhole = found.firstBreak == nil
    let breaks = counted(found.findings.count { $0.finding.isBreak }, "break")
    var first = StyledText(path, .heading) + StyledText(" · " + joined(counts) + " · ")
    first.append(isWhole ? "as it was saved" : breaks, isWhole ? .good : .failure)
    let head = StyledText("last hash \(found.head)", .dim)
    self.init(
      [first, head],
      warnings: found.findings.filter { !$0.finding.isBreak }.map {
        StyledText("\($0.finding); \($0.finding.remedy)", .warning)
      },
      value: [
        "path": .string(path), "whole": .bool(isWhole), "articles": .integer(found.articles),
        "operations": .integer(found.operations), "hash": .string(found.head.description),
        "findings": .array(found.findings.map(\.json)),
      ])
  }
}

extension SessionVerification.Finding {
  fileprivate var json: JSONValue {
    [
      "line": .integer(position.line), "column": .integer(position.column),
      "place": .string(finding.path.description), "what": .string("\(finding)"),
      "remedy": .string(finding.remedy), "break": .bool(finding.isBreak),
    ]
  }
}
