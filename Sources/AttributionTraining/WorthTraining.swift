internal import ArticleReading
internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Learns from labelled sentences what each feature adds to a claim's worth.
struct WorthTraining {
  struct Sentence {
    let kind: String
    let isWorthMore: Bool
    /// 1 for each feature that its longest claim has, in the order of `names`.
    let values: [Float]
  }

  private static let parts = 10
  private static let moreKinds: Set = [
    "harm", "fact", "figure", "accusation", "cause", "comparison", "law", "health", "money",
  ]

  /// The features' names, each once, `base` first.
  private let names: [String]
  private let sentences: [Sentence]
  private let penalty: Double

  init(sentences: WordList, words: WordList, penalty: Double) {
    var names = [String]()
    var places = [String: Int]()
    // What has no weight is no feature: its phrases only hide words within them.
    for row in words.rows where places[row[3]] == nil && Double(row[2]) != 0 {
      places[row[3]] = names.count
      names.append(row[0])
    }
    self.names = names
    self.penalty = penalty
    let extractor = ClaimExtractor()
    self.sentences = sentences.rows.map { row in
      var values = [Float](repeating: 0, count: names.count)
      let article = ArticleReader.article(
        named: row[0], text: row[2], language: row[1] == "en" ? .english : .vietnamese)
      let claims = extractor.claims(in: article)
      let longest = claims.max { Self.length($0) < Self.length($1) }
      for reason in longest?.reasons ?? [] where reason.subject == .worth {
        if let place = places[reason.words] { values[place] = 1 }
      }
      return Sentence(
        kind: row[0], isWorthMore: Self.moreKinds.contains(row[0]), values: values)
    }
  }

  private static func length(_ claim: Claim) -> Int {
    claim.content.reduce(0) { $0 + $1.end - $1.start }
  }

  private func learned(_ sentences: some Sequence<Sentence>) -> [Double] {
    var regression = LogisticRegression()
    regression.penalty = penalty
    regression.steps = 600
    return regression.weights(
      sentences.map { LogisticRegression.Example(values: $0.values, isTrue: $0.isWorthMore) })
  }

  private func score(_ sentence: Sentence, _ weights: [Double]) -> Double {
    zip(sentence.values, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The share of pairs in the right order, in all and for each kind.
  func crossValidation() -> [String] {
    var right = [String: (Double, Int)]()
    for part in 0..<Self.parts {
      let isAside = { (at: Int) in at % Self.parts == part }
      let weights = learned(sentences.indices.filter { !isAside($0) }.map { sentences[$0] })
      let aside = sentences.indices.filter(isAside).map { sentences[$0] }
      for more in aside where more.isWorthMore {
        for less in aside where !less.isWorthMore {
          let (a, b) = (score(more, weights), score(less, weights))
          let points = a > b ? 1 : a == b ? 0.5 : 0.0
          for kind in ["all", more.kind, less.kind] {
            right[kind] = ((right[kind]?.0 ?? 0) + points, (right[kind]?.1 ?? 0) + 1)
          }
        }
      }
    }
    return right.sorted { $0.key < $1.key }.map { kind, counted in
      "\(kind)\t\(Int((counted.0 / Double(counted.1) * 1000).rounded()))\t\(counted.1)"
    }
  }

  /// For each feature what it adds, in hundredths, so that the sentences lie between 0 and 1: the
  /// value 0.5 is where both are as likely.
  func weights() -> [String: String] {
    let learned = learned(sentences)
    let largest = sentences.map { abs(score($0, learned)) }.sorted()
    let scale = 0.48 / (largest.isEmpty ? 1 : largest[largest.count * 98 / 100])
    var out = [String: String]()
    for (place, name) in names.enumerated() {
      var hundredths = Int((learned[place] * scale * 100).rounded()) + (place == 0 ? 50 : 0)
      // A feature stays seen, so that it can be learned again.
      if hundredths == 0 { hundredths = learned[place] < 0 ? -1 : 1 }
      let sign = hundredths < 0 ? "-" : ""
      let digits = String(abs(hundredths) % 100)
      out[name] =
        sign + "\(abs(hundredths) / 100)." + (digits.utf8.count < 2 ? "0" : "") + digits
    }
    return out
  }
}
