package import Shell

extension CommandCatalogue {
  /// Every command of theo. A new one is a file beside this one: the build lists all types here
  /// whose names end in `Command`.
  package static let standard = CommandCatalogue(
    shellCommands, help: HelpCommand.self, leaving: QuitCommand.self)
}
