package import Desk
import FactStore

/// What a line can go on with: from the declarations of the commands and from the store.
package enum Completions {
  /// `cursor` and the ranges count UTF-8 bytes of the line; only what stands before the cursor
  /// is looked at. Where nothing begins with what is typed, what holds its letters in order, or
  /// words that begin with its words: `clms` → `claims`, `ngoai giao` → `Bộ Ngoại giao Mỹ`.
  package static func candidates(
    line: String, cursor: Int, desk: Desk, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    var place = CompletionPlace(line, cursor: cursor)
    place.expand(desk.settings.aliases)
    let found = candidates(at: place, desk, catalogue)
    guard found.isEmpty, place.prefix.utf8.count > 1 else { return found }
    place.isLoose = true
    return candidates(at: place, desk, catalogue)
  }

  private static func candidates(
    at place: CompletionPlace, _ desk: Desk, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    if place.isSystemCommand { return [] }
    if place.isFileTarget { return FileCompletion.candidates(place) }
    guard let (type, count) = catalogue.command(place.words), place.words.count >= count
    else {
      return commands(place, catalogue) + SettingCompletion.commandNames(place, desk.settings)
    }
    // `claim` and `annotate` may still become names of two words.
    let family = place.words.count == 1 ? catalogue.family(of: place.words[0]) : []
    let declaration = CommandDeclaration(type)
    if let words = SettingCompletion.positions(
      declaration, place, desk.settings, catalogue)
    {
      return words
    }
    return family.compactMap { secondWord($0, place, catalogue) }
      + arguments(declaration, type, place, desk.store, catalogue)
  }

  private static func commands(
    _ place: CompletionPlace, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    if let first = place.words.first {
      return catalogue.family(of: first).compactMap { secondWord($0, place, catalogue) }
    }
    var seen = Set<String>()
    return catalogue.all.compactMap { type -> CandidateWord? in
      let first = String(type.name.prefix { $0 != " " })
      guard place.matches(first), seen.insert(first).inserted else { return nil }
      let detail = type.name == first ? type.abstract : nil
      return place.candidate(first, detail: detail)
    }
  }

  private static func secondWord(
    _ name: String, _ place: CompletionPlace, _ catalogue: CommandCatalogue
  ) -> CandidateWord? {
    guard let second = name.split(separator: " ").last.map(String.init), place.matches(second)
    else { return nil }
    return place.candidate(
      second,
      detail: catalogue.command(name.split(separator: " ").map(String.init))?.type.abstract)
  }

  private static func arguments(
    _ declaration: CommandDeclaration, _ type: any ShellCommand.Type, _ place: CompletionPlace,
    _ store: FactStore, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    if let last = place.words.last,
      let option = declaration.options.first(where: {
        $0.kind == .option && $0.names.contains(last)
      })
    {
      return values(of: option, place, store)
    }
    if place.prefix.hasPrefix("-"), !place.words.contains("--") {
      let options = declaration.options.compactMap { option -> CandidateWord? in
        guard let name = option.names.first(where: place.matches) else { return nil }
        return place.candidate(name, detail: option.abstract)
      }
      return options + (declaration.takesFiles ? FileCompletion.candidates(place) : [])
    }
    return positions(declaration, type, place, store, catalogue)
  }

  private static func values(
    of option: CommandDeclaration.Argument, _ place: CompletionPlace, _ store: FactStore
  ) -> [CandidateWord] {
    if !option.values.isEmpty {
      return option.values.filter(place.matches).map { place.candidate($0) }
    }
    switch option.valueName {
    case "tag", "untag": return tags(store).filter(place.matches).map { place.candidate($0) }
    case "speaker", "source": return StoreCompletion.sources(place, store)
    case "confirm", "reject": return StoreCompletion.claims(place, store)
    default: return []
    }
  }

  private static func positions(
    _ declaration: CommandDeclaration, _ type: any ShellCommand.Type, _ place: CompletionPlace,
    _ store: FactStore, _ catalogue: CommandCatalogue
  ) -> [CandidateWord] {
    if declaration.takesFiles { return FileCompletion.candidates(place) }
    let names = Set(declaration.positions.map(\.valueName))
    var all = [CandidateWord]()
    if names.contains("saved") {
      all += store.savedQueries.map(\.name).filter(place.matches).map { place.candidate($0) }
    }
    if names.contains("topic") {
      all += catalogue.all.map { $0.name }.filter(place.matches)
        .map { place.candidate($0) }
    }
    if names.contains("article"),
      place.words.last == type.name.split(separator: " ").last.map(String.init)
    {
      all += StoreCompletion.articles(place, store)
    }
    if names.contains("claim") { all += StoreCompletion.claims(place, store) }
    if type.takesSelection, !names.contains("article") || place.words.count > 1 {
      all += StoreCompletion.selection(place, store)
    }
    if names.contains("source") || type.takesSources {
      all += StoreCompletion.sources(place, store)
    }
    return all
  }

  private static func tags(_ store: FactStore) -> [String] {
    var tags = Set<String>()
    for logged in store.log {
      if case .annotateClaims(_, let mark) = logged.operation.action { tags.formUnion(mark.tags) }
    }
    return tags.sorted()
  }
}

extension CommandDeclaration {
  fileprivate var takesFiles: Bool {
    positions.contains { ["path", "file", "script"].contains($0.valueName) }
  }
}
