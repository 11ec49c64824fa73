internal import ClaimModel
internal import Lexicons

/// The word lists around numbers, one set a language; read when first asked for.
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

  static let vietnamese = NumberContexts(language: "vi")
  static let english = NumberContexts(language: "en")

  static func of(_ language: ArticleLanguage) -> NumberContexts {
    language == .vietnamese ? vietnamese : english
  }

  /// Words that begin like a scale and are none: "tỷ phú" (billionaire), "triệu tập" (summon).
  static let scaleLookalikes = PhraseTable<Bool>(
    [
      "tỷ phú", "tỉ phú", "tỷ lệ", "tỉ lệ", "tỷ số", "tỉ số", "tỷ giá", "tỉ giá", "triệu tập",
      "triệu hồi",
    ]
    .map { ($0, true) })

  private init(language: String) {
    let rows: (String) -> [WordList.Row] = { name in
      WordList(embedded: name).rows.filter { $0[1] == language || $0[1] == "*" }
    }
    units = PhraseTable(
      rows("units.tsv").compactMap { row in UnitClass(rawValue: row[2]).map { (row[0], $0) } })
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
}
