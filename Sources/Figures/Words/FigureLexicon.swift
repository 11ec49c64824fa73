internal import Lexicons

/// What a word says of a figure beside it.
enum ConceptClass: String, Sendable {
  case person, thing, fate, attribute, act, topic, mode, contrast, part, other, partof, wholeof
  case running, each, added, skip, event
}

struct Concept: Sendable {
  var name: String
  var kind: ConceptClass
  /// Of a mode, a contrast or a part.
  var group: String
}

enum NumberKind: String, Sendable { case unit, tens, hundred, scale, dozen, vague, ordinal, half }

struct NumberWord: Sendable {
  var kind: NumberKind
  var value: Double
  var high: Double
}

struct Measure: Sendable {
  var dimension: String
  var factor: Double
}

enum TimeWordKind: String, Sendable {
  case month, weekday, part, clock, half
  case year = "relative-year"
  case relativeMonth = "relative-month"
  case week = "relative-week"
  case day = "relative-day"
}

struct TimeWord: Sendable {
  var kind: TimeWordKind
  var value: Int
}

/// The word lists of figures, for one language; one for all that read.
final class FigureLexicon: Sendable {
  static let vietnamese = FigureLexicon(isVietnamese: true)
  static let english = FigureLexicon(isVietnamese: false)
  /// Of both languages, read once.
  private static let rows = WordList(embedded: "figure-words.tsv").rows
  static let concepts: [Concept] = rows.map { concept($0) }
  static let numbersByName = Dictionary(
    concepts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })

  let words: PhraseTable<Int>
  let numbers: PhraseTable<NumberWord>
  let measures: PhraseTable<Measure>
  let times: PhraseTable<TimeWord>
  let bounds: PhraseTable<FigureBound>
  let boundsBehind: PhraseTable<FigureBound>
  let stops: WordSet
  /// Words that a number, a date or an ordinal may begin with.
  let openers: WordSet
  let isVietnamese: Bool

  static func concept(named name: String) -> Int { numbersByName[name] ?? -1 }

  private static func concept(_ row: WordList.Row) -> Concept {
    let parts = row[1].split(separator: ":")
    let kind = ConceptClass(rawValue: String(parts.first ?? "")) ?? .skip
    return Concept(name: row[0], kind: kind, group: parts.count > 1 ? String(parts[1]) : "")
  }

  init(isVietnamese: Bool) {
    self.isVietnamese = isVietnamese
    stops = WordSet(WordList(embedded: "stop-words.tsv").rows.map { WordKey($0[0]).exact })
    words = Self.words(isVietnamese)
    numbers = Self.numbers(isVietnamese)
    measures = Self.measures(isVietnamese)
    times = Self.times(isVietnamese)
    (bounds, boundsBehind) = Self.bounds(isVietnamese)
    openers = WordSet(
      numbers.firstWords + times.firstWords + Self.others.map { WordKey($0).exact })
  }

  private static func forms(_ row: WordList.Row, _ isVietnamese: Bool) -> Set<String> {
    Set(isVietnamese ? row.items(2) : row.items(3).flatMap { EnglishForms.of($0) })
  }

  private static func words(_ isVietnamese: Bool) -> PhraseTable<Int> {
    var words = PhraseTable<Int>()
    for (number, row) in rows.enumerated() {
      for form in forms(row, isVietnamese) { words.add(form, number) }
    }
    return words
  }

  private static func numbers(_ isVietnamese: Bool) -> PhraseTable<NumberWord> {
    var numbers = PhraseTable<NumberWord>()
    for row in WordList(embedded: "figure-numbers.tsv").rows {
      guard let kind = NumberKind(rawValue: row[0]) else { continue }
      let word = NumberWord(kind: kind, value: Double(row[1]) ?? 0, high: Double(row[4]) ?? 0)
      for form in row.items(isVietnamese ? 2 : 3) { numbers.add(form, word) }
    }
    return numbers
  }

  private static func measures(_ isVietnamese: Bool) -> PhraseTable<Measure> {
    var measures = PhraseTable<Measure>()
    for row in WordList(embedded: "figure-measures.tsv").rows {
      let measure = Measure(dimension: row[0], factor: Double(row[1]) ?? 1)
      for form in forms(row, isVietnamese) { measures.add(form, measure) }
    }
    return measures
  }

  private static func times(_ isVietnamese: Bool) -> PhraseTable<TimeWord> {
    var times = PhraseTable<TimeWord>()
    for row in WordList(embedded: "figure-times.tsv").rows {
      guard let kind = TimeWordKind(rawValue: row[0]) else { continue }
      for form in row.items(isVietnamese ? 2 : 3) {
        times.add(form, TimeWord(kind: kind, value: Int(row[1]) ?? 0))
      }
    }
    return times
  }

  private static let others = [
    "ngày", "mùng", "mồng", "tháng", "năm", "quý", "thứ", "đầu", "cứ", "nửa", "a", "an", "one",
    "half",
    "first", "second", "third", "fourth",
  ]

  /// Those before a number and those behind it.
  private static func bounds(
    _ isVietnamese: Bool
  ) -> (PhraseTable<FigureBound>, PhraseTable<FigureBound>) {
    var (bounds, behind) = (PhraseTable<FigureBound>(), PhraseTable<FigureBound>())
    for row in WordList(embedded: "comparators.tsv").rows
    where row[1] == "*" || (row[1] == "vi") == isVietnamese {
      guard !reaching.contains(row[0]), var bound = FigureBound(sign: row[2]) else { continue }
      if bound == .about, nearly.contains(row[0]) { bound = .nearly }
      if row[3] == "after" { behind.add(row[0], bound) } else { bounds.add(row[0], bound) }
    }
    for (words, bound) in isVietnamese ? moreVietnamese : moreEnglish { bounds.add(words, bound) }
    return (bounds, behind)
  }

  /// "lên tới 4,8": as much was reached, which is no bound.
  private static let reaching: Set = ["lên tới", "lên đến", "tới", "đến", "lên"]

  private static let nearly: Set = [
    "gần", "gần đến", "gần tới", "ngót", "ngót nghét", "suýt soát", "nearly", "almost", "close to",
    "just under", "approaching", "gần như",
  ]
  private static let moreVietnamese: [(String, FigureBound)] = [
    ("đúng", .exact), ("chính xác", .exact), ("cả", .exact), ("đủ", .exact),
  ]
  private static let moreEnglish: [(String, FigureBound)] = [
    ("exactly", .exact), ("precisely", .exact), ("all", .exact), ("an estimated", .about),
    ("some", .about), ("roughly", .about), ("as many as", .atMost), ("upwards of", .more),
    ("well over", .more), ("just over", .more), ("just under", .nearly),
  ]
}
