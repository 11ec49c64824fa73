package import ArgumentParser
package import Desk
import Dispatch
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct WatchCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Load stories as they come into a folder.",
    discussion: """
      At the prompt it goes on while you work: what has come is loaded, each load an operation of \
      its own, and told above the line that you type. Called as theo watch FOLDER it goes on until \
      ^C. Folders within the folder are watched too. A file is read when it is whole: closed by who \
      wrote it, or moved there; hidden ones, and names such as a.txt.part, a.tmp or a.txt~, are \
      left until they are renamed. On a share of another machine, whose system does not tell what \
      comes, the folder is looked through every few seconds. Without a folder it lists what is \
      watched.
      """)
  package static let helpOrder = 114
  package static let examples = [
    Example("watch wire/", "what comes from now on"),
    Example("watch wire/ --existing", "and what lies there already"),
    Example("watch /mnt/desk/ --every 10", "looks every 10 seconds, for a share"),
    Example("watch", "what is watched, and what came of it"),
  ]
  package static var runsOn: Bool { true }

  @Argument(help: "Folders; none lists those that are watched.")
  package var folder: [String] = []

  @Flag(help: "Load what lies there already as well.")
  package var existing = false

  @Option(help: "Look through the folder every so many seconds.")
  package var every: Double?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { folder.isEmpty ? .desk : .files(folder) }

  package func validate() throws {
    if let every, !(0.05...86_400).contains(every) {
      throw ValidationError("--every takes 0.05 to 86400 seconds")
    }
    if folder.isEmpty, existing || every != nil {
      throw ValidationError("expected a folder to watch")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard !folder.isEmpty else { return .table(WatchTable.table(desk)) }
    let begun = try folder.map { folder in
      try desk.watch(
        folder, every: every.map { .seconds($0) }, takesExisting: existing)
    }
    let report = Report(
      begun.flatMap { WatchTable.begun($0, takesExisting: existing) },
      value: .array(begun.map(WatchTable.json)))
    guard !context.console.isInteractive else { return .report(report) }
    let followed = try follow(begun, report, on: &desk, in: context)
    return followed ? .nothing : .report(report)
  }

  /// Takes what comes until ^C; false where nobody could press it.
  private func follow(
    _ begun: [StoryWatch], _ report: Report, on desk: inout Desk, in context: CommandContext
  ) throws -> Bool {
    let console = context.console
    let bell = DispatchSemaphore(value: 0)
    for watch in begun { watch.tell { bell.signal() } }
    defer {
      for watch in begun { _ = try? desk.unwatch(watch.folder) }
    }
    return try console.untilInterrupted {
      console.tell(report.lines)
      console.tell([Self.hint(desk)])
      while !console.isInterrupted {
        _ = bell.wait(timeout: .now() + .milliseconds(200))
        while !console.isInterrupted,
          let arrivals = ArrivalTranscript.taken(on: &desk, whole: true)
        {
          try tell(arrivals, on: desk, in: context)
          if arrivals.isHeldUp { break }
        }
      }
    }
  }

  private func tell(
    _ arrivals: WatchedArrivals, on desk: Desk, in context: CommandContext
  ) throws {
    let warnings = arrivals.warnings
    if !warnings.isEmpty { context.console.tell(warnings) }
    let lines = arrivals.told(in: desk.store)
    guard !lines.isEmpty else { return }
    let records = arrivals.records(in: desk.store)
    try context.emit(
      .report(Report(lines, value: .array(records.map { $0.json(in: desk.store) }))))
  }

  private static func hint(_ desk: Desk) -> StyledText {
    let kept =
      desk.path == nil ? "; nothing is kept without a session: theo -s FILE watch FOLDER" : ""
    return StyledText("^C ends it" + kept, .dim)
  }
}
