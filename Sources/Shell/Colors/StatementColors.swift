import ClaimModel
import FactStore
import Presentation
import TerminalText

/// The parts of one command of a line.
struct StatementColors {
  private let statement: Statement
  private let catalogue: CommandCatalogue
  private let words: [ShellWord]
  /// A word that ends here is still being typed.
  private let end: Int
  private let declared: (any ShellCommand.Type) -> CommandDeclaration
  private var parts: [LineColors.Part] = []

  init(
    _ statement: Statement, _ catalogue: CommandCatalogue, end: Int,
    declared: @escaping (any ShellCommand.Type) -> CommandDeclaration
  ) {
    self.statement = statement
    self.catalogue = catalogue
    words = statement.words
    self.end = end
    self.declared = declared
  }

  mutating func parts(aliases: [String: String]) -> [LineColors.Part] {
    let command = command(aliases)
    for word in words.prefix(command.words) { parts.append(.init(word.span, .command)) }
    let rest = words.dropFirst(command.words)
    if let type = command.type {
      color(rest, of: type)
    } else if let word = rest.first, !mayBecomeCommand(word, aliases) {
      parts.append(.init(word.span, .failure))
    }
    for word in rest where word.isQuoted { colorQuotations(of: word) }
    return parts
  }

  /// What runs, and how many words are its name; of an alias, what it stands for.
  private func command(
    _ aliases: [String: String]
  ) -> (type: (any ShellCommand.Type)?, words: Int) {
    if let found = catalogue.command(words.map(\.text)) { return found }
    guard let first = words.first else { return (nil, 0) }
    if !first.isQuoted, let line = aliases[first.text] {
      let stands = (try? LineLexer.statements(in: line).last)?.words.map(\.text) ?? []
      return (catalogue.command(stands)?.type, 1)
    }
    return (nil, catalogue.family(of: first.text).isEmpty ? 0 : min(1, words.count))
  }

  private func mayBecomeCommand(_ word: ShellWord, _ aliases: [String: String]) -> Bool {
    guard word.span.end >= end else { return false }
    let typed = words.prefix { $0 != word }.map { $0.text + " " }.joined() + word.text
    return !catalogue.names(startingWith: typed).isEmpty
      || aliases.keys.contains { $0.hasPrefix(typed) }
  }
}

// Options and positions.
extension StatementColors {
  private mutating func color(_ words: ArraySlice<ShellWord>, of type: any ShellCommand.Type) {
    let declaration = declared(type)
    let dashed = DashedWords(declaration, takesSelection: type.takesSelection)
    var rest = words
    while let word = rest.popFirst() {
      if word.text == "--" { break }
      guard word.text.hasPrefix("-"), word.text.utf8.count > 1, !word.isQuoted,
        !dashed.isTerm(word)
      else {
        colorPosition(word, of: type, declaration)
        continue
      }
      guard let option = colorOption(word, declaration), option.kind == .option,
        !word.text.contains("="), let value = rest.popFirst()
      else { continue }
      colorValue(value, of: option)
    }
    for word in rest { colorPosition(word, of: type, declaration) }
  }

  /// The option that the word names; marks it as unknown where it names none.
  private mutating func colorOption(
    _ word: ShellWord, _ declaration: CommandDeclaration
  ) -> CommandDeclaration.Argument? {
    let name = String(word.text.prefix { $0 != "=" })
    let option = declaration.options.first { $0.names.contains(name) }
    if option != nil || name == "--help" || name == "-h" {
      let nameEnd = word.span.start + name.utf8.count
      parts.append(.init(TextSpan(word.span.start, nameEnd), .option))
    } else if declaration.positions.contains(where: \.takesEverything) {
      return nil
    } else if word.span.end < end
      || !declaration.options.contains(where: { $0.names.contains { $0.hasPrefix(name) } })
    {
      parts.append(.init(word.span, .failure))
    }
    return option
  }

  private mutating func colorValue(_ word: ShellWord, of option: CommandDeclaration.Argument) {
    let isTyped = word.span.end >= end
    if !option.values.isEmpty, !option.values.contains(word.text),
      !(isTyped && option.values.contains { $0.hasPrefix(word.text) })
    {
      parts.append(.init(word.span, .failure))
    } else if QueryText.isIDs(word.text) {
      parts.append(.init(word.span, .typedID))
    }
  }

  private mutating func colorPosition(
    _ word: ShellWord, of type: any ShellCommand.Type, _ declaration: CommandDeclaration
  ) {
    if QueryText.isIDs(word.text) {
      parts.append(.init(word.span, .typedID))
    } else if type.takesSelection {
      colorTerm(word, allowsNames: declaration.positions.count > 1)
    }
  }

  /// `said:"Hà"`: the field; one that there is not is an unknown word, unless the command takes
  /// names beside a selection, in which a colon means nothing.
  private mutating func colorTerm(_ word: ShellWord, allowsNames: Bool) {
    let lead = word.query.hasPrefix("-") || word.query.hasPrefix("(") ? 1 : 0
    let name = word.query.dropFirst(lead).prefix { $0.isLetter }
    guard !name.isEmpty, let sign = word.query.dropFirst(lead + name.count).first,
      ":<>=≤≥".contains(sign)
    else { return }
    let start = word.span.start + lead
    let isKnown = QueryField.named(String(name)) != nil
    guard isKnown || !allowsNames else { return }
    parts.append(
      .init(
        TextSpan(start, start + name.utf8.count + sign.utf8.count), isKnown ? .option : .failure))
  }

  /// Each quotation of a word, with its marks.
  private mutating func colorQuotations(of word: ShellWord) {
    let bytes = Array(statement.source.utf8Slice(word.span).utf8)
    var at = 0
    while at < bytes.count {
      let open = at
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let mark = bytes[at]
        at += 1
        while at < bytes.count, bytes[at] != mark {
          at += mark == UInt8(ascii: "\"") && bytes[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        at = min(at + 1, bytes.count)
        // The mark that closes an open quotation was put in to read it.
        let last = min(word.span.start + at, end)
        parts.append(.init(TextSpan(word.span.start + open, last), .quotation))
      default: at += 1
      }
    }
  }
}

extension CommandDeclaration.Argument {
  /// Words of another command, with dashes of their own.
  fileprivate var takesEverything: Bool { valueName == "command" }
}
