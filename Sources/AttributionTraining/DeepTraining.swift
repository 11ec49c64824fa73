internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Collects what the standard finder and the encoder find in stories that neither was trained on,
/// and learns whom to trust.
struct DeepTraining {
  private typealias Found = (features: DeepFeatures, match: GoldMatching.Match?)

  private let finder: DeepFinder
  private let learned: LearnedFinder
  private let weights: DraftWeights
  private var examples = [DeepWeights.Decision: [LogisticRegression.Example]]()
  /// Attributions in the gold of the stories added.
  private var goldCount = 0

  init(finder: DeepFinder, learned: LearnedFinder, weights: DraftWeights) {
    (self.finder, self.learned, self.weights) = (finder, learned, weights)
  }

  /// Adds what there is to learn from one story.
  mutating func add(_ gold: GoldStory) {
    guard let model = learned.model(gold.story.language) else { return }
    let ruled = RuleFinder().attributions(in: gold.story)
    let (drafts, traits) = learned.candidates(in: gold.story, ruled: ruled, model: model)
    let standard = CombinedFinder(learned: learned, weights: weights)
      .standard(drafts, traits, weights)
    let (candidates, wire) = finder.candidates(standard, traits)
    let matching = GoldMatching(gold)
    goldCount += gold.attributions.count { !$0.isOptional }
    var found = [Found]()
    for one in candidates {
      let features = DeepFeatures(one, among: candidates, wire: wire, traits)
      let plain = one.draft(encoded: DeepCandidate.Choice())
      let other = one.draft(encoded: one.differences)
      let (a, b) = (matching.match(plain.content), matching.match(other.content))
      if one.contentsDiffer { addChoice(.content, features, a?.overlap ?? 0, b?.overlap ?? 0) }
      let best = [a, b].compactMap { $0 }.max { $0.overlap < $1.overlap }
      if let best, one.sourcesDiffer {
        addChoice(
          .source, features, matching.worth(plain.source, best), matching.worth(other.source, best))
      }
      if let best, one.cuesDiffer {
        addChoice(
          .cue, features, matching.worth(cue: plain.cue, best), matching.worth(cue: other.cue, best)
        )
      }
      found.append((features, best))
    }
    addKept(found, matching)
  }

  private mutating func addChoice(
    _ decision: DeepWeights.Decision, _ features: DeepFeatures, _ plain: Double, _ other: Double
  ) {
    if plain == other { return }
    examples[decision, default: []].append(
      LogisticRegression.Example(values: features.values, isTrue: other > plain))
  }

  private mutating func addKept(_ all: [Found], _ matching: GoldMatching) {
    for (one, isTrue) in zip(all, matching.judged(all.map(\.match))) {
      guard let isTrue else { continue }
      examples[.keep, default: []].append(
        LogisticRegression.Example(values: one.features.values, isTrue: isTrue))
    }
  }

  /// The rows of the weights' file: decision, feature, weight.
  func rows() -> [String] {
    DeepWeights.Decision.allCases.flatMap { decision in
      let examples = examples[decision] ?? []
      let head =
        "# \(decision.rawValue): \(examples.count) examples,"
        + " \(examples.count { $0.isTrue }) true"
      let weights = LogisticRegression().weights(examples)
      return [head]
        + zip(DeepFeatures.names, weights).compactMap { name, weight in
          let thousandths = Int((weight * 1000).rounded())
          return thousandths == 0
            ? nil : "\(decision.rawValue)\t\(name)\t\(Double(thousandths) / 1000)"
        }
    }
  }

  /// The highest least probability of those that give about the best F1 on the stories added.
  func bestLeast(_ rows: [String]) -> Double {
    let weights = DeepWeights(
      list: WordList(name: "weights", text: rows.joined(separator: "\n")))
    let chances = (examples[.keep] ?? []).map { example in
      (weights.probability(.keep, example.values), example.isTrue)
    }
    let f1 = (25...60).map { hundredths in
      let kept = chances.filter { $0.0 >= Float(hundredths) / 100 }
      let hits = kept.count { $0.1 }
      return (2 * Double(hits) / Double(kept.count + goldCount), Double(hundredths) / 100)
    }
    let best = f1.map(\.0).max() ?? 0
    return f1.last { $0.0 > best - 0.001 }?.1 ?? 0.42
  }
}
