import Desk

/// Completion of settings, their values and aliases.
enum SettingCompletion {
  /// Aliases beside the commands.
  static func commandNames(_ place: CompletionPlace, _ settings: Settings) -> [CandidateWord] {
    place.words.isEmpty ? aliases(place, settings) : []
  }

  /// Nil where the command is not about settings or an option is typed.
  static func positions(
    _ declaration: CommandDeclaration, _ place: CompletionPlace, _ settings: Settings,
    _ catalogue: CommandCatalogue
  ) -> [CandidateWord]? {
    guard !place.prefix.hasPrefix("-") else { return nil }
    switch declaration.positions.first?.valueName {
    case "setting":
      let words = place.words.dropFirst().filter { !$0.hasPrefix("-") }
      if let name = words.first { return values(of: name, place, settings) }
      return Setting.allCases.filter { place.matches($0.name) }
        .map { place.candidate($0.name, detail: $0.summary) }
    case "alias": return aliases(place, settings)
    case "command": return commands(place, catalogue)
    default: return nil
    }
  }

  private static func values(
    of name: String, _ place: CompletionPlace, _ settings: Settings
  ) -> [CandidateWord] {
    guard let setting = Setting.named(name) else { return [] }
    let now = settings[setting].value.words
    let values = setting.values.isEmpty ? [now] : setting.values
    return values.filter(place.matches)
      .map { place.candidate($0, detail: $0 == now ? "as it is" : nil) }
  }

  private static func aliases(
    _ place: CompletionPlace, _ settings: Settings
  ) -> [CandidateWord] {
    settings.aliases.filter { place.matches($0.key) && !place.words.contains($0.key) }
      .sorted { $0.key < $1.key }.map { place.candidate($0.key, detail: "= " + $0.value.line) }
  }

  /// Behind `alias NAME =`: the commands.
  private static func commands(
    _ place: CompletionPlace, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    let words = place.words.dropFirst().filter { $0 != "=" }
    guard words.count == 1 else { return [] }
    return catalogue.all.filter { place.matches($0.name) }
      .map { place.candidate($0.name, detail: $0.abstract) }
  }
}
