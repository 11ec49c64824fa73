import ClaimModel
import FactStore
import Lexicons

/// Completion from what the store holds.
enum StoreCompletion {
  /// No menu holds more.
  private static let limit = 200

  static func articles(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    store.articles.lazy.filter { place.matches($0.id.description) }.prefix(limit)
      .map { place.candidate($0.id.description, detail: $0.title) }
  }

  /// Ids with a line of their text.
  static func claims(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    var ids = [ClaimID]()
    for id in store.claims where place.matches(id.description) {
      ids.append(id)
      if ids.count == limit { break }
    }
    return ids.map { id in
      let text = store.claim(id).map { store.text(of: $0) } ?? ""
      return place.candidate(
        id.description, detail: String(ReadableText.text(String(text.prefix(80))).prefix(60)))
    }
  }

  /// Fields, values of a field that is typed, ids.
  static func selection(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    if let colon = place.prefix.firstIndex(of: ":") {
      return values(of: String(place.prefix[..<colon]), place, store)
    }
    let fields = QueryField.all.filter { place.matches($0.name + ":") }.map {
      place.candidate($0.name + ":", detail: $0.summary, appendsBlank: false)
    }
    let isID = place.prefix.hasPrefix("c") || place.prefix.hasPrefix("a")
    guard isID, place.prefix.count > 1 || fields.isEmpty else { return fields }
    return fields + claims(place, store) + articles(place, store)
  }

  private static func values(
    of field: String, _ place: CompletionPlace, _ store: FactStore
  ) -> [CandidateWord] {
    let typed = Folding.folded(String(place.prefix.dropFirst(field.count + 1)))
    func candidates(_ values: [String]) -> [CandidateWord] {
      values.filter { Folding.folded($0).hasPrefix(typed) }.prefix(limit).map { value in
        let quoted = value.contains(" ") ? "\"\(value)\"" : value
        return CandidateWord(field + ":" + quoted, range: place.range)
      }
    }
    switch field {
    case "said", "via", "source": return candidates(store.sources.map(\.name))
    case "in": return candidates(store.articles.map(\.id.description))
    default: return candidates(QueryField.named(field)?.values ?? [])
    }
  }

  /// By canonical name; a name typed by an alias is found as well.
  static func sources(_ place: CompletionPlace, _ store: FactStore) -> [CandidateWord] {
    store.sources.lazy.filter { record in
      place.matches(record.name) || record.source.aliases.contains(where: place.matches)
    }.prefix(limit).map { place.candidate($0.name, detail: $0.source.kind.rawValue) }
  }
}
