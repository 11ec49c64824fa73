package import ArgumentParser
package import Desk
import Disk
import FactStore
import JSONText
package import Presentation
import Sessions
package import Shell
import TerminalText

package struct SaveCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save the session as JSON.",
    discussion: """
      One readable file that holds the stories, the claims and every change. The old file stays \
      as it was until the new one is whole on the disk, and its group, owner and rights are kept. \
      A new file may be read by its owner and group (as umask allows), by nobody else. A file of \
      its own that somebody else changed since is not written over: at the prompt both can be \
      merged, elsewhere save fails (73) unless --replace says so. At the prompt a file that is not the \
      session's own is replaced only after a yes, or with --yes. --compact and --anonymise write a copy; the \
      session goes on where it was.
      """)
  package static let helpOrder = 710
  package static let examples = [
    Example("save cang-van-sa.json", "under a name"),
    Example("save", "where it was saved or opened last"),
    Example("save --replace", "over what others wrote into the file since"),
    Example("save log.json --compact", "a copy without stories: operations alone"),
    Example("save public.json --anonymise", "a copy without the names of its users"),
  ]

  @Argument(help: "The file; where the session came from without it.")
  package var path: String?

  @Flag(help: "Write operations alone, and stories by name and SHA-256.")
  package var compact = false

  @Flag(help: "Call users person 1, person 2, …, and make digests and chain anew.")
  package var anonymise = false

  @Flag(help: "Take a session that other hands changed as it is, and note that in it.")
  package var reseal = false

  @Flag(
    name: [.customLong("yes"), .customShort("y")],
    help: "Replace a file that is there without asking.")
  package var isSure = false

  @Flag(help: "Write over the session's own file though somebody else changed it.")
  package var replace = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(path.map { [$0] } ?? []) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let path = self.path.map(UserPath.located)
    if let path, !isSure, try !context.mayReplace(path, on: desk) {
      return .report(.notWritten)
    }
    guard compact || anonymise || reseal else {
      return try save(to: path, on: &desk, in: context)
    }
    guard let path else {
      throw UsageError(
        command: Self.name, .rule("expected the name of a new file, as in: save copy.json"))
    }
    if reseal {
      let saved = try desk.reseal(to: path)
      return .report(
        Report.session(
          "saved", saved, desk.store, warnings: ["digests and chain were made anew; it says so"]))
    }
    return .report(try copy(desk, to: path))
  }

  /// Where others changed the file, asks what is to become of it.
  private func save(
    to path: String?, on desk: inout Desk, in context: CommandContext
  ) throws -> CommandOutput {
    do throws(UserError) {
      let saved = try desk.save(to: path, replacing: replace)
      return .report(Report.session("saved", saved, desk.store))
    } catch {
      guard context.console.isInteractive, let path = error.changedOutside else { throw error }
      return .report(try settle(path, on: &desk, in: context))
    }
  }

  private func settle(
    _ path: String, on desk: inout Desk, in context: CommandContext
  ) throws -> Report {
    let theirs = try? desk.session(path)
    switch context.overChanged(path, canMerge: theirs != nil) {
    case .nothing: return .notWritten
    case .replace:
      return Report.session("saved", try desk.save(to: path, replacing: true), desk.store)
    case .merge:
      guard let theirs else { return .notWritten }
      let ours = NamedSession(name: "open", store: desk.store)
      let wording = ConflictWording(ours, theirs)
      let merged = try desk.saveMerged(with: theirs, at: path) { conflict in
        try context.settle(conflict, wording)
      }
      return MergeCommand.report("merged and saved", merged, wording, path)
    }
  }

  private func copy(_ desk: Desk, to path: String) throws -> Report {
    let store = anonymise ? try Anonymiser.anonymised(desk.store) : desk.store
    try desk.export(
      store, to: path, form: compact ? .operations : .whole, anonymised: anonymise)
    var warnings = [StyledText]()
    if anonymise {
      warnings.append("users have no names in it; notes and evidence are as they were")
      warnings.append("digests and chain were made anew: it does not vouch for the original")
    }
    if compact { warnings.append("its stories are needed to open it: open FILE --stories PATH") }
    return Report.session("wrote", path, store, warnings: warnings)
  }
}

extension Report {
  /// "saved cang-van-sa.json · 4 stories, 37 claims, 1 annotation, 5 operations"
  static func session(
    _ verb: String, _ path: String, _ store: FactStore, warnings: [StyledText] = []
  ) -> Report {
    let annotations = store.log.count { $0.status == .stands && $0.operation.action.isAnnotation }
    let counts = [
      counted(store.articles.count, "story"), counted(store.claimCount, "claim"),
      counted(annotations, "annotation"), counted(store.log.count, "operation"),
    ]
    return Report(
      [StyledText("\(verb) ") + StyledText(path, .heading) + StyledText(" · " + joined(counts))],
      warnings: warnings,
      value: [
        "path": .string(path), "articles": .integer(store.articles.count),
        "claims": .integer(store.claimCount), "annotations": .integer(annotations),
        "operations": .integer(store.log.count), "digest": .string(store.digest.description),
        "warnings": JSONValue(warnings.map(\.plain)),
      ])
  }
}

extension Action {
  fileprivate var isAnnotation: Bool {
    switch self {
    case .annotateClaims, .annotateSource, .recordCorrection: true
    default: false
    }
  }
}
