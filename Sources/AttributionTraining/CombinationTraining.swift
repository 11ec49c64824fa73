internal import ClaimExtraction
internal import ClaimModel
internal import Lexicons

/// Collects what rules and taggers find in stories that the taggers were not trained on, and
/// learns whom to trust.
struct CombinationTraining {
  private var examples = [DraftWeights.Decision: [LogisticRegression.Example]]()
  /// Attributions in the gold of the stories added.
  private(set) var goldCount = 0

  /// Adds what there is to learn from one story.
  mutating func add(_ gold: GoldStory, model: LearnedModel) {
    let finder = LearnedFinder(model)
    let ruled = RuleFinder().attributions(in: gold.story)
    let (candidates, traits) = finder.candidates(in: gold.story, ruled: ruled, model: model)
    let matching = GoldMatching(gold)
    goldCount += gold.attributions.count { !$0.isOptional }
    var kept = [(features: DraftFeatures, match: GoldMatching.Match?)]()
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
      kept.append((features, best))
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

  /// One candidate may be right about each gold attribution, the best one; optional ones do not
  /// count.
  private mutating func addKept(
    _ all: [(features: DraftFeatures, match: GoldMatching.Match?)], _ matching: GoldMatching
  ) {
    var best = [Int: Int]()
    for (index, one) in all.enumerated() {
      guard let match = one.match, match.overlap >= 0.5 else { continue }
      if let other = best[match.number], (all[other].match?.overlap ?? 0) >= match.overlap {
        continue
      }
      best[match.number] = index
    }
    for (index, one) in all.enumerated() {
      if let match = one.match, match.overlap >= 0.5, matching.isOptional(match) { continue }
      let isTrue = one.match.map { $0.overlap >= 0.5 && best[$0.number] == index } ?? false
      examples[.keep, default: []].append(
        LogisticRegression.Example(values: one.features.values, isTrue: isTrue))
    }
  }

  /// The rows of the weights' file: decision, feature, weight.
  func rows() -> [String] {
    var out = [String]()
    for decision in DraftWeights.Decision.allCases {
      let examples = examples[decision] ?? []
      let weights = LogisticRegression().weights(examples)
      out.append(
        "# \(decision.rawValue): \(examples.count) examples,"
          + " \(examples.count { $0.isTrue }) true")
      for (name, weight) in zip(DraftFeatures.names, weights) {
        let thousandths = Int((weight * 1000).rounded())
        if thousandths == 0 { continue }
        out.append("\(decision.rawValue)\t\(name)\t\(Double(thousandths) / 1000)")
      }
    }
    return out
  }

  /// The least probability, between those that give about the best F1 on the stories added.
  func bestLeast(_ rows: [String]) -> Double {
    let weights = DraftWeights(
      list: WordList(name: "weights", text: rows.joined(separator: "\n")))
    let chances = (examples[.keep] ?? []).map { example in
      (weights.probability(.keep, example.values), example.isTrue)
    }
    let f1 = (25...60).map { hundredths in
      let kept = chances.filter { $0.0 >= Float(hundredths) / 100 }
      let hits = kept.count { $0.1 }
      return (2 * Double(hits) / Double(kept.count + goldCount), Double(hundredths) / 100)
    }
    // F1 is flat around its best. What is left out there stays a narrated claim; what is wrongly
    // kept puts words in somebody's mouth: the highest of the flat part.
    let best = f1.map(\.0).max() ?? 0
    return f1.last { $0.0 > best - 0.001 }?.1 ?? 0.42
  }
}

/// Finds the gold attribution that a content means.
struct GoldMatching {
  struct Match {
    var number: Int
    var overlap: Double
  }

  private let gold: GoldStory
  private let contents: [Set<Int>]

  init(_ gold: GoldStory) {
    self.gold = gold
    contents = gold.attributions.map { Self.words($0.content, gold) }
  }

  private static func words(_ ranges: [Range<Int>], _ gold: GoldStory) -> Set<Int> {
    Set(ranges.joined().filter { gold.story.tokens[$0].kind != .punctuation })
  }

  func isOptional(_ match: Match) -> Bool { gold.attributions[match.number].isOptional }

  /// The attribution whose content shares most; nil where none shares a word.
  func match(_ content: [Range<Int>]) -> Match? {
    let mine = Self.words(content, gold)
    let all = contents.enumerated().map { number, theirs in
      let both = mine.intersection(theirs).count
      let all = mine.count + theirs.count - both
      return Match(number: number, overlap: all == 0 ? 0 : Double(both) / Double(all))
    }
    return all.filter { $0.overlap > 0 }.max { $0.overlap < $1.overlap }
  }

  /// 2 for the very source, 1 for one that shares a word, 0 for another.
  func worth(_ source: [Range<Int>], _ match: Match) -> Double {
    let theirs = Self.words(
      gold.attributions[match.number].source.map { [$0] } ?? [], gold)
    let mine = Self.words(source, gold)
    return mine == theirs ? 2 : mine.isDisjoint(with: theirs) ? 0 : 1
  }

  /// 1 for the very cue, else 0.
  func worth(cue: [Range<Int>], _ match: Match) -> Double {
    cue == (gold.attributions[match.number].cue.map { [$0] } ?? []) ? 1 : 0
  }
}
