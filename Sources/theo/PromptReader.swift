import LineEditor
import ShellCommands

/// Reads lines for the prompt with the editor, which learns here what commands there are.
struct PromptReader {
  let editor: LineEditor

  init(_ invocation: Invocation, _ desk: SharedDesk, _ console: StandardConsole) throws {
    let isPlain = invocation.isPlain || environment("ACCESSIBLE") == "1"
    editor = try LineEditor(
      options: LineEditor.Options(
        historyFile: PromptReader.historyFile(), plain: isPlain,
        color: console.usesColor(console.isTerminal)))
    editor.isComplete = { !LineLexer.isUnfinished($0) }
    editor.completer = { request in
      desk.use { desk in
        Completions.candidates(line: request.line, cursor: request.cursor, desk: desk)
      }.map { candidate in
        CompletionCandidate(
          candidate.replacement, range: candidate.range, detail: candidate.detail,
          appendsBlank: candidate.appendsBlank)
      }
    }
  }

  /// The next line; a line that was cancelled is empty, nil is the end of input.
  func line(_ prompt: PromptText) -> String? {
    switch editor.readLine(prompt: PromptReader.styled(prompt)) {
    case .line(let line): line
    case .interrupted: ""
    case .endOfInput: nil
    }
  }

  /// Puts a question; nil where it was cancelled.
  func answer(_ question: String) -> String? {
    editor.readAnswer(prompt: EditorText(question))
  }

  private static func styled(_ prompt: PromptText) -> EditorText {
    EditorText(prompt.name, EditorStyle(.ansi(2), bold: true))
      + EditorText(prompt.state, EditorStyle(dim: true)) + EditorText("> ")
  }

  /// $XDG_STATE_HOME/theo/history.jsonl, else ~/.local/state/theo/history.jsonl.
  private static func historyFile() -> String? {
    let folder =
      environment("XDG_STATE_HOME") ?? environment("HOME").map { $0 + "/.local/state" }
    return folder.map { $0 + "/theo/history.jsonl" }
  }
}
