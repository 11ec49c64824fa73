import ClaimModel
package import Desk
import Disk
package import Presentation
package import TerminalText

/// Runs lines and scripts on a desk: line → words → command → output in its format and place.
package struct CommandInterpreter: Sendable {
  package let catalogue: CommandCatalogue
  /// Format and colour of commands that do not say their own.
  package var format: OutputFormat?
  package var color: ColorChoice?
  /// Whether a script goes on after a command that failed.
  package var keepsGoing: Bool
  /// The script that is being run, for messages; nil for a line typed or given.
  package var script: String?
  /// Whether the first word of a command may be an alias: at the prompt and in rc.theo.
  package var expandsAliases = false
  /// The line of the script that an alias stands on.
  package var scriptLine: Int?
  /// Lines of the script above the text that is run.
  package var linesBefore = 0
  /// Whether a script that goes on says at its end how many commands failed.
  package var countsFailures = false
  package var depth = 0
  /// Whether the command that this runs for is taken down already.
  var isTakenDown = false
  /// The prompt to take down; nil for one with time and user.
  var prompt: String?
  /// What commands may touch; nil for anything.
  var checkGuard: CheckGuard?
  package static let depthLimit = 16

  package init(
    _ catalogue: CommandCatalogue, format: OutputFormat? = nil, color: ColorChoice? = nil,
    keepsGoing: Bool = false,
    script: String? = nil
  ) {
    self.catalogue = catalogue
    self.format = format
    self.color = color
    self.keepsGoing = keepsGoing
    self.script = script
  }

  /// Runs every command of a text, tells each error, and gives the status of the first one.
  package func run(
    _ source: String, on desk: inout Desk, console: any Console
  ) -> ProgramStatus {
    let tally = tally(source, on: &desk, console: console)
    tell(tally, console)
    return tally.status
  }

  /// Runs every command of a text and tells each error.
  func tally(_ source: String, on desk: inout Desk, console: any Console) -> RunTally {
    do {
      return runAll(try LineLexer.statements(in: source), on: &desk, console: console)
    } catch {
      let status = tell(error, line: error.line, console: console)
      return RunTally(status: status, commands: 1, failed: 1)
    }
  }

  /// At the end of a script that goes on: how many commands failed.
  func tell(_ tally: RunTally, _ console: any Console) {
    guard let script, countsFailures, tally.failed > 0 else { return }
    let count = "\(tally.failed) of \(counted(tally.commands, "command")) failed"
    console.tell([StyledText("theo: ", .failure) + StyledText("\(script): \(count)")])
  }

  /// Stops behind the first command that failed, unless `keepsGoing`.
  package func run(
    _ statements: [Statement], on desk: inout Desk, console: any Console
  ) -> ProgramStatus {
    runAll(statements, on: &desk, console: console).status
  }

  private func runAll(
    _ statements: [Statement], on desk: inout Desk, console: any Console
  ) -> RunTally {
    var tally = RunTally(commands: statements.count)
    for statement in statements where !desk.isLeaving && !console.isInterrupted {
      let outcome = run(statement, on: &desk, console: console)
      if tally.status == .done { tally.status = outcome }
      guard outcome != .done else { continue }
      tally.failed += 1
      if !keepsGoing { break }
    }
    return tally
  }

  package func run(
    _ statement: Statement, on desk: inout Desk, console: any Console
  ) -> ProgramStatus {
    if let recorder = desk.transcript, !isTakenDown, !statement.isNotTakenDown {
      return recorded(statement, by: recorder, on: &desk, console: console)
    }
    if expandsAliases, let outcome = runAlias(statement, on: &desk, console: console) {
      return outcome
    }
    do {
      try perform(statement, on: &desk, console: console)
      return .done
    } catch let error as any UserFacing {
      return tell(error, line: statement.line, console: console)
    } catch is OutputClosed {
      desk.leave()
      return .done
    } catch {
      let unknown = UsageError(command: "", .other("\(error)"))
      return tell(unknown, line: statement.line, console: console)
    }
  }

  /// Runs what an alias stands for, in which no alias is looked for; nil where it is none.
  private func runAlias(
    _ statement: Statement, on desk: inout Desk, console: any Console
  ) -> ProgramStatus? {
    var inner = self
    inner.expandsAliases = false
    inner.scriptLine = linesBefore + statement.line
    do throws(LineError) {
      guard let expanded = try Alias.expanded(statement, desk.settings.aliases) else { return nil }
      return inner.run(expanded, on: &desk, console: console)
    } catch {
      return inner.tell(error, line: statement.line, console: console)
    }
  }

  private func tell(
    _ error: some UserFacing, line: Int, console: any Console
  ) -> ProgramStatus {
    if case .alreadyTold(let status)? = error.cause as? ScriptError { return status }
    let line = scriptLine ?? linesBefore + line
    let placed: any UserFacing =
      script.map { ScriptError.line($0, line: line, UserError(error)) } ?? error
    console.show(nil)
    console.tell(placed.message.lines)
    return error.status
  }
}

