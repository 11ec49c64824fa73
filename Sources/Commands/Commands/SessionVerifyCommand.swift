package import ArgumentParser
import ClaimModel
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
      another last hash: note that elsewhere where it matters. With --originals it also looks for \
      the files that the stories were read from, by their length and SHA-256. A time-stamp reply \
      beside the file (RFC 3161, NAME.tsr) is checked with openssl where it is installed, with --ca \
      also who signed it.
      """)
  package static let helpOrder = 740
  package static let examples = [
    Example("session verify cang-van-sa.json", "checks a file"),
    Example("session verify", "checks the file of the session that is open"),
    Example(
      "session verify cang-van-sa.json --originals wire/", "and that the stories' files are there"),
  ]

  @Argument(help: "The session file; the one that is open without it.")
  package var path: String?

  @Option(
    help: ArgumentHelp(
      "A folder with the files that the stories were read from.", valueName: "folder"))
  package var originals: String?

  @Option(
    name: .customLong("ca"),
    help: ArgumentHelp("Certificates of time-stamp authorities, PEM.", valueName: "file"))
  package var authority: String?

  @OptionGroup package var given: GivenStories
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach {
    .files([path, originals, authority].compactMap { $0 } + given.stories)
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let path = path.map(UserPath.located) ?? desk.path else {
      throw UsageError(
        command: Self.name, .rule("expected a session file, since none is open"))
    }
    let stories = try given.bySHA256(of: path, desk, context)
    let found = try desk.sessionFile.verify(FilePath(text: path), given: stories)
    let check = try originals.map { folder throws(UserError) in
      try OriginalsCheck(found.captures, in: UserPath.located(folder))
    }
    let stamp = try EvidenceCheck.Stamp(besides: path, authority: authority)
    try context.emit(.report(Report(found, path, check, stamp)))
    if let stamp, stamp.isBroken { throw StampNotOfIt(stamp, path) }
    if let first = found.firstBreak { throw DeskError.sessionBroken(path, first) }
    if let check, !check.isWhole, let originals { throw OriginalsMissing(check, originals) }
    return .nothing
  }
}

extension Report {
  fileprivate init(
    _ found: SessionVerification, _ path: String, _ check: OriginalsCheck?,
    _ stamp: EvidenceCheck.Stamp?
  ) {
    let counts = [counted(found.articles, "story"), counted(found.operations, "operation")]
    let isWhole = found.firstBreak == nil
    let breaks = counted(found.findings.count { $0.finding.isBreak }, "break")
    var first = StyledText(path, .heading) + StyledText(" · " + joined(counts) + " · ")
    first.append(isWhole ? "as it was saved" : breaks, isWhole ? .good : .failure)
    let head = StyledText("last hash \(found.head)", .dim)
    self.init(
      [first, head] + (check.map { [StyledText($0.summary, $0.isWhole ? .good : .failure)] } ?? [])
        + (stamp.map { [StyledText("time-stamp beside it: ") + $0.words] } ?? []),
      warnings: found.findings.filter { !$0.finding.isBreak }.map {
        StyledText("\($0.finding); \($0.finding.remedy)", .warning)
      },
      value: [
        "path": .string(path), "whole": .bool(isWhole), "articles": .integer(found.articles),
        "operations": .integer(found.operations), "hash": .string(found.head.description),
        "findings": .array(found.findings.map(\.json)),
        "stamp": JSONValue(optional: stamp?.words.plain),
        "originals": check.map { .array($0.items.map(\.json)) } ?? .null,
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

/// The time-stamp reply beside a session is not of it.
private struct StampNotOfIt: UserFacing {
  let stamp: EvidenceCheck.Stamp
  let path: String

  init(_ stamp: EvidenceCheck.Stamp, _ path: String) {
    self.stamp = stamp
    self.path = path
  }

  var message: ErrorMessage { ErrorMessage("'\(path).tsr': \(stamp.words.plain)") }
  var status: ProgramStatus { .failed }
}

/// Some stories' files are not in the folder that was named, or hold other bytes.
private struct OriginalsMissing: UserFacing {
  let check: OriginalsCheck
  let folder: String

  init(_ check: OriginalsCheck, _ folder: String) {
    self.check = check
    self.folder = folder
  }

  var message: ErrorMessage {
    let lacking = check.items.compactMap(\.lack)
    return ErrorMessage(
      "'\(folder)': the bytes of \(lacking.count) of \(check.items.count) stories are not there",
      details: Array(lacking.prefix(12))
        + (lacking.count > 12 ? ["and \(lacking.count - 12) more"] : []))
  }

  var status: ProgramStatus { .failed }
}

extension OriginalsCheck {
  fileprivate var summary: String {
    let there = items.count { $0.lack == nil }
    return "\(there) of \(counted(items.count, "original")) there"
  }
}

extension OriginalsCheck.Item {
  /// What is to be told of it; nil where its bytes were found.
  fileprivate var lack: String? {
    switch state {
    case .there: nil
    case .changed(let path): "\(id) '\(name)': '\(path)' holds other bytes"
    case .missing: "\(id) '\(name)': no file has its bytes"
    case .unknown: "\(id) '\(name)': the session keeps no digest of its file"
    }
  }

  fileprivate var json: JSONValue {
    let (state, path): (String, String?) =
      switch self.state {
      case .there(let path): ("there", path)
      case .changed(let path): ("changed", path)
      case .missing: ("missing", nil)
      case .unknown: ("unknown", nil)
      }
    return [
      "article": .string(id.description), "name": .string(name), "state": .string(state),
      "path": JSONValue(optional: path),
    ]
  }
}
