import ArgumentParser
package import Desk
import Lexicons
package import Presentation

/// The commands that a shell has. Who makes the shell hands them over; interpreter, completion,
/// help, manual page and checks derive from this value and name no command.
///
/// Listing them costs nothing: a declaration is read when it is needed.
package struct CommandCatalogue: Sendable {
  /// In no order of meaning; made when first asked for.
  private let listed: @Sendable () -> [any ShellCommand.Type]
  /// What `claims --help` asks.
  let help: any HelpingCommand.Type
  /// What the end of input runs, and `quit` without a parser.
  let leaving: any LeavingCommand.Type

  package init(
    _ types: @escaping @autoclosure @Sendable () -> [any ShellCommand.Type],
    help: any HelpingCommand.Type, leaving: any LeavingCommand.Type
  ) {
    listed = types
    self.help = help
    self.leaving = leaving
  }

  /// In the order in which help lists them.
  package var all: [any ShellCommand.Type] { listed().sorted { $0.helpOrder < $1.helpOrder } }

  /// The command that the words start with, and how many of them are its name: "claim add" is
  /// two. `theo -c quit` asks no other declaration for its name.
  package func command(
    _ words: some Collection<String>
  ) -> (type: any ShellCommand.Type, words: Int)? {
    guard let first = words.first else { return nil }
    if leaving.isNamed(first) { return (leaving, 1) }
    let types = listed()
    if let second = words.dropFirst().first {
      let name = "\(first) \(second)"
      if let type = types.first(where: { $0.name == name }) { return (type, 2) }
    }
    return types.first { $0.isNamed(first) }.map { ($0, 1) }
  }

  /// The commands that a word stands for in other shells ("search" → find, claims), or those
  /// nearest to it.
  package func nearest(to word: String) -> [String] {
    if let row = Self.otherName(word) { return row.items(1) }
    let names = all.flatMap { [$0.name] + $0.configuration.aliases }
    let near = NearestName.names(like: word, among: names)
    // A short word is near to too many.
    guard near.isEmpty, word.count > 4 else { return near }
    let other = NearestName.names(like: word, among: Self.otherNames.rows.map { $0[0] }, limit: 1)
    return other.first.flatMap(Self.otherName)?.items(1) ?? []
  }

  /// The commands of two words whose first word this is: "claim" → its three.
  package func family(of word: String) -> [String] {
    names(startingWith: word + " ").sorted()
  }

  /// Names that words may still become while they are typed, in no order.
  func names(startingWith typed: String) -> [String] {
    listed().lazy.map { $0.name }.filter { $0.hasPrefix(typed) }
  }

  /// What a word that names no command is told.
  package func unknown(_ word: String) -> UnknownCommand {
    let family = family(of: word)
    return UnknownCommand(
      word: word, nearest: family.isEmpty ? nearest(to: word) : [], family: family,
      remark: Self.otherName(word).flatMap { $0[2].isEmpty ? nil : $0[2] })
  }

  private static func otherName(_ word: String) -> WordList.Row? {
    let key = Folding.folded(word)
    return otherNames.rows.first { $0[0] == key }
  }

  /// Read where a command was not found, and only there.
  private static let otherNames = WordList(embedded: "command-names.tsv")
}

extension CommandCatalogue {
  /// What the settings have to know of the commands.
  package var names: CommandNames {
    CommandNames(
      isCommand: { command($0) != nil }, isFamily: { !family(of: $0).isEmpty },
      nearest: { nearest(to: $0) })
  }
}

extension ShellCommand {
  static func isNamed(_ word: String) -> Bool {
    name == word || configuration.aliases.contains(word)
  }
}

/// The command that says what commands do.
package protocol HelpingCommand: ShellCommand {}

/// The command that ends the shell.
package protocol LeavingCommand: ShellCommand {
  /// Asks first where somebody is there to answer and changes would be lost.
  static func leave(_ desk: inout Desk, discarding: Bool, console: any Console)
}
