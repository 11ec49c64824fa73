internal import ClaimModel
internal import Lexicons

/// The words around numbers, one set a language.
final class NumberContexts: Sendable {
  enum UnitClass: String, Sendable {
    case measure, currency, suffix, time, definite, noun, head
  }

  enum Context: String, Sendable {
    case naming, label, period, pair, change, sum, copula, stop, harm
    case owner, move, term, again, people, model, compound, hour, bound, permit
  }

  let units: PhraseTable<UnitClass>
  let labels: PhraseTable<Context>
  let stops: PhraseTable<Context>
  /// "số" … "là", "toll" … "was"
  let sums: PhraseTable<Context>
  let copulas: PhraseTable<Context>
  /// What befalls victims: "thiệt mạng", "injured".
  let harms: PhraseTable<Context>
  /// Behind "of", what makes a part of a whole that is named: "two of its …"; "half the …".
  let owners: PhraseTable<Context>
  /// Verbs before "from A to B" that make two figures of a range: "rose".
  let moves: PhraseTable<Context>
  /// "trong vòng": a duration behind it is to be met.
  let terms: PhraseTable<Context>
  /// Behind "hai người", what tells of two who are known.
  let again: PhraseTable<Context>
  /// Peoples whose names end like other words: "Greeks".
  let peoples: PhraseTable<Context>
  /// "MAX": makes a model of the number before it.
  let models: PhraseTable<Context>
  /// "-way": behind a hyphen, no unit.
  let compounds: PhraseTable<Context>
  /// "lúc", "sáng": beside "7g", that it is an hour.
  let hours: PhraseTable<Context>
  /// "cho phép", "phải": a term behind them is a limit.
  let permits: PhraseTable<Context>
  /// Words of two syllables that hold a stop: "chữa cháy".
  let bound: PhraseTable<Context>
  /// Comparators before a number, and behind it.
  let before: PhraseTable<Comparator>
  let after: PhraseTable<Comparator>

  init(tables: WordTables, language: String) {
    let rows: (String) -> [WordList.Row] = { tables.rows($0, of: language) }
    units = Self.units(rows("units.tsv"))
    let contexts = rows("number-contexts.tsv")
    let classes = RowGroups(contexts, by: 2)
    let table: (Context) -> PhraseTable<Context> = { context in
      PhraseTable(classes[context.rawValue]) { _ in context }
    }
    var kinds = RowClasses<Context>(column: 2)
    labels = PhraseTable(contexts) { row in
      kinds.value(of: row).flatMap { Self.labelling.contains($0) ? $0 : nil }
    }
    sums = table(.sum)
    copulas = table(.copula)
    harms = table(.harm)
    stops = table(.stop)
    owners = table(.owner)
    moves = table(.move)
    terms = table(.term)
    again = table(.again)
    peoples = table(.people)
    models = table(.model)
    compounds = table(.compound)
    hours = table(.hour)
    bound = table(.bound)
    permits = table(.permit)
    let comparators = RowGroups(rows("comparators.tsv"), by: 3)
    var relations = RowClasses<Comparator>(column: 2)
    before = PhraseTable(comparators["before"]) { relations.value(of: $0) }
    after = PhraseTable(comparators["after"]) { relations.value(of: $0) }
  }

  private static let labelling: [Context] = [.naming, .label, .period, .pair, .change]

  /// Of rows of `units.tsv`.
  fileprivate static func units(_ rows: [WordList.Row]) -> PhraseTable<UnitClass> {
    var classes = RowClasses<UnitClass>(column: 2)
    return PhraseTable(rows) { classes.value(of: $0) }
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
      switch units.match(at: 0, in: tokens, limit: tokens.count)?.value {
      case .measure, .currency: true
      default: false
      }
    }
    return isMeasure(own) || tables.contains(where: isMeasure)
  }
}
