/// Finds what `VersionAlignment` says.
struct SentenceMatcher {
  private(set) var alignment: VersionAlignment
  /// By place of an old sentence the new one that it is, where it is one; and the other way round.
  private var twins: [Int?]
  private var olds: [Int?]
  private static let mostPlaces = 200
  private static let mostRounds = 8
  private static let mostPairs = 10_000
  private static let mostCandidates = 24

  init(_ alignment: VersionAlignment) {
    self.alignment = alignment
    twins = Array(repeating: nil, count: alignment.old.sentences.count)
    olds = Array(repeating: nil, count: alignment.new.sentences.count)
  }

  mutating func match() {
    let repeated = matchSame()
    matchWithin()
    matchAlike()
    for (old, new) in repeated { settle(old, new) }
    matchWithin()
    matchAlike()
    matchJoined()
  }

  private mutating func tie(_ old: Int, _ new: Int) {
    alignment.tie(old, to: alignment.new.sentences[new])
    (twins[old], olds[new]) = (new, old)
  }

  // MARK: Word for word

  /// Gives back those that stand more than once in one of the texts.
  private mutating func matchSame() -> [(old: [Int], new: [Int])] {
    var found: [[Int]: (old: [Int], new: [Int])] = [:]
    for old in alignment.old.sentences.indices {
      found[alignment.numbers(old: old), default: ([], [])].old.append(old)
    }
    for new in alignment.new.sentences.indices {
      let key = alignment.numbers(new: new)
      if found[key] != nil { found[key]?.new.append(new) }
    }
    var repeated = [(old: [Int], new: [Int])]()
    for (_, both) in found.sorted(by: { $0.value.old[0] < $1.value.old[0] }) {
      guard !both.new.isEmpty else { continue }
      if both.old.count == 1, both.new.count == 1 {
        tie(both.old[0], both.new[0])
      } else {
        repeated.append(both)
      }
    }
    return repeated
  }

  /// The same sentence more than once: those whose neighbours are most alike are one; of equals,
  /// in their order.
  private mutating func settle(_ old: [Int], _ new: [Int]) {
    var (left, right) = (old, new)
    guard old.count * new.count <= 400 else {
      for (i, j) in zip(old, new) { tie(i, j) }
      return
    }
    while !left.isEmpty, !right.isEmpty {
      var best: (score: Double, order: Int, i: Int, j: Int)?
      for (i, a) in left.enumerated() {
        for (j, b) in right.enumerated() {
          let score = kinship(a, b)
          let order = abs(i - j)
          if best.map({ (score, -order) > ($0.score, -$0.order) }) ?? true {
            best = (score, order, i, j)
          }
        }
      }
      guard let best else { return }
      tie(left.remove(at: best.i), right.remove(at: best.j))
    }
  }

  /// How much the sentences around two are the same; less where they changed sides.
  private func kinship(_ old: Int, _ new: Int) -> Double {
    neighbour(old - 1, new - 1) + neighbour(old + 1, new + 1)
      + 0.4 * (neighbour(old - 1, new + 1) + neighbour(old + 1, new - 1))
      + 0.25 * (neighbour(old - 2, new - 2) + neighbour(old + 2, new + 2))
  }

  private func neighbour(_ old: Int, _ new: Int) -> Double {
    let (isOld, isNew) = (twins.indices.contains(old), olds.indices.contains(new))
    guard isOld, isNew else { return isOld == isNew ? 0.75 : 0 }
    if twins[old] == new { return 1 }
    if twins[old] != nil || olds[new] != nil {
      // Others than each other: where they say the same, the text has it several times.
      return alignment.numbers(old: old) == alignment.numbers(new: new) ? 0.5 : 0
    }
    let (a, b) = (Set(alignment.numbers(old: old)), Set(alignment.numbers(new: new)))
    let share = Double(2 * a.intersection(b).count) / Double(a.count + b.count)
    return share > 0.5 ? share : 0
  }

  /// Sentences that stand word for word in the rest of the new text, cut up otherwise there.
  private mutating func matchWithin() {
    let open = alignment.openOld.filter { alignment.old.sentences[$0].count >= 4 }
    guard !open.isEmpty else { return }
    var starts: [Int: [Int]] = [:]
    for place in alignment.new.words.indices where alignment.owners[place] == nil {
      starts[alignment.new.words[place].number, default: []].append(place)
    }
    for old in open {
      let wanted = alignment.numbers(old: old)
      let found = (starts[wanted[0]] ?? []).prefix(Self.mostPlaces).filter {
        isFree(wanted, at: $0)
      }
      if found.count == 1 { alignment.tie(old, to: found[0]..<found[0] + wanted.count) }
    }
  }

  private func isFree(_ wanted: [Int], at place: Int) -> Bool {
    guard place + wanted.count <= alignment.new.words.count else { return false }
    return wanted.indices.allSatisfy {
      alignment.new.words[place + $0].number == wanted[$0] && alignment.owners[place + $0] == nil
    }
  }

  // MARK: Changed

  private struct Candidate {
    var old: Int
    var new: Int
    var difference: SentenceDifference
    var distance: Double { Double(difference.distance) / Double(difference.length) }
  }

