package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct AliasCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Give a command with its words a name of your own.",
    discussion: """
      The name stands for the beginning of a line that is typed: what follows it is put behind. \
      It is kept in the configuration file, in its section [alias]. In quotes the command may \
      hold |, > and ;. Aliases hold at the prompt and in rc.theo, not in other scripts.
      """)
  package static let helpOrder = 920
  package static let examples = [
    Example("alias", "lists the aliases"),
    Example("alias top = claims --by worth --limit 10", "makes one; 'top speaker:Hà' then narrows"),
    Example("alias count 'claims --format jsonl | wc -l'", "in quotes, with a system command"),
  ]

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("A name, and the command it stands for.", valueName: "command"))
  package var words: [String] = []

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let typed = context.statement.words.suffix(words.count)
    guard let first = typed.first else {
      return .table(SettingTable.aliases(desk.settings, desk.settings.aliases.keys.sorted()))
    }
    let (name, rest) = Self.parts(first, typed.dropFirst())
    guard !rest.isEmpty else {
      guard desk.settings.aliases[name] != nil else {
        let known = Array(desk.settings.aliases.keys)
        throw SettingProblem.unknownAlias(name, known: known)
      }
      return .table(SettingTable.aliases(desk.settings, [name]))
    }
    let line = Alias.line(of: rest, in: context.statement.source)
    try Alias.check(
      name: name, line: line, among: context.interpreter.catalogue.names)
    desk.changeAlias(
      name, to: line, from: context.settingOrigin, keeps: context.keepsSettings)
    guard context.keepsSettings else { return .nothing }
    return desk.settings.aliases[name].map { .report(SettingTable.report(alias: name, $0)) }
      ?? .nothing
  }

  /// The name, and the words behind it without an `=`; `ll='claims'` is read as well.
  private static func parts(
    _ first: ShellWord, _ rest: ArraySlice<ShellWord>
  ) -> (name: String, line: ArraySlice<ShellWord>) {
    if rest.first?.text == "=" { return (first.text, rest.dropFirst()) }
    guard let sign = first.text.firstIndex(of: "=") else { return (first.text, rest) }
    var word = first
    word.text = String(first.text[first.text.index(after: sign)...])
    return (String(first.text[..<sign]), word.text.isEmpty ? rest : [word])
  }
}
