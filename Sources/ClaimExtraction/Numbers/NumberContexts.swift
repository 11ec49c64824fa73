internal import ClaimModel
internal import Lexicons

/// The words around numbers, one set a language.
final class NumberContexts: Sendable {
  enum UnitClass: String, Sendable {
    case measure, time, definite, noun, head
  }

  enum Context: String, Sendable {
    case naming, label, pair, change, sum, copula, stop, harm
  }

  let units: PhraseTable<UnitClass>
  let labels: PhraseTable<Context>
  let stops: PhraseTable<Context>
  /// "số" … "là", "toll" … "was"
  let sums: PhraseTable<Context>
  let copulas: PhraseTable<Context>
  /// What befalls victims: "thiệt mạng", "injured".
  let harms: PhraseTable<Context>
  /// Comparators before a number, and behind it.
  let before: PhraseTable<Comparator>
  let after: PhraseTable<Comparator>

  init(tables: WordTables, language: String) {
    let rows: (String) -> [WordList.Row] = { tables.rows($0, of: language) }
    units = Self.units(rows("units.tsv"))
    let contexts = rows("number-contexts.tsv").compactMap { row in
      Context(rawValue: row[2]).map { (row[0], $0) }
    }
    let labels: Set = [Context.naming, .label, .pair, .change]
    self.labels = PhraseTable(contexts.filter { labels.contains($0.1) })
    sums = PhraseTable(contexts.filter { $0.1 == .sum })
    copulas = PhraseTable(contexts.filter { $0.1 == .copula })
    harms = PhraseTable(contexts.filter { $0.1 == .harm })
    stops = PhraseTable(contexts.filter { $0.1 == .stop })
    let comparators = rows("comparators.tsv").compactMap { row in
      Comparator(rawValue: row[2]).map { (row[0], $0, row[3]) }
    }
    before = PhraseTable(comparators.filter { $0.2 == "before" }.map { ($0.0, $0.1) })
    after = PhraseTable(comparators.filter { $0.2 == "after" }.map { ($0.0, $0.1) })
  }

  /// Of rows of `units.tsv`.
  fileprivate static func units(_ rows: [WordList.Row]) -> PhraseTable<UnitClass> {
    PhraseTable(rows.compactMap { row in UnitClass(rawValue: row[2]).map { (row[0], $0) } })
  }
}

/// The units of measure of all languages that `units.tsv` names.
enum Measures {
  private static let tables: [PhraseTable<NumberContexts.UnitClass>] = {
    let list = WordList(embedded: "units.tsv")
    let codes = Set(list.rows.map { $0[1] }).subtracting(["*"])
    return codes.sorted().map { NumberContexts.units(list.rows(of: $0)) }
  }()

  /// Whether a unit is a measure, in a story's own language or in another one: "km", "euro".
  static func contain(_ tokens: [Token], in own: PhraseTable<NumberContexts.UnitClass>) -> Bool {
    let isMeasure = { (units: PhraseTable<NumberContexts.UnitClass>) in
      units.match(at: 0, in: tokens, limit: tokens.count)?.value == .measure
    }
    return isMeasure(own) || tables.contains(where: isMeasure)
  }
}