  /// Those that are nearest to each other, and to no other as near.
  private mutating func matchAlike() {
    for _ in 0..<Self.mostRounds {
      let candidates = self.candidates()
      let byOld = Dictionary(grouping: candidates, by: \.old)
      let byNew = Dictionary(grouping: candidates, by: \.new)
      var isDone = true
      for candidate in candidates.sorted(by: { ($0.distance, $0.old) < ($1.distance, $1.old) }) {
        guard twins[candidate.old] == nil, olds[candidate.new] == nil,
          isNearest(candidate, byOld[candidate.old] ?? []),
          isNearest(candidate, byNew[candidate.new] ?? []),
          candidate.difference.isChange(inPlace: isInPlace(candidate.old, candidate.new))
        else { continue }
        tieChanged(candidate)
        isDone = false
      }
      if isDone { return }
    }
  }

  private mutating func tieChanged(_ candidate: Candidate) {
    alignment.tie(
      candidate.old..<candidate.old + 1, to: alignment.new.sentences[candidate.new],
      candidate.difference)
    (twins[candidate.old], olds[candidate.new]) = (candidate.new, candidate.old)
  }

  private func isNearest(_ candidate: Candidate, _ others: [Candidate]) -> Bool {
    others.allSatisfy { other in
      other.old == candidate.old && other.new == candidate.new
        || other.difference.distance > candidate.difference.distance
        || (other.difference.distance == candidate.difference.distance
          && isInPlace(candidate.old, candidate.new) && !isInPlace(other.old, other.new))
    }
  }

  /// Pairs of what is left that have at least half of their words in common.
  private func candidates() -> [Candidate] {
    let open = alignment.openNew
    var owners: [Int: [Int]] = [:]
    for new in open {
      for word in Set(alignment.numbers(new: new)) where !alignment.words[word].isMark {
        owners[alignment.words[word].small, default: []].append(new)
      }
    }
    return alignment.openOld.flatMap { old -> [Candidate] in
      let own = Set(alignment.numbers(old: old).filter { !alignment.words[$0].isMark })
      var shared: [Int: Int] = [:]
      for word in own {
        let places = owners[alignment.words[word].small] ?? []
        // What very many sentences have tells nothing.
        guard places.count <= Self.mostPlaces else { continue }
        for new in places { shared[new, default: 0] += 1 }
      }
      let near = shared.filter { 5 * $0.value >= 2 * own.count || own.count <= 4 }.keys.sorted()
      let nearest = near.sorted { (shared[$1, default: 0], $0) < (shared[$0, default: 0], $1) }
        .prefix(Self.mostCandidates)
      return nearest.compactMap { new in
        let difference = difference(old..<old + 1, new..<new + 1)
        return 2 * difference.distance <= difference.length
          ? Candidate(old: old, new: new, difference: difference) : nil
      }
    }
  }

  private func difference(_ old: Range<Int>, _ new: Range<Int>) -> SentenceDifference {
    SentenceDifference(
      alignment.old.words[stretch(old, alignment.old)],
      alignment.new.words[stretch(new, alignment.new)], alignment.words)
  }

  private func stretch(_ sentences: Range<Int>, _ text: VersionText) -> Range<Int> {
    text.sentences[sentences.lowerBound]
      .lowerBound..<text.sentences[sentences.upperBound - 1].upperBound
  }

  /// Whether the sentence before or behind is the same one, with no more than two that came or
  /// went between.
  private func isInPlace(_ old: Int, _ new: Int) -> Bool {
    isBeside(old, new, -1) || isBeside(old, new, 1)
  }

  private func isBeside(_ old: Int, _ new: Int, _ step: Int) -> Bool {
    for distance in 1...2 {
      let near = old + step * distance
      guard twins.indices.contains(near) else { return new + step < 0 || new + step >= olds.count }
      guard let twin = twins[near] else { continue }
      return (1...3).contains(step * (twin - new))
    }
    return false
  }

  // MARK: Split and joined

  /// One sentence that is two now, or two that are one.
  private mutating func matchJoined() {
    let open = alignment.openOld
    // A text that was written anew has none.
    guard open.count * alignment.openNew.count <= Self.mostPairs else { return }
    for old in open where twins[old] == nil {
      for (olds, news) in pairs(around: old) {
        let difference = difference(olds, news)
        guard difference.length >= 6, 5 * difference.distance <= difference.length,
          difference.count(.words) + difference.count(.turn) <= 1, difference.count(.name) == 0
        else { continue }
        alignment.tie(olds, to: stretch(news, alignment.new), difference)
        for place in olds { twins[place] = news.lowerBound }
        for place in news { self.olds[place] = olds.lowerBound }
        break
      }
    }
  }

  private func pairs(around old: Int) -> [(old: Range<Int>, new: Range<Int>)] {
    let open = alignment.openNew
    let isFree = Set(open)
    let words = Set(alignment.numbers(old: old))
    let near = open.filter { new in
      2 * words.intersection(alignment.numbers(new: new)).count >= min(words.count, 8)
    }
    var found = near.filter { isFree.contains($0 + 1) }.map { (old..<old + 1, $0..<$0 + 2) }
    found += near.filter { isFree.contains($0 - 1) }.map { (old..<old + 1, $0 - 1..<$0 + 1) }
    if alignment.fates.indices.contains(old + 1), alignment.fates[old + 1] == .gone {
      found += near.map { (old..<old + 2, $0..<$0 + 1) }
    }
    return found
  }
}
