import Desk
import Disk
import LineEditor
import Presentation
import Shell
import SystemPackage
import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The console of a terminal, or of pipes in its place.
final class StandardConsole: Console {
  private var color: ColorChoice
  private var showsProgress = true
  private let isPlain: Bool
  private let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  private let errorIsTerminal = isatty(STDERR_FILENO) == 1
  private let inputIsTerminal = isatty(STDIN_FILENO) == 1
  /// Whether sequences can be written to the terminal, if there is one.
  private lazy var movesCursor = TerminalKind.fromEnvironment == .moves
  /// Where the commands come from, when that is standard input and no terminal.
  var script: ScriptInput?
  private var meter = ProgressMeter()
  /// Output of the line that is run at the prompt, where it may go through the pager.
  private var paged: PagedOutput?
  private var hasHintedAtPager = false
  /// What is told while the pager has the screen.
  private var toldInPager = ""
  /// How the prompt puts a question; nil where there is no prompt.
  var ask: ((String) -> String?)?
  /// What reads keys and lines at a terminal; a command without a prompt makes its own.
  lazy var editor: LineEditor? = {
    guard isTerminal else { return nil }
    return try? LineEditor(
      options: LineEditor.Options(
        plain: isPlain, color: usesColor(true)))
  }()

  init(color: ColorChoice?, isPlain: Bool) {
    self.color = color ?? .auto
    self.isPlain = isPlain || environment("ACCESSIBLE") == "1"
  }

  /// Takes what the settings say of the terminal.
  func apply(_ settings: Settings) {
    color = settings.color
    showsProgress = settings.showsProgress
  }

  /// Whether there is a terminal to type at.
  var isTerminal: Bool { inputIsTerminal && outputIsTerminal }
  var isInteractive: Bool { ask != nil }

  var renderOptions: RenderOptions {
    RenderOptions(
      width: outputIsTerminal ? StandardConsole.width() : nil,
      usesColor: usesColor(outputIsTerminal))
  }

  /// NO_COLOR (no-color.org) and a terminal that is dumb or not known switch colour off; a choice on
  /// the command line goes before both.
  func usesColor(_ isTerminal: Bool) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isTerminal && environment("NO_COLOR") == nil && movesCursor
    }
  }

  func write(_ bytes: [UInt8]) throws {
    show(nil)
    if paged?.write(bytes) == nil { try writeOutput(bytes) }
  }

  private func writeOutput(_ bytes: [UInt8], stops: Bool = true) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      if stops, isInterrupted { throw Interrupted() }
      do throws(Errno) {
        rest = rest.dropFirst(try SystemCalls.live.writePart(rest, to: .standardOutput))
      } catch .brokenPipe {
        throw OutputClosed()
      } catch {
        throw FileError.cannotWrite("-", reason: error.description)
      }
    }
  }

  /// Lines as they are told: wrapped to the window, each with its end.
  func told(_ lines: [StyledText]) -> String {
    let options = RenderOptions(usesColor: usesColor(errorIsTerminal))
    let width = errorIsTerminal ? StandardConsole.width() : nil
    return lines.flatMap { $0.onOneLine.wrapped(to: width) }
      .map { Renderer(options: options).line($0) + "\n" }.joined()
  }

  func tell(_ lines: [StyledText]) {
    let text = told(lines)
    if paged?.isPaging == true {
      toldInPager += text
    } else {
      settle()
      writeError(text)
    }
  }

  func show(_ progress: Progress?) {
    guard errorIsTerminal, !isPlain, movesCursor, showsProgress || progress == nil,
      paged?.isPaging != true
    else { return }
    if let line = meter.line(progress, width: StandardConsole.width()) { writeError(line) }
  }

  func confirm(_ question: String) -> Bool {
    settle()
    guard let ask, let answer = ask(Sanitiser.harmless(Sanitiser.visible(question)) + " [y/N] ")
    else { return false }
    return ["y", "yes", "c", "có"].contains(answer.lowercased())
  }

  func answer(_ question: String) -> String? {
    settle()
    return ask?(question)
  }

  func waitForStep() -> Bool {
    settle()
    if let ask {
      return ask("Enter goes on, q stops ").map { $0.lowercased() != "q" } ?? false
    }
    guard inputIsTerminal, let line = readLine() else { return !inputIsTerminal }
    return line.lowercased() != "q"
  }

  /// Runs a line of the prompt; its output goes through the pager if it is longer than the screen.
  func paging(_ isWanted: Bool, _ body: () -> Void) {
    if isWanted, !isPlain, outputIsTerminal, movesCursor {
      paged = PagedOutput(
        command: environment("PAGER") ?? "less -FRX", columns: StandardConsole.width(),
        rows: StandardConsole.height())
    }
    body()
    settle()
    paged = nil
  }

  var isInterrupted: Bool { Interrupts.came }

  func untilInterrupted(_ body: () throws -> Void) throws -> Bool {
    guard !isInteractive else { return false }
    try Interrupts.catching { Result { try body() } }.get()
    return true
  }

  func settle() {
    guard let ended = paged?.end() else { return }
    try? writeOutput(ended.rest, stops: false)
    if !toldInPager.isEmpty { writeError(toldInPager) }
    toldInPager = ""
    guard ended.pagerFailed, !hasHintedAtPager else { return }
    hasHintedAtPager = true
    let name = environment("PAGER") ?? "less -FRX"
    tell([
      StyledText("theo: ", .warning)
        + "the pager '\(name)' cannot be run: put another into PAGER, or 'set pager off'"
    ])
  }

  var dialogue: Dialogue {
    settle()
    guard isTerminal else {
      guard !inputIsTerminal else { return .none("the output is no terminal") }
      // Of a script each line is a command.
      guard script == nil else { return .lines(AnswerLines(isTyped: false) { _ in nil }) }
      return .lines(AnswerLines(isTyped: false) { _ in readLine() })
    }
    guard let editor else { return .none("this terminal cannot be read from") }
    if editor.readsKeys { return .keys(TerminalKeyboard(editor, color: usesColor(true))) }
    return .lines(AnswerLines(isTyped: true) { editor.readAnswer(prompt: StyledText($0)) })
  }

  func standardInput() throws(UserError) -> MappedFile {
    if let script { return try script.rest() }
    guard inputIsTerminal else { return try MappedFile(standardInput: ()) }
    guard let editor else {
      tellHowToEnd()
      return try MappedFile(terminal: ())
    }
    // Told when it is being read: what is pasted at once on that is read whole.
    guard let text = editor.readText(whenReady: tellHowToEnd) else {
      throw UserError(Interrupted())
    }
    return MappedFile(text.utf8)
  }

  func standardInput(inBlocksOf size: Int) -> LineBlocks? {
    script == nil && !inputIsTerminal ? LineBlocks(size: size) : nil
  }

  private func tellHowToEnd() {
    guard errorIsTerminal else { return }
    tell([
      StyledText("Type or paste; ^D on a line of its own ends it, ^C drops it.", .dim)
    ])
  }

  private func writeError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = try? SystemCalls.live.write(.standardError, UnsafeRawBufferPointer(bytes))
    }
  }

  /// Columns of the window; 80 where the terminal does not say.
  static func width() -> Int { window().map { Int($0.ws_col) } ?? 80 }

  /// Rows of the window; 24 where the terminal does not say.
  static func height() -> Int { window().map { Int($0.ws_row) } ?? 24 }

  private static func window() -> winsize? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return size
  }
}
