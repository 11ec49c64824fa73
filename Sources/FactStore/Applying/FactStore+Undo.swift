internal import ClaimModel

extension FactStore {
  /// Number of changes that undo can take back.
  package var undoableCount: Int { undoStack.count }

  /// Number of changes that redo can do again.
  package var redoableCount: Int { redoStack.count }

  mutating func undo(
    _ steps: Int, _ operation: Operation
  ) throws(OperationError) -> OperationOutcome {
    guard steps > 0, steps <= undoStack.count else { throw .nothingToUndo }
    return takeSteps(steps, operation, from: \.undoStack, to: \.redoStack, status: .undone)
  }

  mutating func redo(
    _ steps: Int, _ operation: Operation
  ) throws(OperationError) -> OperationOutcome {
    guard steps > 0, steps <= redoStack.count else { throw .nothingToRedo }
    return takeSteps(steps, operation, from: \.redoStack, to: \.undoStack, status: .stands)
  }

  private mutating func takeSteps(
    _ steps: Int, _ operation: Operation, from: WritableKeyPath<FactStore, [UndoStep]>,
    to: WritableKeyPath<FactStore, [UndoStep]>, status: LoggedOperation.Status
  ) -> OperationOutcome {
    var inverses = Delta()
    var numbers = [Int]()
    for step in self[keyPath: from].suffix(steps).reversed() {
      let inverse = exchange(step.delta)
      self[keyPath: to].append(UndoStep(number: step.number, delta: inverse))
      inverses.changes += inverse.changes
      log[step.number - 1].status = status
      numbers.append(step.number)
    }
    self[keyPath: from].removeLast(steps)
    var changes = OutcomeBuilder()
    changes.add(inverses, in: self)
    return changes.outcome(record(operation), steps: numbers)
  }
}

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
