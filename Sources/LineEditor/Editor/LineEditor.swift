import CEditline
import CTerminal
package import TerminalText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A prompt that reads lines.
///
/// libedit edits: its key maps, its emacs and vi commands, the user's editrc. What is on the screen
/// is painted here, because libedit counts scalars as columns and loses its place on a resize:
/// libedit's own output goes nowhere, and before each key is read a frame is laid out from its
/// line and put over the last one. One thread owns an editor; `outbox` is for the others.
package final class LineEditor {
  package struct Options: Sendable {
    /// Where lines are kept from one run to the next; its folder is made. Nil keeps none.
    package var historyFile: String?
    /// No repainting, menus, suggestions or colours: for screen readers and dumb terminals.
    package var plain: Bool
    /// Colours may be used; bold, dim and reversed text are used without them, too.
    package var color: Bool
    /// How the styles of prompts and of the line look.
    package var theme: Theme
    /// The name by which an editrc addresses this program.
    package var programName: String

    package init(
      historyFile: String? = nil, plain: Bool = false, color: Bool = true,
      theme: Theme = Theme([:]), programName: String = "theo"
    ) {
      self.historyFile = historyFile
      self.plain = plain
      self.color = color
      self.theme = theme
      self.programName = programName
    }
  }

  package typealias Event = LineEvent

  /// The ways on from where the cursor is, best first.
  package var completer: (@Sendable (CompletionRequest) -> [CompletionCandidate])?
  /// Colours for the line.
  package var highlighter: (@Sendable (String) -> [StyledRange])?
  /// A whole line that begins with the line so far; nil falls back on history.
  package var suggester: (@Sendable (String) -> String?)?
  /// False: Enter goes on in a further line.
  package var isComplete: (@Sendable (String) -> Bool)?
  /// Called while a line is typed and no key waits, after `outbox.wake`: what it gives back is shown
  /// above the line. Not called while a question is answered.
  package var attend: (() -> String)?
  /// Whether `attend` is to be called.
  var isAttendDue = false
  /// Whether a suggestion is shown at all.
  package var showsSuggestions = true

  /// Whether colours are used; bold, dim and reversed text are used without them, too.
  package var usesColor: Bool

  package let outbox: Outbox
  package var windowSize: WindowSize { terminal.size }
  package internal(set) var history: History

  let options: Options
  let terminal: Terminal
  let editor: OpaquePointer?
  /// libedit's own list of the same lines, for its search commands.
  let mirror: OpaquePointer?

  var screen = Screen()
  var input: KeyInput
  var prompt = StyledText()
  /// Characters that libedit is to get next.
  var delivery: [Int32] = []
  var mode = Mode.editing
  var outcome: Event?
  var undo = UndoStack()
  var kills = KillRing()
  var recall = Recall()
  /// What the key before this one ran, and what this one does; nil for libedit's own commands.
  var lastFunction: EditorFunction?
  var currentFunction: EditorFunction?
  /// The line was changed here since the last key, not by libedit.
  var lineWasSet = false
  var suggestion = ""
  /// The key that a function is run for, when a character alone does not tell.
  var currentKey = Key.enter
  /// What ^Y or M-. put in last.
  var yanked: Range<Int>?
  /// libedit's line as it was read last, and what it was read as.
  var read: (scalars: [Int32], cursor: Int, line: LineBuffer) = ([], 0, LineBuffer())
  /// At the last look every grapheme of the line was one scalar.
  var isSimple = true
  /// The line as it was before the key that is handled now.
  var lastLine = LineBuffer()
  /// What is typed next narrows the menu down.
  var menuFollows = false
  /// The line answers a question; it is no command.
  var isAnswer = false
  /// What stands in the line when its first key is asked for.
  var firstText = ""
  /// libedit is about to ask for the first key of a line.
  var lineStartPending = false

  /// What keys go to.
  enum Mode {
    case editing
    case menu(CompletionMenu)
    case search(HistorySearch)
    /// The next key is inserted as it is.
    case quoting
  }

  /// An editor on standard input and output.
  package convenience init(options: Options) throws(LineEditorError) {
    try self.init(options: options, input: 0, output: 1)
  }

  /// An editor on a terminal that is open on these two descriptors.
  init(options: Options, input source: Int32, output: Int32) throws(LineEditorError) {
    guard isatty(source) == 1, isatty(output) == 1 else { throw .noTerminal }
    guard cterminal_use_utf8_locale() else { throw .noUTF8Locale }
    self.options = options
    usesColor = options.color
    outbox = try Outbox(output: output)
    cterminal_die_tidily(source, output, Self.lastWords)
    terminal = Terminal(input: source, output: output, wakeEnd: outbox.readEnd)
    input = KeyInput(terminal: terminal)
    history = History(file: options.historyFile.map(HistoryFile.init(path:)))
    cterminal_watch_signals(outbox.writeEnd)
    if options.plain || !Terminal.understandsSequences {
      editor = nil
      mirror = nil
      return
    }
    // libedit gets a box with a weak way back: the editor outlives none of its calls.
    let owner = Unmanaged.passRetained(Owner())
    guard
      let opened = ceditline_open(
        options.programName, terminal.input, terminal.output, owner.toOpaque(),
        { context, character in Owner.from(context)?.read(into: character) ?? 0 },
        { context, function, _ in Owner.from(context)?.run(function) ?? CC_ERROR })
    else {
      owner.release()
      throw .unavailable(errno: errno)
    }
    editor = opened
    mirror = ceditline_history_open(opened, Int32(Self.mirrored))
    self.owner = owner.takeUnretainedValue()
    ownerReference = owner
    self.owner?.editor = self
    bindKeys()
    for index in max(0, history.arena.count - Self.mirrored)..<history.arena.count {
      ceditline_history_enter(mirror, wide(history.arena[index]))
    }
  }

  private static let mirrored = 1000
  private var owner: Owner?
  private var ownerReference: Unmanaged<Owner>?

  deinit {
    cterminal_unwatch_signals(outbox.writeEnd)
    guard let editor else { return }
    ceditline_close(editor)
    ownerReference?.release()
  }
}

extension LineEditor {
  /// A new row, plain text, no bracketed pastes.
  static var lastWords: String {
    Terminal.understandsSequences ? "\u{1B}[0m\u{1B}[?2004l\r\n" : "\r\n"
  }

  /// What a signal that ends the program writes to the terminal; nil for what a line needs. At most
  /// 64 bytes.
  package func setLastWords(_ words: String?) {
    cterminal_die_tidily(terminal.input, terminal.output, words ?? Self.lastWords)
  }
}

/// The way from libedit's callbacks back to their editor.
private final class Owner {
  weak var editor: LineEditor?

  static func from(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.flatMap { Unmanaged<Owner>.fromOpaque($0).takeUnretainedValue().editor }
  }
}

/// A style for a part of a line; `range` counts UTF-8 bytes.
package struct StyledRange: Sendable, Hashable {
  package var range: Range<Int>
  package var style: Style

  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
