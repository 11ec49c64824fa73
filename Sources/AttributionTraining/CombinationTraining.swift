internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Collects what rules and taggers find in stories that the taggers were not trained on, and
/// learns whom to trust.
struct CombinationTraining {
  private var examples = [DraftWeights.Decision: [LogisticRegression.Example]]()
  /// Of each example of `keep` what `DraftWeights` reads.
  private var features = [DraftFeatures]()
  private var phrases = PhraseNumbers()
  /// Attributions in the gold of the stories added.
  private(set) var goldCount = 0

  /// Adds what there is to learn from one story.
  mutating func add(_ gold: GoldStory, model: LearnedModel) {
    let finder = LearnedFinder(model)
    let ruled = RuleFinder().attributions(in: gold.story)
    let (candidates, traits) = finder.candidates(in: gold.story, ruled: ruled, model: model)
    let matching = GoldMatching(gold)
    goldCount += gold.attributions.count { !$0.isOptional }
    var kept = [Kept]()
    for one in candidates {
      let features = DraftFeatures(one, among: candidates, traits)
      let plain = one.draft(ruledContent: false, ruledSource: false)
      let other = one.draft(ruledContent: one.contentsDiffer, ruledSource: one.sourcesDiffer)
      let (a, b) = (matching.match(plain.content), matching.match(other.content))
      if one.contentsDiffer { addChoice(.content, features, a?.overlap ?? 0, b?.overlap ?? 0) }
      let best = [a, b].compactMap { $0 }.max { $0.overlap < $1.overlap }
      if let best, one.sourcesDiffer {
        addChoice(
          .source, features, matching.worth(plain.source, best), matching.worth(other.source, best))
      }
      let names = DraftPhrase.phrases(one, in: gold.story).compactMap { $0.name(in: gold.story) }
      kept.append(Kept(features: features, names: names, match: best))
    }
    addKept(kept, matching)
  }

  private mutating func addChoice(
    _ decision: DraftWeights.Decision, _ features: DraftFeatures, _ plain: Double, _ other: Double
  ) {
    if plain == other { return }
    examples[decision, default: []].append(
      LogisticRegression.Example(values: features.values, isTrue: other > plain))
  }

  /// A candidate, the names of its phrases, and the gold attribution that it means.
  private struct Kept {
    var features: DraftFeatures
    var names: [String]
    var match: GoldMatching.Match?
  }

  private mutating func addKept(_ all: [Kept], _ matching: GoldMatching) {
    for (one, isTrue) in zip(all, matching.judged(all.map(\.match))) {
      guard let isTrue else { continue }
      examples[.keep, default: []].append(
        LogisticRegression.Example(
          values: one.features.values, phrases: one.names.map { phrases.number(of: $0) },
          isTrue: isTrue))
      features.append(one.features)
    }
  }

  /// The rows of the weights' file: decision, feature or phrase, weight.
  func rows() -> [String] {
    var out = [String]()
    for decision in DraftWeights.Decision.allCases {
      var examples = examples[decision] ?? []
      let often = decision == .keep ? phrases.often(examples) : []
      let numbers = Dictionary(uniqueKeysWithValues: often.enumerated().map { ($1, $0) })
      for at in examples.indices {
        examples[at].phrases = examples[at].phrases.compactMap { numbers[$0] }
      }
      let weights = LogisticRegression().weights(examples, phraseCount: often.count)
      out.append(
        "# \(decision.rawValue): \(examples.count) examples,"
          + " \(examples.count { $0.isTrue }) true")
      let names = DraftFeatures.names + often.map { phrases.names[$0] }
      for (name, weight) in zip(names, weights) {
        let thousandths = Int((weight * 1000).rounded())
        // A phrase that hardly counts only makes the list longer.
        if abs(thousandths) < (name.contains("=") ? Self.leastPhrase : 1) { continue }
        out.append("\(decision.rawValue)\t\(name)\t\(Double(thousandths) / 1000)")
      }
    }
    return out
  }

  /// Thousandths of weight below which a phrase is left out.
  private static let leastPhrase = 100

  /// The least probability, between those that give about the best F1 on the stories added: the
  /// lowest. News has long sentences; in a desk's short ones the taggers are less sure.
  func bestLeast(_ rows: [String]) -> Double {
    let weights = DraftWeights(
      list: WordList(name: "weights", text: rows.joined(separator: "\n")))
    let chances = zip(features, examples[.keep] ?? []).map { features, example in
      (weights.probability(.keep, features), example.isTrue)
    }
    let f1 = (20...60).map { hundredths in
      let kept = chances.filter { $0.0 >= Float(hundredths) / 100 }
      let hits = kept.count { $0.1 }
      return (2 * Double(hits) / Double(kept.count + goldCount), hundredths)
    }
    let best = f1.map(\.0).max() ?? 0
    return Double(f1.first { $0.0 > best - 0.003 }?.1 ?? 42) / 100
  }
}
