package import FactStore

/// Does the operations of a session again, one by one, from its own articles on an empty store.
///
/// A replay stops for good behind an operation that cannot be done. It is a sequence of steps;
/// with `until` it ends behind the operation of that number.
package struct Replay: Sendable, Sequence, IteratorProtocol {
  /// The state after the steps taken so far.
  package private(set) var store: FactStore
  private let operations: [RecordedOperation]
  private var done = 0

  package init(
    _ document: SessionDocument, catalogue: SourceCatalogue = .agencies, until: Int = .max
  ) {
    operations = Array(document.operations.prefix(Swift.max(0, until)))
    store = FactStore(
      catalogue: KnownSources.catalogue(
        recorded: document.catalogue, operations: document.operations.map(\.operation),
        current: catalogue))
  }

  package mutating func next() -> ReplayStep? {
    guard done < operations.count else { return nil }
    let recorded = operations[done]
    done += 1
    let result: Result<OperationOutcome, OperationError>
    do throws(OperationError) {
      result = .success(try store.apply(recorded.operation))
    } catch {
      result = .failure(error)
      done = operations.count
    }
    return ReplayStep(
      number: recorded.number, operation: recorded.operation, result: result,
      expected: recorded.digest, found: store.digest)
  }

  /// The first step that cannot be done or leads to another state than the recorded one; nil
  /// when all are the same.
  package mutating func firstDifference() -> ReplayStep? {
    while let step = next() {
      if !step.isSame { return step }
    }
    return nil
  }
}
