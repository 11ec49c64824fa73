internal import ClaimExtraction

/// F1 of attributions and exact spans, as the gold's scorer defines them, on tokens.
struct Measuring: Sendable {
  struct Tally: Sendable {
    var hit = 0
    var predicted = 0
    var gold = 0

    var f1: Double {
      hit == 0 ? 0 : 2 * Double(hit) / Double(predicted + gold)
    }
    var precision: Double { predicted == 0 ? 0 : Double(hit) / Double(predicted) }
    var recall: Double { gold == 0 ? 0 : Double(hit) / Double(gold) }
  }

  private(set) var attribution = Tally()
  private(set) var content = Tally()
  private(set) var cue = Tally()
  private(set) var source = Tally()

  mutating func add(_ found: [SpanDecoding], in story: GoldStory) {
    let gold = story.attributions.filter { !$0.isOptional }
    let words = { (ranges: [Range<Int>]) in
      Set(ranges.joined().filter { story.story.tokens[$0].kind != .punctuation })
    }
    let optional = story.attributions.filter(\.isOptional).map { words($0.content) }
    let theirs = gold.map { words($0.content) }
    let found = found.filter { one in
      let mine = words(one.content)
      return theirs.contains { Self.overlap(mine, $0) >= 0.5 }
        || !optional.contains { Self.overlap(mine, $0) >= 0.5 }
    }
    let mine = found.map { words($0.content) }
    var pairs = [(Double, Int, Int)]()
    for (i, x) in mine.enumerated() {
      for (j, y) in theirs.enumerated() {
        let overlap = Self.overlap(x, y)
        if overlap >= 0.5 { pairs.append((overlap, i, j)) }
      }
    }
    pairs.sort { $0.0 > $1.0 }
    var used = (Set<Int>(), Set<Int>())
    for (_, i, j) in pairs where !used.0.contains(i) && !used.1.contains(j) {
      used.0.insert(i)
      used.1.insert(j)
    }
    attribution.hit += used.0.count
    attribution.predicted += found.count
    attribution.gold += gold.count
    Self.addExact(
      &content, mine, theirs)
    Self.addExact(
      &cue, found.map { words([$0.cue]) }, gold.map { words($0.cue.map { [$0] } ?? []) })
    Self.addExact(
      &source, found.map { words($0.source.map { [$0] } ?? []) },
      gold.map { words($0.source.map { [$0] } ?? []) })
  }

  private static func overlap(_ a: Set<Int>, _ b: Set<Int>) -> Double {
    let both = a.intersection(b).count
    return both == 0 ? 0 : Double(both) / Double(a.count + b.count - both)
  }

  private static func addExact(_ tally: inout Tally, _ a: [Set<Int>], _ b: [Set<Int>]) {
    let x = Set(a.filter { !$0.isEmpty })
    let y = Set(b.filter { !$0.isEmpty })
    tally.hit += x.intersection(y).count
    tally.predicted += x.count
    tally.gold += y.count
  }

  /// "attribution 0.712 (P 0.730 R 0.695)  content 0.500  cue 0.660  source 0.680"
  var line: String {
    func short(_ value: Double) -> String {
      let thousandths = Int((value * 1000).rounded())
      return "0." + String(String(thousandths + 1000).dropFirst())
    }
    return "attribution \(short(attribution.f1)) (P \(short(attribution.precision))"
      + " R \(short(attribution.recall)))  content \(short(content.f1))"
      + "  cue \(short(cue.f1))  source \(short(source.f1))"
  }
}
