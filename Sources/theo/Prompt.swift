import FactStore
import ShellCommands
import Synchronization

/// The shell at a terminal: reads lines, runs them, until the user leaves.
struct Prompt {
  private let program: ProgramRun
  private let console: StandardConsole
  private let surroundings: Surroundings

  init(_ program: ProgramRun, _ console: StandardConsole, _ surroundings: Surroundings) {
    self.program = program
    self.console = console
    self.surroundings = surroundings
  }

  func run() -> ProgramStatus {
    let desk = SharedDesk(Desk(surroundings: surroundings))
    let reader: PromptReader
    do { reader = try PromptReader(program.invocation, desk, console) } catch {
      console.tell([StyledText("theo: ", .failure) + StyledText("no prompt: \(error)")])
      return .failed
    }
    console.ask = reader.answer
    console.editor = reader.editor
    let status = desk.use { program.prepare(&$0, console: console) }
    guard status == .done || program.invocation.session == nil else { return status }
    desk.use { try? console.write(Banner.text($0, options: console.renderOptions)) }
    var ends = 0
    while !desk.isLeaving, ends < 2 {
      // The end of input asks about unsaved work, as quit does; a second one, with no line
      // between, means that the terminal has gone.
      let line = reader.line(desk.use { PromptText($0) })
      ends = line == nil ? ends + 1 : 0
      desk.use { _ = program.interpreter.run(line ?? "quit", on: &$0, console: console) }
    }
    return .done
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
