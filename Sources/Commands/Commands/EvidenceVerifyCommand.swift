package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct EvidenceVerifyCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "evidence verify", abstract: "Say whether kept evidence is still as it was.",
    discussion: """
      Looks for each file that was kept in a folder and the folders in it, by its SHA-256, \
      whatever it is called there. A file of its name with other bytes is changed; one of which \
      there is neither is missing. A time-stamp reply beside a file (RFC 3161, NAME.tsr) is \
      checked with openssl where it is installed; with --ca also who signed it. Exit status 1 \
      where anything is changed or missing.
      """)
  package static let helpOrder = 352
  package static let examples = [
    Example("evidence verify bang-chung/", "looks through a folder"),
    Example("evidence verify bang-chung/ --ca tsa.pem", "and checks who stamped its files"),
  ]

  @Argument(help: ArgumentHelp("The folder.", valueName: "path"))
  package var folder: String

  @Option(
    name: .customLong("ca"),
    help: ArgumentHelp("Certificates of time-stamp authorities, PEM.", valueName: "file"))
  package var authority: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files([folder] + (authority.map { [$0] } ?? [])) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let records = desk.store.workedClaims.compactMap(desk.store.claimOrOrphan)
    let kept = KeptEvidence.all(of: records)
    let check = try EvidenceCheck(kept, in: folder, authority: authority)
    let plain = records.reduce(0) { $0 + $1.plainEvidence.count }
    var table = Table(
      columns: [
        .init("state", title: ""), .init("name", title: "file", flexible: true, least: 16),
        .init("claims", flexible: true), .init("path", title: "found as", flexible: true),
        .init("digest", title: "SHA-256 kept"), .init("found", title: "SHA-256 now"),
        .init("stamp", title: "time-stamp", flexible: true, least: 20, wraps: true),
      ],
      footer: plain == 0
        ? nil
        : StyledText("\(counted(plain, "piece")) of evidence not kept, and not looked for", .dim),
      emptyMessage: StyledText("no evidence was kept · annotate c3 --evidence FILE --capture"))
    for item in check.items { table.rows.append(item.row) }
    try context.emit(.table(table))
    if !check.isWhole { throw EvidenceNotWhole(check, folder) }
    return .nothing
  }
}

extension ClaimRecord {
  /// Evidence that is no claim, of which nothing was kept.
  fileprivate var plainEvidence: [String] {
    let kept = Set(captures.map(\.mark.evidence))
    return evidence.filter { ClaimID(parsing: $0) == nil && !kept.contains($0) }
  }
}

extension EvidenceCheck.Item {
  fileprivate var row: [Table.Cell] {
    let (state, style, path, found): (String, Style, String?, String?) =
      switch self.state {
      case .unchanged(let path): ("unchanged", .good, path, capture.sha256)
      case .renamed(let path): ("renamed", .good, path, capture.sha256)
      case .changed(let path, let sha256): ("changed", .failure, path, sha256)
      case .missing: ("missing", .failure, nil, nil)
      }
    let isOther = found != nil && found != capture.sha256
    return [
      .init(state, style), .init(capture.name),
      .init(StyledText(ranges(claims), .id), JSONValue(claims.map(\.description))),
      .init(StyledText(path ?? ""), JSONValue(optional: path)),
      .init(StyledText(capture.shortDigest, .dim), .string(capture.sha256)),
      .init(
        StyledText(isOther ? String((found ?? "").prefix(12)) : "", .warning),
        JSONValue(optional: found)),
      .init(stamp?.words ?? StyledText(), JSONValue(optional: stamp?.words.plain)),
    ]
  }
}

/// Some kept evidence is not there as it was, or a time-stamp is not of it.
private struct EvidenceNotWhole: UserFacing {
  let check: EvidenceCheck
  let folder: String

  init(_ check: EvidenceCheck, _ folder: String) {
    self.check = check
    self.folder = folder
  }

  var message: ErrorMessage {
    let told = check.items.compactMap(\.lack)
    return ErrorMessage(
      "'\(folder)': \(told.count) of \(counted(check.items.count, "piece")) of evidence not as "
        + "kept",
      details: Array(told.prefix(12)) + (told.count > 12 ? ["and \(told.count - 12) more"] : []))
  }

  var status: ProgramStatus { .failed }
}

extension EvidenceCheck.Item {
  /// What is wrong; nil where nothing is.
  fileprivate var lack: String? {
    let what = "\(ranges(claims)) '\(capture.name)'"
    switch state {
    case .changed(let path, let sha256):
      return "\(what): '\(path)' holds other bytes, SHA-256 \(sha256), kept \(capture.sha256)"
    case .missing: return "\(what): no file has its bytes or its name"
    case .unchanged, .renamed:
      guard let stamp, stamp.isBroken else { return nil }
      return "\(what): \(stamp.words.plain)"
    }
  }
}
