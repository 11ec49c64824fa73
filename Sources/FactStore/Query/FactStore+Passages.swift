package import ClaimModel

extension FactStore {
  /// The listed claims that passed through a source on their way into the story, and that it did
  /// not say.
  package func claims(through source: SourceRecord) -> [ClaimID] {
    guard let place = registry.place(exactly: source.name) else { return [] }
    let evaluator = Evaluator(self, for: .all)
    let matches = registry.states.indices.map { registry.standing($0) == place }
    var found = evaluator.passed(through: matches)
    found.subtract(evaluator.attributed(.saidBy, to: matches))
    found.formIntersection(evaluator.standing)
    return found.numbers.map { ClaimID($0) }
  }
}

extension Evaluator {
  /// Claims with one of the registry places among their hops.
  fileprivate func passed(through matches: [Bool]) -> ClaimSet {
    var found = empty
    for words in store.claimWords {
      words.hops.insert(through: matches, named: { _ in false }, first: words.first, into: &found)
    }
    for (number, overlay) in store.overlays {
      guard let run = store.run(of: number), store.standing[run.article] else { continue }
      let hops = store.hops(number, run, overlay)
      found.set(number, hops.contains { $0.places.contains { matches[$0] } })
    }
    return found
  }
}
