internal import ClaimModel

extension FactStore {
  /// Canonical names of the sources whose name or alias is nearest to `name` by edits of the
  /// folded letters, at most a third of its length away; nearest first, five at most.
  package func nearestSources(to name: some StringProtocol) -> [String] {
    let wanted = Array(SourceName.foldedKey(name).utf8)
    let limit = max(1, wanted.count / 3)
    let scored = sources.compactMap { record -> (Int, String)? in
      let distances = record.source.names.map {
        editDistance(wanted, Array(SourceName.foldedKey($0).utf8), limit: limit)
      }
      guard let best = distances.min(), best <= limit else { return nil }
      return (best, record.name)
    }
    return scored.sorted { $0 < $1 }.prefix(5).map(\.1)
  }
}

/// Levenshtein distance of two byte strings; `limit` + 1 for everything beyond the limit.
func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
  guard abs(a.count - b.count) <= limit else { return limit + 1 }
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    var best = row[0]
    for j in b.indices {
      let cost = min(diagonal + (a[i] == b[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = cost
      best = min(best, cost)
    }
    if best > limit { return limit + 1 }
  }
  return min(row[b.count], limit + 1)
}
