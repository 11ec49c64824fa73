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

  /// Terms that start with a dash go behind `--`, and the other words of the selection with them.
  private func arguments(_ words: ArraySlice<ShellWord>) throws(UserError) -> [String] {
    var asTyped = [String]()
    var options = [String]()
    var operands = [String]()
    var isBehindEnd = false
    for word in words {
      let isValue = asTyped.last.map(takesValue) ?? false
      if isBehindEnd {
        operands.append(word.text)
      } else if word.text == "--" {
        isBehindEnd = true
      } else if isValue, word.startsWithOneDash, word.isQuoted, !isOption(word) {
        // In quotes it is meant as the value, which may start with a dash: --note "-5 degrees".
        asTyped[asTyped.count - 1] += "=" + word.text
        options[options.count - 1] += "=" + word.text
        continue
      } else if isValue || word.text.hasPrefix("--") || word.startsWithOneDash && isOption(word) {
        options.append(word.text)
      } else {
        if word.startsWithOneDash { try checkLongOption(word) }
        operands.append(word.text)
      }
      asTyped.append(word.text)
    }
    guard takesSelection, operands.contains(where: { $0.hasPrefix("-") && $0.count > 1 }) else {
      return asTyped
    }
    return options + ["--"] + operands
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
