internal import ClaimModel
internal import Lexicons

extension FactStore {
  /// Canonical names of the sources whose name or alias is nearest to `name` by edits of the
  /// folded letters, at most a third of its length away; nearest first, five at most.
  package func nearestSources(to name: some StringProtocol) -> [String] {
    let wanted = Array(SourceName.foldedKey(name).utf8)
    let limit = max(1, wanted.count / 3)
    let scored = sources.compactMap { record -> (Int, String)? in
      let distances = record.source.names.compactMap {
        NearestName.distance(wanted, Array(SourceName.foldedKey($0).utf8), limit: limit)
      }
      return distances.min().map { ($0, record.name) }
    }
    return scored.sorted { $0 < $1 }.prefix(5).map(\.1)
  }
}
