package import ClaimModel
package import FactStore

/// The state behind the commands: the facts, and the session file that they belong to.
package struct Desk: Sendable {
  package private(set) var store: FactStore
  /// The session file; nil where there is none yet.
  package private(set) var path: String?
  /// Length of the log when it was saved or opened last.
  private var savedCount = 0
  package let surroundings: Surroundings
  /// Whether the user wants to go.
  package private(set) var isLeaving = false

  package init(store: FactStore = FactStore(), surroundings: Surroundings) {
    self.store = store
    self.surroundings = surroundings
  }

  /// Operations that the session file does not have yet.
  package var unsavedCount: Int { store.log.count - savedCount }
  package var isUnsaved: Bool { unsavedCount > 0 }

  /// The only way in which a command changes the facts.
  @discardableResult
  package mutating func perform(_ action: Action) throws(ShellError) -> OperationOutcome {
    let operation = Operation(
      user: surroundings.user, time: surroundings.now(), action: action)
    do { return try store.apply(operation) } catch { throw .operation(error) }
  }

  /// Takes over what a session file held.
  package mutating func adopt(_ store: FactStore, from path: String) {
    self.store = store
    self.path = path
    savedCount = store.log.count
  }

  package mutating func markSaved(at path: String) {
    self.path = path
    savedCount = store.log.count
  }

  package mutating func leave() { isLeaving = true }
}
