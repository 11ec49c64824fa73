package import ClaimModel
package import FactStore
package import Sessions

/// The state behind the commands: the facts, and the session file that they belong to.
package struct Desk: Sendable {
  package private(set) var store: FactStore
  /// The session file; nil where there is none yet.
  package private(set) var path: String?
  /// Length of the log when it was saved or opened last.
  private var savedCount = 0
  package let surroundings: Surroundings
  package var settings = Settings()
  /// What the settings were before the configuration file: what `set NAME --default` goes back to.
  var systemSettings = Settings()
  /// For `last`.
  var lastResult: LastResult?
  /// Where settings are kept; nil where there is no place for them.
  var configuration: ConfigurationStore?
  /// What commands are taken down in; nil where they are not.
  var transcript: TranscriptRecorder?
  /// When what is done now is said to be done; nil for when it is.
  var pinnedTime: Timestamp?
  /// Whether the user wants to go.
  package private(set) var isLeaving = false

  /// What a session file held besides, to be handed back on saving.
  private(set) var carriedOver = CarriedOver()
  package static let version = "1.0"

  package init(store: FactStore = FactStore(catalogue: .agencies), surroundings: Surroundings) {
    self.store = store
    self.surroundings = surroundings
    settings.set(.user, to: .text(surroundings.user), from: .standard)
    systemSettings = settings
  }

  /// Who makes the changes.
  package var user: String { settings.user }

  /// Operations that the session file does not have yet.
  package var unsavedCount: Int { store.log.count - savedCount }
  package var isUnsaved: Bool { unsavedCount > 0 }

  /// The only way in which a command changes the facts.
  @discardableResult
  package mutating func perform(_ action: Action) throws(ShellError) -> OperationOutcome {
    let operation = Operation(
      user: user, time: pinnedTime ?? surroundings.now(), action: action)
    do { return try store.apply(operation) } catch { throw .operation(error) }
  }

  /// Takes over what a session file held.
  mutating func adopt(_ opened: OpenedSession, from path: String) {
    store = opened.store
    carriedOver = opened.carriedOver
    self.path = path
    savedCount = store.log.count
  }

  mutating func markSaved(at path: String) {
    self.path = path
    savedCount = store.log.count
  }

  package mutating func leave() { isLeaving = true }
}
