package import ClaimModel

/// A word of a line typed into the shell, in the two forms that commands need.
///
/// `said:"Thu Ha"` → text `said:Thu Ha`, query `said:"Thu Ha"`.
package struct ShellWord: Sendable, Hashable {
  /// Without its quotes: what an option's value or a path is.
  package var text: String
  /// With its double quotes: the query language has a use for them. Single quotes are gone.
  package var query: String
  /// UTF-8 bytes of the line that it takes, quotes included.
  package var span: TextSpan
  /// Whether any of it stood in quotes or behind a backslash: then `*` is no pattern.
  package var isQuoted: Bool

  package init(text: String, query: String, span: TextSpan, isQuoted: Bool) {
    self.text = text
    self.query = query
    self.span = span
    self.isQuoted = isQuoted
  }
}

/// Where a command's output goes.
package enum Destination: Sendable, Hashable {
  case screen
  /// `> file`, `>> file`
  case file(String, appends: Bool)
  /// `| system command`, as typed
  case pipe(String)
}

/// One command of a line.
package struct Statement: Sendable, Hashable {
  package var words: [ShellWord]
  package var destination: Destination
  /// The whole text it was read from: positions count in it.
  package var source: String
  /// UTF-8 bytes of `source` that it takes.
  package var span: TextSpan

  package init(words: [ShellWord], destination: Destination, source: String, span: TextSpan) {
    self.words = words
    self.destination = destination
    self.source = source
    self.span = span
  }

  /// A command that came as separate arguments: they need no quotes and have no destination.
  package init(arguments: [String]) {
    var source = ""
    var words = [ShellWord]()
    for argument in arguments {
      if !source.isEmpty { source += " " }
      let start = source.utf8.count
      source += argument
      words.append(
        ShellWord(
          text: argument, query: argument, span: TextSpan(start, source.utf8.count),
          isQuoted: true))
    }
    self.init(
      words: words, destination: .screen, source: source, span: TextSpan(0, source.utf8.count))
  }

  /// Number of the line in `source` that it starts on, from 1.
  package var line: Int {
    1 + source.utf8.prefix(span.start).reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  package var text: String { source.utf8Slice(span) }
}
