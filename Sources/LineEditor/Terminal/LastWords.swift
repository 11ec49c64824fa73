import CEditline

extension LineEditor {
  /// A new row, plain text, no bracketed pastes.
  static var lastWords: String {
    Terminal.understandsSequences ? "\u{1B}[0m\u{1B}[?2004l\r\n" : "\r\n"
  }

  /// What a signal that ends the program writes to the terminal; nil for what a line needs. At most
  /// 64 bytes.
  package func setLastWords(_ words: String?) {
    ceditline_die_tidily(terminal.input, terminal.output, words ?? Self.lastWords)
  }
}
