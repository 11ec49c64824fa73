package import ArgumentParser
package import Desk
import Disk
package import Presentation
import Sessions
package import Shell
import TerminalText

package struct MergeCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one session of two.",
    discussion: """
      What both share comes first, then what each did alone, in order of time; verdicts and notes \
      of different people stand side by side, and where they do not agree the claim is disputed: \
      claims verdict:disputed finds it. Where two changes cannot both hold, that is asked \
      at the prompt, or settled by --ours, --theirs or --newest. Without --output the conflicts \
      are listed and nothing is written.
      """)
  package static let helpOrder = 780
  package static let examples = [
    Example("merge an.json binh.json", "what would be asked"),
    Example("merge an.json binh.json -o both.json --newest", "the later word wins"),
    Example("merge binh.json -o both.json", "what is open, and what Bình has"),
  ]

  @Argument(help: "One or two session files; of one, what is open comes before it.")
  package var path: [String]

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file that the merged session goes to.")
  package var target: String?

  @Flag(help: "The first session wins every conflict.")
  package var ours = false

  @Flag(help: "The second session wins every conflict.")
  package var theirs = false

  @Flag(help: "The later change wins every conflict.")
  package var newest = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(path + (target.map { [$0] } ?? [])) }

  package func validate() throws {
    guard (1...2).contains(path.count) else {
      throw ValidationError("expected one or two session files")
    }
    guard [ours, theirs, newest].count(where: { $0 }) < 2 else {
      throw ValidationError("expected one of --ours, --theirs and --newest")
    }
  }
}

extension MergeCommand {
  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let sessions = try desk.sessions(path)
    sessions.tellFindings(context.console)
    let merge = SessionMerge(ours: sessions[0].store, theirs: sessions[1].store)
    let wording = ConflictWording(sessions[0], sessions[1])
    guard let target else {
      return .text(list(merge, wording))
    }
    try check(target, on: desk)
    for session in sessions {
      // A merged file would be in order, and nobody would see any more that this one was not.
      if let finding = session.findings.first(where: \.isBreak) {
        throw DeskError.mergeOfBroken(session.name, finding)
      }
    }
    guard policy != nil || merge.conflicts.isEmpty || context.console.isInteractive else {
      try context.emit(.text(list(merge, wording)))
      throw MergeError.conflicts(merge.conflicts.count)
    }
    let path = UserPath.located(target)
    guard try context.mayReplace(path, on: desk) else { return .report(.notWritten) }
    let merged = try merge.merged { conflict in
      if let policy { return policy == .newest ? conflict.newest : policy.side }
      return try context.settle(conflict, wording)
    }
    try desk.write(merged.store, to: path)
    return .report(Self.report("merged into", merged, wording, target))
  }

  private func list(_ merge: SessionMerge, _ wording: ConflictWording) -> TextView {
    let merged = merge.merged { conflict in
      policy.map { $0 == .newest ? conflict.newest : $0.side } ?? conflict.newest
    }
    return wording.list(merge.conflicts, merged: merged.store)
  }

  private enum Policy {
    case ours, theirs, newest
    var side: MergeSide { self == .theirs ? .theirs : .ours }
  }

  private var policy: Policy? { ours ? .ours : theirs ? .theirs : newest ? .newest : nil }

  /// The file that is open changes through its own commands alone.
  private func check(_ target: String, on desk: Desk) throws(UserError) {
    guard desk.isOwn(UserPath.located(target)) else { return }
    throw UserError(
      UsageError(
        command: Self.name,
        .rule("'\(target)' is open; merge into another file, then open that")))
  }

  static func report(
    _ verb: String, _ merged: MergedSession, _ wording: ConflictWording, _ target: String
  ) -> Report {
    let warnings = merged.skipped.map { StyledText(wording.words($0), .warning) }
    var report = Report.session(verb, target, merged.store, warnings: warnings)
    if !merged.settled.isEmpty {
      report.lines.append(
        StyledText(counted(merged.settled.count, "conflict") + " settled: ", .dim)
          + wording.summary(merged.settled))
    }
    if let disputes = ConflictWording.disputes(in: merged.store) { report.lines.append(disputes) }
    return report
  }
}
