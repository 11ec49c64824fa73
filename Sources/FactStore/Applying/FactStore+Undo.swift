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
