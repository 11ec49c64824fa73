import Desk
import LineEditor
import Shell
import Synchronization
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The shell at a terminal: reads lines, runs them, until the user leaves.
struct Prompt {
  private let program: ProgramRun
  private let console: StandardConsole
  /// Options of the call are settings here, so that `set` can change them.
  private let interpreter: CommandInterpreter
  private let desk: SharedDesk

  init(_ program: ProgramRun, _ console: StandardConsole, _ desk: Desk) {
    self.program = program
    self.console = console
    self.desk = SharedDesk(desk)
    var interpreter = program.interpreter
    (interpreter.format, interpreter.color) = (nil, nil)
    interpreter.expandsAliases = true
    self.interpreter = interpreter
  }

  func run() -> ProgramStatus {
    let reader: PromptReader
    do { reader = try PromptReader(program, desk, console) } catch {
      console.tell([StyledText("theo: ", .failure) + "no prompt: \(error)"])
      return .failed
    }
    if case .unknown(let name) = TerminalKind.fromEnvironment {
      console.tell([
        StyledText("theo: ", .warning)
          + "the terminal '\(Sanitiser.harmless(name))' is not known here: no colours, menus or pager. "
          + "Put the name of one that it is like into TERM, such as xterm-256color"
      ])
    }
    console.ask = reader.answer
    console.editor = reader.editor
    // What less needs to show accents and colours, unless the user says otherwise.
    setenv("LESSCHARSET", "utf-8", 0)
    setenv("LESS", "FRX", 0)
    runStartScript()
    desk.use { $0.arrivalBell = { [outbox = reader.editor.outbox] in outbox.wake() } }
    let status = desk.use { program.prepare(&$0, console: console) }
    reader.apply(takeSettings())
    guard status == .done || program.invocation.session == nil else {
      desk.use { $0.close(keepsJournal: false) }
      return status
    }
    desk.use { RecoveryOffer.make(&$0, console: console) }
    desk.use { try? console.write(Banner.text($0, options: console.renderOptions)) }
    var ends = 0
    while !desk.isLeaving, ends < 2 {
      // The end of input asks about unsaved work, as quit does; a second one, with no line
      // between, means that the terminal has gone.
      let line = reader.line(desk.use { PromptText($0) })
      ends = line == nil ? ends + 1 : 0
      desk.use { desk in
        // The pager is left before ^C is deadly again.
        Interrupts.catching {
          console.paging(desk.settings.usesPager) {
            run(line ?? "quit", on: &desk, asks: !reader.hasMore)
          }
        }
      }
      reader.apply(takeSettings())
    }
    // A terminal that has gone leaves the journal; quit has the user's word.
    desk.use { $0.close(keepsJournal: !$0.isLeaving) }
    return .done
  }

  /// A story that was pasted is no command, but may be loaded; where the next line is there already
  /// it would be taken for the answer.
  private func run(_ line: String, on desk: inout Desk, asks: Bool) {
    guard PastedStory.isOne(line, interpreter.catalogue, aliases: desk.settings.aliases.keys) else {
      _ = interpreter.run(line, on: &desk, console: console)
      return
    }
    if asks, console.confirm("This reads like a story, not like a command. Load it?") {
      _ = PastedStory.load(line, on: &desk, with: interpreter, console: console)
    } else {
      console.tell(PastedStory.hint)
    }
  }

  private func runStartScript() {
    guard !program.invocation.skipsStartScript, let path = UserFiles.startScript else { return }
    desk.use { StartScript.run(path, on: &$0, with: interpreter, console: console) }
  }

  /// What may have been set since is taken over by the console.
  private func takeSettings() -> Settings {
    let settings = desk.use { $0.settings }
    console.apply(settings)
    return settings
  }
}

/// The desk of a prompt: the completer looks at it while a line is typed, commands change it.
final class SharedDesk: Sendable {
  private let desk: Mutex<Desk>

  init(_ desk: Desk) { self.desk = Mutex(desk) }

  var isLeaving: Bool { desk.withLock { $0.isLeaving } }

  func use<Result>(_ body: (inout Desk) -> Result) -> Result {
    desk.withLock { body(&$0) }
  }
}
