package import FactStore

/// What a merge gave.
package struct MergedSession: Sendable {
  package var store: FactStore
  package var settled: [(conflict: MergeConflict, winner: MergeSide)] = []
  package var skipped: [SkippedChange] = []
}

/// A change that could not be done in the merged session; it stays in the one it is of.
package struct SkippedChange: Sendable {
  package var side: MergeSide
  /// Number of the operation in that session.
  package var operation: Int
  package var error: OperationError
}

extension SessionMerge {
  /// The merged session. `settle` says who wins each conflict; one whose losers have lost already
  /// is not asked about.
  package func merged(
    catalogue: SourceCatalogue = .agencies, settle: (MergeConflict) throws -> MergeSide
  ) rethrows -> MergedSession {
    var losing = Set<MergeItem.Identity>()
    var returning = Set<MergeItem.Identity>()
    var settled = [(conflict: MergeConflict, winner: MergeSide)]()
    var waiting = Array(conflicts.reversed())
    while let conflict = waiting.popLast() {
      guard let open = conflict.without(losing) else { continue }
      guard open.time == conflict.time else {
        // Its latest word has lost elsewhere: others come first now.
        let place = waiting.lastIndex { open.isSettled(before: $0) }
        waiting.insert(open, at: place.map { $0 + 1 } ?? 0)
        continue
      }
      let winner = try settle(open)
      settled.append((open, winner))
      losing.formUnion((open.items[winner.other] ?? []).map(\.identity))
      returning.formUnion((open.returning[winner] ?? []).map(\.identity))
    }
    var session = merged(identities(losing: losing, returning: returning))
    session.store.catalogue = catalogue
    session.settled = settled
    return session
  }

  private func merged(_ standing: Set<MergeItem.Identity>) -> MergedSession {
    if let whole = unchanged(standing) { return MergedSession(store: whole) }
    let kept = keptPast(standing)
    var builder = MergeBuilder(
      past(keeping: kept.count), extractions: [our.keys, their.keys],
      worked: worked(standing))
    let past = Set(sharedNumbers[..<kept.count])
    func rest(_ items: MergeItems) -> [MergeItem] {
      items.items.filter { item in
        standing.contains(item.identity)
          && !(item.number <= sharedCount && past.contains(item.number))
      }
    }
    builder.add(MergeOrder.merged(rest(our), rest(their)))
    return MergedSession(store: builder.store, skipped: builder.skipped)
  }

  /// Claims that something which is to stand is about.
  private func worked(_ standing: Set<MergeItem.Identity>) -> Set<ClaimKey> {
    standing.reduce(into: []) { $0.formUnion($1.change.claims) }
  }

  /// The session that has all that is to stand already, with nothing else.
  private func unchanged(_ standing: Set<MergeItem.Identity>) -> FactStore? {
    let isOurs = our.isExactly(standing)
    let isTheirs = their.isExactly(standing)
    guard isOurs, isTheirs else { return isOurs ? ours : isTheirs ? theirs : nil }
    // The same changes in two orders: either would do, so take the same one whichever is ours.
    let (mine, other) = (ours.lastWord, theirs.lastWord)
    return mine.lexicographicallyPrecedes(other) ? ours : theirs
  }

  /// Numbers of the shared operations, up to the first that no longer stands.
  private func keptPast(_ standing: Set<MergeItem.Identity>) -> ArraySlice<Int> {
    let lost = Set(
      shared.items.lazy.filter { !standing.contains($0.identity) }.map(\.number))
    return sharedNumbers.prefix { !lost.contains($0) }
  }

  /// The shared past with all but the first `count` operations that stood taken back, by whoever
  /// did so.
  private func past(keeping count: Int) -> FactStore {
    let resolved = (ours.log + theirs.log).flatMap { $0.operation.resolved ?? [] }
    var store = FactStore(catalogue: SourceCatalogue(told: resolved))
    for logged in ours.log.prefix(sharedCount) { _ = try? store.apply(logged.operation) }
    guard count < sharedNumbers.count, let undo = undo else { return store }
    _ = try? store.apply(
      Operation(
        user: undo.user, time: undo.time, action: .undo(steps: sharedNumbers.count - count)))
    return store
  }

  /// The latest undo of those that took back shared operations.
  private var undo: MergeUndo? {
    let logs = [(our, ours), (their, theirs)].filter { items, _ in
      shared.items.contains { !items.contains($0.identity) }
    }.map { $1.log.dropFirst(sharedCount) }
    return MergeUndo.latest(in: logs.joined())
  }
}

extension MergeItems {
  fileprivate func isExactly(_ standing: Set<MergeItem.Identity>) -> Bool {
    items.count == standing.count && items.allSatisfy { standing.contains($0.identity) }
  }
}

extension SourceCatalogue {
  /// What two sessions were told of names, whichever is ours. It asks no list, so that a merge is
  /// a function of the two files.
  fileprivate init(told names: [ResolvedName]) {
    let sorted = names.map { (name: $0, words: "\($0)") }
      .sorted { $0.words.utf8.lexicographicallyPrecedes($1.words.utf8) }.map(\.name)
    let byName = Dictionary(sorted.map { ($0.name, $0.source) }) { first, _ in first }
    let others = SourceCatalogue(sorted.reversed().map(\.source))
    self.init { name in byName[name] ?? others.source(name) }
  }
}

extension FactStore {
  /// Tells stores with the same changes apart.
  fileprivate var lastWord: String.UTF8View {
    (digest.description + log.map(\.digest.description).joined()).utf8
  }
}
