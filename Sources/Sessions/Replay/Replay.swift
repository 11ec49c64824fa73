internal import ClaimModel
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
  /// Whether steps say what they changed.
  private let telling: Bool
  /// What names may have been found to be where the operations do not say.
  private let known: [SourceCatalogue]

  package init(
    _ document: SessionDocument, catalogue: SourceCatalogue = .agencies, until: Int = .max,
    telling: Bool = true
  ) {
    self.telling = telling
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
      return .success(try store.apply(recorded.operation, telling: telling))
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
    case .load, .editArticle, .updateArticles, .attribute, .annotateSource, .addClaim, .editClaim,
      .addSource,
      .addAliases,
      .mergeSources:
      return true
    default: return false
    }
  }
}

/// One operation of a session done again.
package struct ReplayStep: Sendable {
  package var number: Int
  package var operation: Operation
  /// What it did, or why it cannot be done.
  package var result: Result<OperationOutcome, OperationError>
  /// The state after it as recorded.
  package var expected: StateDigest
  /// The state that it led to.
  package var found: StateDigest

  /// Whether it was done and led to the recorded state.
  package var isSame: Bool {
    if case .failure = result { return false }
    return expected == found
  }
}

extension ReplayStep {
  /// What is not as recorded, for a step that is not the same.
  package var difference: String {
    switch result {
    case .failure(let error): "operation \(number) cannot be done: \(error.sentence)"
    case .success:
      SessionFinding.stateDiffers(operation: number, expected: expected, found: found)
        .description
    }
  }
}

/// What a session of version 2 or older knew of the sources that it names.
///
/// It holds the entries of the list of agencies that were found, but not by which names. The list
/// finds "Straitstimes" for the Straits Times; going on with a session, a theo of then found them
/// by the names of the entry alone. So of each operation that names sources both are tried, and
/// the one that leads to the recorded state is what was done.
enum KnownSources {
  /// In the order of trying; the first counts where none leads to the recorded state.
  static func catalogues(recorded: [Source]) -> [SourceCatalogue] {
    [SourceCatalogue(recalling: recorded), SourceCatalogue(recorded)]
  }
}
