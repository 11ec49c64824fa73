import Presentation
import TerminalText

/// The keys of a review, in short and in full.
enum ReviewHelp {
  /// "t true  m mostly-true …": as many rows as they take.
  static func legend(columns: Int) -> [StyledText] {
    let verdicts = ReviewAction.keys.filter { $0.action.isVerdict }
    let others = ReviewAction.keys.filter { !$0.action.isVerdict }
    return row(verdicts, columns) + row(others, columns)
  }

  private static func row(
    _ keys: [(key: Character, action: ReviewAction)], _ columns: Int
  ) -> [StyledText] {
    // The space inside a pair must not break.
    var lines = [StyledText]()
    var line = StyledText()
    for (key, action) in keys {
      let pair = StyledText(String(key), .heading) + StyledText(" " + action.name, action.style)
      if !line.isEmpty, line.width + 2 + pair.width > columns - 2 {
        lines.append(line)
        line = StyledText()
      }
      if !line.isEmpty { line.append("  ") }
      line.append(pair)
    }
    return (lines + [line]).map { StyledText(" ") + $0 }
  }

  package static func lines(columns: Int) -> [StyledText] {
    let width = (ReviewAction.keys.map { $0.action.name.count }.max() ?? 0) + 2
    let verdicts = row(ReviewAction.keys.filter { $0.action.isVerdict }, columns)
    let verdict = StyledText("  the verdict, and on to the next claim:", .dim)
    let others = ReviewAction.keys.filter { !$0.action.isVerdict }
    let rows = others.flatMap { key, action -> [StyledText] in
      let padding = String(repeating: " ", count: width - action.name.count)
      let wrapped = StyledText(action.explanation).wrapped(to: max(8, columns - width - 6))
      return wrapped.enumerated().map { index, line in
        let head =
          index == 0
          ? StyledText("  \(key) ", .heading) + StyledText(action.name, action.style)
            + StyledText(padding)
          : StyledText(String(repeating: " ", count: 4 + width))
        return head + line
      }
    }
    return [StyledText("The keys of a review", .heading), verdict]
      + verdicts.map { StyledText(" ") + $0 } + rows + [
        StyledText("  Up, Down, Page Up and Page Down scroll a claim that is too tall.", .dim)
      ]
  }
}

extension ReviewAction {
  fileprivate var isVerdict: Bool { if case .verdict = self { true } else { false } }
  fileprivate var style: Style {
    if case .verdict(let verdict) = self { .verdict(verdict) } else { .plain }
  }
}

/// The keys of the prompt and of a review, for `help keys`.
enum KeyHelp {
  /// Keys of the prompt with what they do; ^R is Ctrl and R together, M-b is Alt (or Esc) and b.
  static let prompt: [(keys: String, does: String)] = [
    ("Tab", "completes the word, or lists what it may be; again goes through the list"),
    ("Enter", "runs the line; goes on below while a quotation is open"),
    ("Up Down ^P ^N", "the line before, the next one"),
    ("PageUp PageDown", "the line before that starts as what is typed, the next one"),
    ("^R", "searches the lines typed before"),
    ("Right End", "at the end of the line takes the suggestion that stands behind it"),
    ("^A ^E", "to the start, to the end of the line"),
    ("M-b M-f", "a word to the left, to the right; also Ctrl with an arrow"),
    ("^W ^U ^K", "cuts the word before, all before, all behind"),
    ("^Y", "puts back what was cut"),
    ("^_", "takes the last edit of the line back"),
    ("^X ^E", "edits the line in $VISUAL or $EDITOR"),
    ("^L", "clears the screen"),
    ("^C", "lets the line go; stops a command that runs"),
    ("^D", "in an empty line leaves theo"),
    ("^Z", "stops theo for the system's shell; fg goes on"),
  ]

  /// Columns where, key and does: the prompt's keys, then those of a review.
  static func table() -> Table {
    var table = Table(
      columns: [
        .init("where"), .init("key"), .init("does", flexible: true, wraps: true),
      ],
      footer: StyledText(
        "~/.editrc changes the keys of the prompt; review QUERY starts a review", .dim))
    for (keys, does) in prompt {
      table.rows.append([.init("prompt"), .init(keys, .cue), .init(does)])
    }
    for (key, action) in ReviewAction.keys {
      let words = "\(action.name): \(action.explanation)"
      table.rows.append([.init("review"), .init(String(key), .cue), .init(words)])
    }
    return table
  }
}
