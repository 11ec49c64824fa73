import Presentation
import TerminalText

/// Words of a command that start with one dash: an option where the command has it, else what a
/// selection leaves out.
///
/// `claims ferry -overcrowded -y` → -overcrowded is a term of the query; -y would be an option
/// where the command has one.
struct DashedWords {
  let declaration: CommandDeclaration
  let takesSelection: Bool

  init(_ declaration: CommandDeclaration, takesSelection: Bool) {
    self.declaration = declaration
    self.takesSelection = takesSelection
  }

  /// What the argument parser is to see of a command's words.
  static func arguments(
    _ words: ArraySlice<ShellWord>, of type: any ShellCommand.Type
  ) throws(UserError) -> [String] {
    // Reading a declaration takes longer than most commands: it is for such words alone.
    guard words.contains(where: \.startsWithOneDash) else { return words.map(\.text) }
    let dashed = DashedWords(CommandDeclaration(type), takesSelection: type.takesSelection)
    return try dashed.arguments(words)
  }

  private func arguments(_ words: ArraySlice<ShellWord>) throws(UserError) -> [String] {
    var out = [String]()
    var isBehindEnd = false
    for word in words {
      isBehindEnd = isBehindEnd || word.text == "--"
      if isBehindEnd || !word.startsWithOneDash || isOption(word) {
        out.append(word.text)
      } else if let last = out.last, takesValue(last) {
        // In quotes it is meant as the value, which may start with a dash: --note "-5 degrees".
        if word.isQuoted {
          out[out.count - 1] = last + "=" + word.text
        } else {
          out.append(word.text)
        }
      } else {
        try checkLongOption(word)
        out.append(takesSelection ? QueryText.shield + word.text : word.text)
      }
    }
    return out
  }

  /// Whether a word that starts with one dash is a term of the selection.
  func isTerm(_ word: ShellWord) -> Bool {
    takesSelection && word.startsWithOneDash && !isOption(word) && longOption(word) == nil
  }

  /// "-y", "-o=x", and several flags in one word.
  private func isOption(_ word: ShellWord) -> Bool {
    let name = String(word.text.prefix { $0 != "=" })
    if name == "-h" || declaration.options.contains(where: { $0.names.contains(name) }) {
      return true
    }
    let flags = declaration.options.filter { $0.kind == .flag }.flatMap(\.names)
    return name.count > 2 && name.dropFirst().allSatisfy { flags.contains("-\($0)") }
  }

  private func takesValue(_ word: String) -> Bool {
    declaration.options.contains { $0.kind == .option && $0.names.contains(word) }
  }

  /// "--format" of `-format`; nil where the word's quotes or its colon say that it is a term.
  private func longOption(_ word: ShellWord) -> String? {
    guard !word.query.utf8.contains(where: { $0 == 0x3A || $0 == 0x22 || $0 == 0x28 }) else {
      return nil
    }
    let name = "-" + word.text.prefix { $0 != "=" }
    return name == "--help" || declaration.options.contains { $0.names.contains(name) }
      ? name : nil
  }

  private func checkLongOption(_ word: ShellWord) throws(UserError) {
    guard takesSelection, let name = longOption(word) else { return }
    let term = "-\"" + word.text.dropFirst() + "\""
    throw UserError(
      UsageError(
        command: declaration.name,
        .rule(
          "unknown option '\(word.text)'. Did you mean '\(name)'? To leave the word out: \(term)")))
  }
}

extension ShellWord {
  var startsWithOneDash: Bool {
    text.hasPrefix("-") && !text.hasPrefix("--") && text.utf8.count > 1
  }
}

extension String {
  /// Without the mark that kept a word from being read as an option.
  package var unshielded: String { replacing(QueryText.shield, with: "") }
}
