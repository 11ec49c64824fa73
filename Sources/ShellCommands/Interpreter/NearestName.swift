/// Finds what somebody may have meant.
package enum NearestName {
  /// "clams" among the commands → ["claims"]: the nearest names first, those within a third of
  /// the word's length (two letters swapped count as one change), or that it starts.
  package static func names(
    like word: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let word = word.lowercased()
    guard !word.isEmpty else { return [] }
    let allowed = max(1, (word.count + 1) / 3)
    let near = names.compactMap { name -> (name: String, distance: Int)? in
      let lower = name.lowercased()
      if word.count > 1, lower.hasPrefix(word) { return (name, 1) }
      let distance = distance(Array(word), Array(lower))
      return distance <= allowed && distance < word.count ? (name, distance) : nil
    }
    let best = near.map(\.distance).min() ?? 0
    return near.filter { $0.distance <= best + 1 }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(limit).map(\.name)
  }

  /// Optimal string alignment: insertions, deletions, changes, swaps of neighbours.
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int]()
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var best = min(
          last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, before[j - 2] + 1)
        }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
