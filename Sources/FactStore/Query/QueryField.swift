internal import ClaimModel
internal import Lexicons

/// A field of the query language: what help, completion and the parser know of it.
package struct QueryField: Sendable {
  package let name: String
  /// What a value of it selects, for people.
  package let summary: String
  /// A query that uses it.
  package let example: String
  /// Its values where there is a list of them.
  package let values: [String]
  /// Names that it had before, or has in listings: as good as its own.
  package let aliases: [String]
  /// What to write in the place of `<` and `>`, where they say nothing of it; nil if they do.
  let orderless: String?
  let criterion: @Sendable (QueryValue) throws(QueryError) -> Criterion

  init(
    _ name: String, _ summary: String, example: String, values: [String] = [],
    aliases: [String] = [], hasOrder: Bool = false, orderless: String? = nil,
    criterion: @escaping @Sendable (QueryValue) throws(QueryError) -> Criterion
  ) {
    self.name = name
    self.summary = summary
    self.example = example
    self.values = values
    self.aliases = aliases
    self.orderless =
      hasOrder ? nil : orderless ?? "\(name):VALUE; < and > go with worth, number and date"
    self.criterion = criterion
  }

  /// Every field, in the order in which help lists them.
  package static let all: [QueryField] = textFields + choiceFields + rangeFields

  /// The field with this name, whatever its case.
  package static func named(_ name: String) -> QueryField? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }

  /// The fields that a name stands for elsewhere ("author" → said, in), or that it is near to.
  static func nearest(to name: String) -> [String] {
    let key = Folding.folded(name).filter { $0 != "-" && $0 != " " }
    if let row = otherNames.rows.first(where: { $0[0] == key }) { return row.items(1) }
    let near = nearestWords(to: name, in: all.flatMap { [$0.name] + $0.aliases })
    guard near.isEmpty else { return near }
    let other = nearestWords(to: key, in: otherNames.rows.map { $0[0] }).first
    return otherNames.rows.first { $0[0] == other }?.items(1) ?? []
  }

  /// Read where a query was wrong, and only there.
  private static let otherNames = WordList(embedded: "field-names.tsv")
}

extension QueryField {
  private static let textFields = [
    QueryField("text", "words of what is said", example: "text:\"14 người\"") {
      value throws(QueryError) in try value.words(in: .content)
    },
    QueryField(
      "speaker", "claims that a source said, by name or alias; also said:",
      example: "speaker:\"Thu Hà\"", aliases: ["said"]
    ) { value throws(QueryError) in .source(try value.valuePattern(), .saidBy) },
    QueryField(
      "via", "claims that came through an agency: one that they cite, else that of the byline",
      example: "via:AFP,Reuters"
    ) { value throws(QueryError) in .source(try value.valuePattern(), .reportedBy) },
    QueryField("source", "claims of a source in whatever role", example: "source:AFP") {
      value throws(QueryError) in .source(try value.valuePattern(), nil)
    },
    QueryField("cue", "words of the cue", example: "cue:\"cho biết\"") {
      value throws(QueryError) in try value.words(in: .cue)
    },
    QueryField("in", "claims of an article, by id, name or title", example: "in:a1") {
      value throws(QueryError) in try value.article()
    },
    QueryField("tag", "claims with a tag", example: "tag:hot") {
      value throws(QueryError) in .tag(try value.valuePattern())
    },
    QueryField("evidence", "words of the evidence", example: "evidence:example.org") {
      value throws(QueryError) in .evidence(try value.valuePattern())
    },
    QueryField("by", "claims that a user changed or annotated", example: "by:an") {
      value throws(QueryError) in .user(try value.valuePattern())
    },
    QueryField("unit", "claims with a quantity of a unit", example: "unit:người") {
      value throws(QueryError) in .unit(try value.valuePattern())
    },
  ]

  private static let choiceFields = [
    choice("kind", "how the claim is given", example: "kind:direct,mixed") { .kind($0) },
    choice(
      "verdict", "the verdict; disputed where people do not agree", example: "verdict:false",
      orInWords: { VerdictNames.name(of: $0).flatMap(VerdictGroup.init) }
    ) { (group: VerdictGroup) in
      switch group {
      case .verdict(let verdict): .verdict(verdict)
      case .disputed: .disputed
      }
    },
    choice("lang", "the article's language", example: "lang:vi") { .language($0) },
    choice(
      "has",
      "claims that have something (anonymous: a source without a name; inner: another claim that "
        + "they only carry)", example: "has:number"
    ) { .has($0) },
    choice(
      "is",
      "what a new version of its story made of the claim (changed: not judged since; gone: its "
        + "words are not there any more)", example: "is:changed"
    ) { .state($0) },
  ]

  private static let rangeFields = [
    QueryField(
      "worth", "how much it deserves checking, 0 to 1; also worth>0.7", example: "worth:0.6..",
      hasOrder: true
    ) { value throws(QueryError) in .worth(try value.numbers(of: "worth")) },
    QueryField(
      "number", "claims with a quantity in a range; also number<20", example: "number:2000..3000",
      hasOrder: true
    ) { value throws(QueryError) in .number(try value.numbers(of: "number")) },
    QueryField(
      "date", "claims that speak of a day, month or year; also date>=2024-01",
      example: "date:2023-10..2024-01", hasOrder: true
    ) { value throws(QueryError) in .date(try value.days()) },
    QueryField(
      "grade", "reliability of a source, credibility of the claim", example: "grade:B2..C3",
      orderless: "a range, since A and 1 are the best: grade:A..B"
    ) { value throws(QueryError) in .grade(try value.grades()) },
  ]

  /// A field whose values are the cases of an enumeration.
  private static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ summary: String, example: String,
    orInWords: @escaping @Sendable (String) -> Value? = { _ in nil },
    criterion: @escaping @Sendable (Value) -> Criterion
  ) -> QueryField {
    let values = Value.allCases.map(\.rawValue)
    return QueryField(name, summary, example: example, values: values) {
      value throws(QueryError) in
      guard let found = Value(rawValue: value.text.lowercased()) ?? orInWords(value.text) else {
        throw value.bad(
          field: name, expected: "one of " + values.joined(separator: ", "),
          nearest: nearestWords(to: value.text, in: values))
      }
      return criterion(found)
    }
  }
}

extension QueryField {
  /// Whether `glob:` and `regex:` may stand before its value.
  package var takesPatterns: Bool {
    values.isEmpty && !Self.rangeFields.contains { $0.name == name }
  }

  /// The two ways to give a pattern of letters for a value, with what each means, for people.
  package static let patterns: [(name: String, summary: String, example: String)] = [
    (
      "glob", "before a value: * is any letters, ? one, [abc] one of these",
      "source:glob:\"Bộ*\""
    ),
    (
      "regex", "before a value: letters . [a-z] \\d \\w \\s \\b ^ $ * + ? {2,5} | ( )",
      "text:regex:\"\\d+ (tàu|thuyền)\""
    ),
  ]
}

/// The words nearest to what was typed: those that it begins, then those a few edits away.
func nearestWords(to typed: String, in words: [String]) -> [String] {
  let typed = typed.lowercased()
  let limit = max(1, (typed.utf8.count + 1) / 3)
  let scored = words.compactMap { word -> (Int, String)? in
    if !typed.isEmpty, word.hasPrefix(typed) { return (0, word) }
    return NearestName.distance(Array(typed.utf8), Array(word.utf8), limit: limit)
      .map { ($0, word) }
  }
  return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
}
