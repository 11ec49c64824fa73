internal import ClaimModel
internal import Lexicons

/// The words of sourcing of one language, by what they do: `chain-words.tsv` says what each
/// class means.
final class ChainWords: Sendable {
  enum Class: Int, Sendable, CaseIterable {
    case `in`, passive, say, saying, told, according, that, adjunct, time, turn, relative, article
    case outlet, behind, media, kindof, wires, reporter, document, medium, carrier, part, end
    case start, back, piece, carry, not, hidden, cause, purpose, person, body, occasion, more
    case stop, none, weak, deny, pronoun, passes, joins, sign, loose, clause, place

    /// As the file writes them, in this order. To have the language spell out a case takes longer
    /// than to read the words of its class.
    static let names = [
      "in", "passive", "say", "saying", "told", "according", "that", "adjunct", "time", "turn",
      "relative", "article", "outlet", "behind", "media", "kindof", "wires", "reporter",
      "document", "medium", "carrier", "part", "end", "start", "back", "piece", "carry", "not",
      "hidden", "cause", "purpose", "person", "body", "occasion", "more", "stop", "none", "weak",
      "deny", "pronoun", "passes", "joins", "sign", "loose", "clause", "place",
    ]
  }

  /// A table for each class, in the order of the classes.
  private let tables: [PhraseTable<Bool>]
  /// By a word's exact key, a bit for each class of which a phrase opens with it, and one for
  /// newsrooms.
  private let openings: KeyTable<UInt64>
  /// Newsrooms of the registry by their names, with their kind.
  let newsrooms: PhraseTable<AgencyEntry.Kind>
  let isVietnamese: Bool

  init(tables: WordTables, language: String) {
    let classes = RowGroups(tables.rows("chain-words.tsv", of: language), by: 0)
    self.tables = Class.names.map { name in PhraseTable(items: 2, of: classes[name]) { _ in true } }
    newsrooms = Self.newsrooms(tables.agencies)
    var openings = KeyTable<UInt64>()
    for (kind, table) in self.tables.enumerated() {
      for key in table.openings { openings[key] = (openings[key] ?? 0) | 1 << UInt64(kind) }
    }
    for key in newsrooms.openings { openings[key] = (openings[key] ?? 0) | Self.newsroom }
    self.openings = openings
    isVietnamese = language == "vi"
  }

  /// Of two with the same name the first counts.
  private static func newsrooms(_ registry: AgencyRegistry) -> PhraseTable<AgencyEntry.Kind> {
    var newsrooms = PhraseTable<AgencyEntry.Kind>(room: registry.entries.count * 3)
    for entry in registry.entries.reversed() {
      for name in entry.aliases.reversed() { newsrooms.add(name, entry.kind) }
      newsrooms.add(entry.name, entry.kind)
    }
    return newsrooms
  }

  /// The classes of which a phrase opens with a token, a bit each.
  @inline(__always)
  func openings(_ token: Token) -> UInt64 { openings[token.key.exact] ?? 0 }

  @inline(__always)
  static func bits(_ kind: Class) -> UInt64 { 1 << UInt64(kind.rawValue) }

  static func bits(_ kinds: Class...) -> UInt64 {
    kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  static let newsroom: UInt64 = 1 << 63

  /// How many tokens the longest phrase of a class has that starts at a token; 0 for none.
  @inline(__always)
  func length(_ kind: Class, _ tokens: [Token], at start: Int, end: Int) -> Int {
    tables[kind.rawValue].match(tokens, at: start, end: end)?.length ?? 0
  }

  /// The same of a phrase that ends right before `end`.
  func length(_ kind: Class, _ tokens: [Token], endingAt end: Int, from start: Int) -> Int {
    tables[kind.rawValue].match(tokens, endingAt: end, from: start, words: 5)?.length ?? 0
  }
}
