import ClaimModel
package import Presentation

/// A word that stands for the beginning of a line: `ll` → `claims --limit 5`.
package enum Alias {
  /// A command's name stays the command's, and an alias of no command would never run. What an
  /// alias stands for is not looked up again, so that none can run itself.
  package static func check(
    name: String, line: String, among commands: CommandNames
  ) throws(SettingProblem) {
    let isWord = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
    }
    guard isWord, let first = name.first, first != "-" else { throw .badAliasName(name) }
    guard !commands.isCommand([name]), !commands.isFamily(name) else {
      throw .aliasIsCommand(name)
    }
    let statements: [Statement]
    do throws(LineError) {
      statements = try LineLexer.statements(in: line)
    } catch { throw .aliasLine(error) }
    guard !statements.isEmpty else { throw .aliasOfUnknown(line, nearest: commands.nearest(line)) }
    for statement in statements {
      let words = statement.words.map(\.text)
      guard !commands.isCommand(words) else { continue }
      let word = words.first ?? ""
      throw .aliasOfUnknown(word, nearest: commands.nearest(word))
    }
  }

  /// The statements that take the place of one whose first word is an alias; nil where it is none.
  package static func expanded(
    _ statement: Statement, _ aliases: [String: Settings.Alias]
  ) throws(LineError) -> [Statement]? {
    guard !aliases.isEmpty, let first = statement.words.first, !first.isQuoted,
      let line = aliases[first.text]?.line
    else { return nil }
    let rest = statement.source.utf8Slice(TextSpan(first.span.end, statement.span.end))
    return try LineLexer.statements(in: line + rest)
  }

  /// Words behind `alias NAME` as one line: a single quoted word is the line itself, of others the
  /// quotes stay.
  package static func line(of words: ArraySlice<ShellWord>, in source: String) -> String {
    if words.count == 1, let word = words.first { return word.text }
    return words.map { word in
      let typed = source.utf8Slice(word.span)
      // An argument from the system's shell has lost its quotes.
      return word.isQuoted && typed == word.text ? Quoting.word(word.text) : String(typed)
    }.joined(separator: " ")
  }
}

/// What settings have to know of the commands, since an alias stands for one and takes no name of
/// one.
package struct CommandNames: Sendable {
  /// Whether a line of these words runs a command.
  package var isCommand: @Sendable ([String]) -> Bool
  /// Whether commands of two words begin with this one.
  package var isFamily: @Sendable (String) -> Bool
  /// The commands that a word may have meant.
  package var nearest: @Sendable (String) -> [String]

  package init(
    isCommand: @escaping @Sendable ([String]) -> Bool,
    isFamily: @escaping @Sendable (String) -> Bool,
    nearest: @escaping @Sendable (String) -> [String]
  ) {
    self.isCommand = isCommand
    self.isFamily = isFamily
    self.nearest = nearest
  }
}
