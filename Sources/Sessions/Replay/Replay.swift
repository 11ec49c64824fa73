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
  /// What names may have been found to be where the operations do not say.
  private let known: [SourceCatalogue]

  package init(
    _ document: SessionDocument, catalogue: SourceCatalogue = .agencies, until: Int = .max
  ) {
    operations = Array(document.operations.prefix(Swift.max(0, until)))
    known =
      document.migratedFrom == nil ? [] : KnownSources.catalogues(recorded: document.catalogue)
    store = FactStore(catalogue: catalogue)
  }

  package mutating func next() -> ReplayStep? {
    guard done < operations.count else { return nil }
    let recorded = operations[done]
    done += 1
    let result = recorded.operation.asksForNames ? asking(recorded) : apply(recorded)
    if case .failure = result { done = operations.count }
    return ReplayStep(
      number: recorded.number, operation: recorded.operation, result: result,
      expected: recorded.digest, found: store.digest)
  }

  private mutating func apply(
    _ recorded: RecordedOperation
  ) -> Result<OperationOutcome, OperationError> {
    do throws(OperationError) {
      return .success(try store.apply(recorded.operation))
    } catch {
      return .failure(error)
    }
  }

  /// Tries what names may have been until the state is the recorded one.
  private mutating func asking(
    _ recorded: RecordedOperation
  ) -> Result<OperationOutcome, OperationError> {
    let before = store
    var first: (store: FactStore, result: Result<OperationOutcome, OperationError>)?
    for catalogue in known {
      store.catalogue = catalogue
      let result = apply(recorded)
      store.catalogue = before.catalogue
      if case .success = result, store.digest == recorded.digest { return result }
      first = first ?? (store, result)
      store = before
    }
    guard let first else { return apply(recorded) }
    store = first.store
    return first.result
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

extension Operation {
  /// Whether it may name sources and does not say what they were found to be.
  fileprivate var asksForNames: Bool {
    guard resolved == nil else { return false }
    switch action {
    case .load, .editArticle, .attribute, .annotateSource, .addClaim, .editClaim, .addSource,
      .addAliases,
      .mergeSources:
      return true
    default: return false
    }
  }
}
