internal import ClaimExtraction

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

  /// Of candidates that mean these attributions, which are right: one about each gold attribution,
  /// the best one; nil for those that mean an optional one, which do not count.
  func judged(_ matches: [Match?]) -> [Bool?] {
    var best = [Int: Int]()
    for (index, match) in matches.enumerated() {
      guard let match, match.overlap >= 0.5 else { continue }
      if let other = best[match.number], (matches[other]?.overlap ?? 0) >= match.overlap {
        continue
      }
      best[match.number] = index
    }
    return matches.enumerated().map { index, match in
      guard let match, match.overlap >= 0.5 else { return false }
      return isOptional(match) ? nil : best[match.number] == index
    }
  }
}