extension CommandInterpreter {
  private func perform(
    _ statement: Statement, on desk: inout Desk, console: any Console
  ) throws {
    // Leaving needs no parser, whose first use takes longer than all else of such a run.
    if statement.destination == .screen, statement.words.count == 1,
      catalogue.leaving.isNamed(statement.words[0].text)
    {
      return catalogue.leaving.leave(&desk, discarding: false, console: console)
    }
    let command = try catalogue.parse(statement)
    try checkGuard?.check(statement, command)
    if statement.destination.isPipe { console.settle() }
    guard let sink = try sink(statement.destination, desk, console) else {
      return console.tell([StyledText("nothing was written", .dim)])
    }
    let context = CommandContext(
      statement: statement, interpreter: self, console: console,
      renderOptions: renderOptions(command.output, statement.destination, desk.settings, console),
      sink: sink, record: command.isRecorded ? OutputRecord() : nil,
      transcript: statement.destination == .screen && !statement.isNotTakenDown
        ? desk.transcript : nil)
    defer { desk.lastResult = context.record?.result(of: statement) ?? desk.lastResult }
    do {
      let output = try command.run(on: &desk, in: context)
      console.show(nil)
      tellNotices(of: &desk, console)
      try context.emit(output)
    } catch is OutputClosed where statement.destination.isPipe {
      // `| head` has read what it wants.
    } catch {
      tellNotices(of: &desk, console)
      sink.abandon(keepsOutput: Self.keepsOutput(error))
      throw error
    }
    try sink.finish()
  }

  /// Where the output goes; nil where it would take the place of what the user wants to keep.
  private func sink(
    _ destination: Destination, _ desk: Desk, _ console: any Console
  ) throws -> (any OutputSink)? {
    switch destination {
    case .screen: return ScreenSink(console)
    case .file(let path, let appends):
      guard try desk.maySend(to: path, appends: appends, console: console) else { return nil }
      return FileSink(
        path: path, appends: appends, calls: desk.surroundings.calls,
        isTaken: StoryWork.isSession, isInterrupted: { console.isInterrupted })
    case .pipe(let system): return try PipeSink(system)
    }
  }

  /// Whether what a command gave before its error is worth having: a listing of all inputs but
  /// one, a difference that was found. One that was broken off gave half of it.
  private static func keepsOutput(_ error: any Error) -> Bool {
    !((error as? any UserFacing)?.cause is Interrupted)
  }

  private func tellNotices(of desk: inout Desk, _ console: any Console) {
    let notices = desk.takeNotices()
    if !notices.isEmpty { console.tell(notices.map { StyledText("theo: \($0)", .warning) }) }
  }

  /// What leaves the screen is neither fitted nor coloured, unless the command or the call asks for
  /// colour. Of the settings, format and width are for the prompt.
  private func renderOptions(
    _ options: OutputOptions, _ destination: Destination, _ settings: Settings,
    _ console: any Console
  ) -> RenderOptions {
    var render = console.renderOptions
    render.format =
      options.format ?? format ?? (console.isInteractive ? settings.format : render.format)
    if console.isInteractive { render.width = settings.width ?? render.width }
    if destination != .screen {
      render.width = nil
      render.usesColor = false
    }
    let wanted = options.color ?? color ?? (destination == .screen ? settings.color : .auto)
    switch wanted {
    case .auto: break
    case .always: render.usesColor = true
    case .never: render.usesColor = false
    }
    return render
  }
}

extension Destination {
  fileprivate var isPipe: Bool { if case .pipe = self { true } else { false } }
}

extension LineError {
  /// Number of the line in the text that it is on, from 1.
  fileprivate var line: Int {
    1 + source.utf8.prefix(span.start).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
  }
}
