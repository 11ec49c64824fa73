package import FactStore

/// Two sessions made one: what both share, then what each did alone, in order of time as far as
/// each one's own order allows.
///
/// Stories and claims are matched by what they say (`StoryKey`, `ClaimKey`), not by their ids. The
/// operations that both logs begin with are the shared past; what one side took back of it is
/// taken back. Changes of different people stand side by side; those that cannot both hold are
/// conflicts. Which of the two sessions is ours matters for nothing but the names of the sides.
package struct SessionMerge: Sendable {
  let ours: FactStore
  let theirs: FactStore
  /// Number of operations that both logs begin with.
  package let sharedCount: Int
  let shared: MergeItems
  /// Numbers of the shared operations that stood when the two parted.
  let sharedNumbers: [Int]
  let our: MergeItems
  let their: MergeItems
  package let conflicts: [MergeConflict]

  package init(ours: FactStore, theirs: FactStore) {
    self.ours = ours
    self.theirs = theirs
    let past = ours.log.commonPrefix(with: theirs.log)
    sharedCount = past.count
    sharedNumbers = StandingOperations(past).numbers
    let shared = MergeItems(past, standing: Set(sharedNumbers))
    let our = MergeItems(ours.log, standing: Set(StandingOperations(ours.log).numbers))
    let their = MergeItems(theirs.log, standing: Set(StandingOperations(theirs.log).numbers))
    (self.shared, self.our, self.their) = (shared, our, their)
    conflicts = MergeConflicts(
      ours: Self.side(ours, our, beside: their, shared, past.count),
      theirs: Self.side(theirs, their, beside: our, shared, past.count)
    ).found()
  }

  private static func side(
    _ store: FactStore, _ own: MergeItems, beside other: MergeItems, _ shared: MergeItems,
    _ sharedCount: Int
  ) -> MergeConflicts.Side {
    let takenBack = shared.items.filter { item in
      !own.contains(item.identity) && other.contains(item.identity)
    }
    return MergeConflicts.Side(
      store: store,
      items: own.items.filter { item in
        !shared.contains(item.identity) && !other.contains(item.identity)
      },
      takenBack: takenBack,
      undo: takenBack.isEmpty ? nil : MergeUndo.latest(in: store.log.dropFirst(sharedCount)))
  }

  /// What stands in the end, once `losing` gave way and `returning` came back.
  func identities(
    losing: Set<MergeItem.Identity>, returning: Set<MergeItem.Identity>
  ) -> Set<MergeItem.Identity> {
    var standing = returning
    for item in our.items
    where their.contains(item.identity) || !shared.contains(item.identity) {
      standing.insert(item.identity)
    }
    for item in their.items where !shared.contains(item.identity) {
      standing.insert(item.identity)
    }
    return standing.subtracting(losing)
  }
}

extension [LoggedOperation] {
  /// The operations that two logs begin with.
  fileprivate func commonPrefix(with other: [LoggedOperation]) -> [LoggedOperation] {
    let pairs = zip(self, other)
    let parting = pairs.enumerated().first { _, pair in
      pair.0.digest != pair.1.digest || pair.0.operation != pair.1.operation
    }
    return Array(prefix(parting?.offset ?? Swift.min(count, other.count)))
  }
}
