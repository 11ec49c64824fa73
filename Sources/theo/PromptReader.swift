import Desk
import LineEditor
import Presentation
import Shell
import TerminalText

/// Reads lines for the prompt with the editor, which learns here what commands there are.
final class PromptReader {
  let editor: LineEditor
  private unowned let console: StandardConsole
  /// Whether the user's editrc asks for vi keys.
  private let editrcUsesVi: Bool
  private var toldProblem: LineEditorError?

  init(_ program: ProgramRun, _ desk: SharedDesk, _ console: StandardConsole) throws {
    let catalogue = program.interpreter.catalogue
    let isPlain = program.invocation.isPlain || environment("ACCESSIBLE") == "1"
    editor = try LineEditor(
      options: LineEditor.Options(
        historyFile: UserFiles.history, plain: isPlain,
        color: console.usesColor(console.isTerminal), theme: .standard))
    // An apostrophe of a pasted story opens no quotation.
    editor.isComplete = { !LineLexer.isUnfinished($0) || PastedStory.isOne($0, catalogue) }
    let teller = ArrivalTeller(editor.outbox)
    editor.attend = { [unowned console] in desk.use { console.told(teller.attend(to: &$0)) } }
    self.console = console
    editrcUsesVi = editor.usesVi
    let colors = LineColors(catalogue)
    editor.highlighter = { line in
      let aliases = desk.use { $0.settings.aliases.mapValues(\.line) }
      return colors.parts(of: line, aliases: aliases).map { part in
        StyledRange(part.range, part.style)
      }
    }
    editor.completer = { request in
      desk.use { desk in
        Completions.candidates(line: request.line, cursor: request.cursor, desk: desk, catalogue)
      }.map { candidate in
        CompletionCandidate(
          candidate.replacement, range: candidate.range, detail: candidate.detail,
          appendsBlank: candidate.appendsBlank)
      }
    }
  }

  /// The next line; a line that was cancelled is empty, nil is the end of input.
  func line(_ prompt: PromptText) -> String? {
    tellProblem()
    return switch editor.readLine(prompt: prompt.text) {
    case .line(let line): line
    case .interrupted: ""
    case .endOfInput: nil
    }
  }

  /// Says once that the history cannot be read or written, and again when it could meanwhile.
  private func tellProblem() {
    let problem = editor.history.problem
    defer { toldProblem = problem }
    guard let problem, problem != toldProblem else { return }
    let words = StyledText("theo: ", .warning)
    console.tell([words + StyledText("\(problem)")])
  }

  /// Whether more was typed, or pasted, than is read.
  var hasMore: Bool { editor.hasInput }

  /// Puts a question; nil where it was cancelled.
  func answer(_ question: String) -> String? {
    editor.readAnswer(prompt: StyledText(question))
  }

  /// Takes what the settings say of the line.
  func apply(_ settings: Settings) {
    editor.showsSuggestions = settings.showsSuggestions
    editor.usesColor = console.usesColor(console.isTerminal)
    switch settings.keys {
    case .editrc: editor.usesVi = editrcUsesVi
    case .emacs: editor.usesVi = false
    case .vi: editor.usesVi = true
    }
  }
}
