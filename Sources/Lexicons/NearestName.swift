/// Finds what somebody may have meant.
package enum NearestName {
  /// "clams" among the commands → ["claims"]: the nearest names first, those within a third of
  /// the word's letters (two letters swapped count as one change), or that it starts.
  package static func names(
    like word: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let word = word.lowercased()
    guard !word.isEmpty else { return [] }
    let letters = Array(word)
    let allowed = max(1, (letters.count + 1) / 3)
    let near = names.compactMap { name -> (name: String, distance: Int)? in
      let lower = name.lowercased()
      if letters.count > 1, lower.hasPrefix(word) { return (name, 1) }
      let distance = distance(letters, Array(lower), limit: min(allowed, letters.count - 1))
      return distance.map { (name, $0) }
    }
    let best = near.map(\.distance).min() ?? 0
    return near.filter { $0.distance <= best + 1 }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(limit).map(\.name)
  }

  /// Edits that turn one text into the other: a letter put in, left out or exchanged, or two
  /// neighbours swapped ("siad" → "said" is 1); nil for more than `limit`.
  ///
  /// The optimal string alignment distance: Levenshtein's with swaps. What counts as a letter is
  /// the caller's to say: bytes or characters.
  package static func distance<Letter: Equatable>(
    _ a: [Letter], _ b: [Letter], limit: Int
  ) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast = [Int]()
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      if row.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
