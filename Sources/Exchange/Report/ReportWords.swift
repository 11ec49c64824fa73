package import ClaimModel

/// The words that reports say of themselves, in one of their languages. They are in
/// `Resources/report-words.tsv`.
package struct ReportWords: Sendable {
  /// Those that reports are written in; the first one where nothing else is asked.
  package static let languages: [ArticleLanguage] = [.english, .vietnamese]

  let language: ArticleLanguage
  private let phrases: [String: String]

  package init(_ language: ArticleLanguage) {
    self.language = Self.languages.contains(language) ? language : .english
    phrases = self.language == .vietnamese ? Self.table.vietnamese : Self.table.english
  }

  /// The phrase; its key where the table has none, which the tests rule out.
  subscript(_ phrase: ReportPhrase) -> String { phrases[phrase.rawValue] ?? phrase.rawValue }

  /// With `{n}` and the like filled in: "{n} claims", ["n": "12"] → "12 claims".
  subscript(_ phrase: ReportPhrase, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(self[phrase]) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// Of a word of the model: a verdict, a kind, a grade.
  func word(_ group: String, _ value: String) -> String {
    phrases["\(group).\(value)"] ?? value
  }

  /// Every key with its wordings.
  static let table: (english: [String: String], vietnamese: [String: String]) = {
    var (english, vietnamese) = ([String: String](), [String: String]())
    let text = String(decoding: PackageResources.report_words_tsv, as: UTF8.self)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 else { continue }
      english[cells[0]] = cells[1]
      vietnamese[cells[0]] = cells[2]
    }
    return (english, vietnamese)
  }()
}

extension ReportWords {
  /// "False"; "True / False" where people do not agree.
  func verdict(of claim: ReportClaim) -> String {
    claim.verdicts.map { word("verdict", $0.rawValue) }.joined(separator: " / ")
  }

  /// "12 claims", "1 claim"; Vietnamese has one form.
  func count(_ number: Int, _ noun: CountedNoun) -> String {
    let form = number == 1 ? noun.one : noun.many
    return self[form, ["n": grouped(number)]]
  }

  /// 12500 → "12,500", in Vietnamese "12.500".
  func grouped(_ number: Int) -> String {
    var digits = Array(String(abs(number)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(language == .vietnamese ? "." : ",", at: place)
      place -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  /// "2024-01-05 09:14 UTC"
  func time(_ moment: Timestamp) -> String { "\(moment.day) \(moment.clock.prefix(5)) UTC" }

  /// 0.934 → "93 %"
  func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// 0.7 → "0.70", in Vietnamese "0,70"
  func decimal(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let rest = hundredths % 100
    let point = language == .vietnamese ? "," : "."
    return (number < 0 ? "−" : "") + "\(hundredths / 100)\(point)"
      + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}

/// Nouns that reports count, with the phrases for one and for several.
enum CountedNoun {
  case claim, story, change, source

  var one: ReportPhrase {
    switch self {
    case .claim: .oneClaim
    case .story: .oneStory
    case .change: .oneChange
    case .source: .oneSource
    }
  }

  var many: ReportPhrase {
    switch self {
    case .claim: .manyClaims
    case .story: .manyStories
    case .change: .manyChanges
    case .source: .manySources
    }
  }
}
