import Presentation
import TerminalText

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
