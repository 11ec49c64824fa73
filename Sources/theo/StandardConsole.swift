import LineEditor
import ShellCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The console of a terminal, or of pipes in its place.
final class StandardConsole: Console {
  private let color: ColorChoice
  private let isPlain: Bool
  private let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  private let errorIsTerminal = isatty(STDERR_FILENO) == 1
  private let inputIsTerminal = isatty(STDIN_FILENO) == 1
  private var meter = ProgressMeter()
  /// How the prompt puts a question; nil where there is no prompt.
  var ask: ((String) -> String?)?
  /// What reads keys and lines at a terminal; a command without a prompt makes its own.
  lazy var editor: LineEditor? = {
    guard isTerminal else { return nil }
    return try? LineEditor(
      options: LineEditor.Options(
        plain: isPlain || environment("ACCESSIBLE") == "1", color: usesColor(true)))
  }()

  init(color: ColorChoice?, isPlain: Bool) {
    self.color = color ?? .auto
    self.isPlain = isPlain
  }

  /// Whether there is a terminal to type at.
  var isTerminal: Bool { inputIsTerminal && outputIsTerminal }
  var isInteractive: Bool { ask != nil }

  var renderOptions: RenderOptions {
    RenderOptions(
      width: outputIsTerminal ? StandardConsole.width() : nil,
      usesColor: usesColor(outputIsTerminal))
  }

  /// NO_COLOR (no-color.org) and a dumb terminal switch colour off; a choice on the command line
  /// goes before both.
  func usesColor(_ isTerminal: Bool) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
    }
  }

  func write(_ bytes: [UInt8]) throws {
    show(nil)
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let count = systemWrite(STDOUT_FILENO, rest)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          throw OutputClosed()
        } else if errno == EAGAIN {
          var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          poll(&output, 1, 100)
        } else if errno != EINTR {
          throw ShellError.cannotWrite("-", reason: String(cString: strerror(errno)))
        }
      }
    }
  }

  func tell(_ lines: [ShellCommands.StyledText]) {
    let options = RenderOptions(usesColor: usesColor(errorIsTerminal))
    let text = lines.map { Renderer(options: options).line($0) + "\n" }.joined()
    writeError(text)
  }

  func show(_ progress: Progress?) {
    guard errorIsTerminal, !isPlain else { return }
    if let line = meter.line(progress, width: StandardConsole.width()) { writeError(line) }
  }

  func confirm(_ question: String) -> Bool {
    guard let ask, let answer = ask(question + " [y/N] ") else { return false }
    return ["y", "yes", "c", "có"].contains(answer.lowercased())
  }

  func waitForStep() -> Bool {
    if let ask {
      return ask("Enter goes on, q stops ").map { $0.lowercased() != "q" } ?? false
    }
    guard inputIsTerminal, let line = readLine() else { return !inputIsTerminal }
    return line.lowercased() != "q"
  }

  var dialogue: Dialogue {
    guard isTerminal else {
      guard !inputIsTerminal else { return .none("the output is no terminal") }
      return .lines(AnswerLines(isTyped: false) { _ in readLine() })
    }
    guard let editor else { return .none("this terminal cannot be read from") }
    if editor.readsKeys { return .keys(TerminalKeyboard(editor, color: usesColor(true))) }
    return .lines(AnswerLines(isTyped: true) { editor.readAnswer(prompt: EditorText($0)) })
  }

  private func writeError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      _ = systemWrite(STDERR_FILENO, UnsafeRawBufferPointer(bytes))
    }
  }

  /// Columns of the window; 80 where the terminal does not say.
  static func width() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// write(2).
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}
