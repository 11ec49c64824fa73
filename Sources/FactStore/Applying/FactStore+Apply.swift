internal import ClaimModel

extension FactStore {
  /// Applies an operation, all of it or, where it throws, nothing. The log has it with what its
  /// names were resolved to.
  ///
  /// What it changed is told only where somebody is there to hear it: a session that is opened
  /// does thousands of operations, and to tell them takes as long as a third of that.
  package mutating func apply(
    _ operation: Operation, telling: Bool = true
  ) throws(OperationError) -> OperationOutcome {
    resolution = NameResolution(recorded: operation.resolved)
    switch operation.action {
    case .undo(let steps): return try undo(steps, operation)
    case .redo(let steps): return try redo(steps, operation)
    case .goTo(let number): return try goTo(number, operation)
    default: break
    }
    var delta = Delta()
    do {
      try perform(operation, &delta)
    } catch {
      _ = exchange(delta)
      throw error
    }
    undoStack.append(UndoStep(number: log.count + 1, delta: delta))
    abandonRedo()
    let number = record(operation)
    var changes = OutcomeBuilder()
    if telling { changes.add(delta, in: self) }
    return changes.outcome(number, steps: [])
  }

  /// What it changed before it threw is in `delta`.
  private mutating func perform(
    _ operation: Operation, _ delta: inout Delta
  ) throws(OperationError) {
    let by = Signature(user: operation.user, time: operation.time)
    switch operation.action {
    case .load(let articles): try load(articles, by, &delta)
    case .attribute(let claims, let sources, let role):
      try attribute(claims, to: sources, as: role, by, &delta)
    case .removeAttribution(let claims, let sources):
      try removeAttribution(claims, from: sources, &delta)
    case .annotateClaims(let claims, let mark): try annotate(claims, mark, by, &delta)
    case .annotateSource(let name, let mark): try annotate(source: name, mark, by, &delta)
    case .addClaim(let article, let claim): try addClaim(claim, to: article, by, &delta)
    case .editClaim(let id, let claim): try editClaim(id, claim, by, &delta)
    case .dropClaims(let claims): try drop(claims, &delta)
    case .editArticle(let id, let edit): try editArticle(id, edit, &delta)
    case .updateArticles(let updates): try updateArticles(updates, by, &delta)
    case .dropArticles(let ids): try dropArticles(ids, &delta)
    case .addSource(let source): try add(source, &delta)
    case .addAliases(let name, let aliases): try addAliases(aliases, to: name, &delta)
    case .mergeSources(let into, let from): try merge(from, into: into, &delta)
    case .saveQuery(let name, let text): try save(text, as: name, by, &delta)
    case .dropQuery(let name): try dropQuery(name, &delta)
    case .ruleMatch(let first, let second, let ruling):
      try rule(first, second, ruling, by, &delta)
    case .recordCorrection(let claim, let correction): try correct(claim, correction, by, &delta)
    case .undo, .redo, .goTo: break
    }
  }

  /// Writes the operation in the log, with the state as it is now.
  mutating func record(_ operation: Operation) -> Int {
    let number = log.count + 1
    var operation = operation
    operation.resolved = resolution.told
    tops.append(undoStack.last?.number ?? 0)
    log.append(
      LoggedOperation(number: number, operation: operation, digest: digest, status: .stands))
    return number
  }
}

/// By whom and when something is done.
struct Signature: Sendable, Hashable {
  var user: String
  var time: Timestamp
}

extension OutcomeBuilder {
  func outcome(_ number: Int, steps: [Int]) -> OperationOutcome {
    OperationOutcome(
      number: number, articles: articles, claims: claims, sources: sources, queries: queries,
      steps: steps)
  }
}
