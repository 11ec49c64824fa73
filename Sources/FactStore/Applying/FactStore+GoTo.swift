internal import ClaimModel

extension FactStore {
  /// What redo no longer reaches is kept for `goTo`.
  mutating func abandonRedo() {
    for step in redoStack { abandoned[step.number] = step }
    redoStack = []
  }

  mutating func goTo(
    _ target: Int, _ operation: Operation
  ) throws(OperationError) -> OperationOutcome {
    guard tops.indices.contains(target) else {
      throw .noSuchOperation(target, last: log.count)
    }
    let path = standing(after: target)
    let current = undoStack.map(\.number)
    let shared = zip(path, current).prefix { $0 == $1 }.map(\.0).count
    guard path != current else { throw .alreadyThere(target) }
    var inverses = Delta()
    var back = [UndoStep]()
    for step in undoStack[shared...].reversed() {
      back.append(step.exchanged(in: &self, &inverses, status: .undone))
    }
    undoStack.removeLast(current.count - shared)
    let isBackward = shared == path.count
    if !isBackward { abandonRedo() }
    redoStack += isBackward ? back : []
    if !isBackward { for step in back { abandoned[step.number] = step } }
    for number in path[shared...] {
      guard let step = abandoned.removeValue(forKey: number) else { continue }
      undoStack.append(step.exchanged(in: &self, &inverses, status: .stands))
    }
    var changes = OutcomeBuilder()
    changes.add(inverses, in: self)
    return changes.outcome(record(operation), steps: back.map(\.number) + path[shared...])
  }

  /// Numbers of the changes that stood behind an operation, oldest first.
  func standing(after number: Int) -> [Int] {
    var path = [Int]()
    var top = tops[number]
    while top > 0 {
      path.append(top)
      // It stands on what was last before it.
      top = tops[top - 1]
    }
    return path.reversed()
  }

  /// The ways that changes took: each one's last change, where nothing was built on it, and the
  /// change from which it parted; the one that stands comes last.
  package var branches: [Branch] {
    let changes = log.map(\.number).filter { tops[$0] == $0 }
    let parents = Set(changes.map { tops[$0 - 1] })
    let standing = undoStack.map(\.number)
    let top = standing.last ?? 0
    let tips = changes.filter { !parents.contains($0) && $0 != top } + (top > 0 ? [top] : [])
    return tips.map { tip in
      let path = self.standing(after: tip)
      let shared = zip(path, standing).prefix { $0 == $1 }.map(\.0).count
      let isCurrent = tip == top
      return Branch(
        tip: tip, from: isCurrent ? 0 : path[..<shared].last ?? 0,
        changes: isCurrent ? path : Array(path[shared...]), isCurrent: isCurrent)
    }
  }
}

/// Changes one after the other, up to one on which nothing was built.
package struct Branch: Sendable, Hashable {
  /// Number of the last operation: `goTo` leads there.
  package var tip: Int
  /// The last change that it shares with what stands; 0 where there is none.
  package var from: Int
  /// Numbers of its own operations.
  package var changes: [Int]
  package var isCurrent: Bool
}

extension UndoStep {
  /// Takes it back or does it again; the result does the opposite.
  fileprivate func exchanged(
    in store: inout FactStore, _ inverses: inout Delta, status: LoggedOperation.Status
  ) -> UndoStep {
    let inverse = store.exchange(delta)
    inverses.changes += inverse.changes
    store.log[number - 1].status = status
    return UndoStep(number: number, delta: inverse)
  }
}
