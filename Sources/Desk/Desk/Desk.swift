package import ClaimModel
import Disk
package import FactStore
import Sessions
import SystemPackage
package import TerminalText

/// The state behind the commands: the facts, and the session file that they belong to.
package struct Desk: Sendable {
  package private(set) var store: FactStore
  /// The session file; nil where there is none yet.
  package private(set) var path: String?
  /// Length of the log when it was saved or opened last.
  private(set) var savedCount = 0
  /// The session's file as it was read or written last.
  private(set) var savedVersion: FileVersion?
  /// A session that cannot be locked, which was told.
  var unlockedTold: String?
  package let surroundings: Surroundings
  package var settings = Settings()
  /// What the settings were before the configuration file: what `set NAME --default` goes back to.
  var systemSettings = Settings()
  /// For `last`.
  package var lastResult: LastResult?
  /// Where settings are kept; nil where there is no place for them.
  var configuration: ConfigurationStore?
  /// What commands are taken down in; nil where they are not.
  package var transcript: TranscriptRecorder?
  /// When what is done now is said to be done; nil for when it is.
  package var pinnedTime: Timestamp?
  /// How it came to what it holds, from files; changes since are not among it.
  package private(set) var origins: [DeskOrigin] = []
  /// Whether the user wants to go.
  package private(set) var isLeaving = false
  /// Why nothing can be changed; nil where all can.
  package internal(set) var readOnly: ReadOnly?

  /// What a session file held besides, to be handed back on saving.
  private(set) var carriedOver = CarriedOver()
  /// Nil where nothing is kept but what is saved: in tests of commands.
  var keeper: SessionKeeper?
  private var isGrouped = false
  /// Folders that are watched for stories.
  package internal(set) var watches: [StoryWatch] = []
  /// Called, from any thread, when something has come into one; nil where nobody waits for it.
  package var arrivalBell: (@Sendable () -> Void)?
  /// Why what has arrived could not be taken in, as it was told.
  var watchTrouble: String?
  /// What is to be told beside the output of a command.
  private var notices: [String] = []
  package static let version = "1.0"

  /// `store`: the facts to begin with; none without it.
  package init(store: FactStore? = nil, surroundings: Surroundings) {
    self.store = store ?? FactStore(catalogue: surroundings.newsroom.catalogue)
    self.surroundings = surroundings
    settings.set(.user, to: .text(surroundings.user), from: .standard)
    systemSettings = settings
    keeper = surroundings.protection.map(SessionKeeper.init)
  }

  /// The words that stories are read with.
  package var newsroom: Newsroom { surroundings.newsroom }

  /// Who makes the changes.
  package var user: String { settings.user }

  /// Operations that the session file does not have yet.
  package var unsavedCount: Int { store.log.count - savedCount }
  package var isUnsaved: Bool { unsavedCount > 0 }

  /// The only way in which a command changes the facts. When it comes back, the operation is on
  /// the disk.
  @discardableResult
  package mutating func perform(_ action: Action) throws(UserError) -> OperationOutcome {
    if let readOnly { throw UserError(DeskError.readOnly(readOnly, path: path ?? "")) }
    try lockForChange()
    let operation = Operation(
      user: user, time: pinnedTime ?? surroundings.now(), action: action,
      ownWords: newsroom.ownWords(in: action, of: store))
    do {
      let outcome = try store.apply(operation)
      if !isGrouped { commit() }
      return outcome
    } catch { throw UserError(error) }
  }

  /// Has the disk confirm all that `body` does at once, not one by one.
  package mutating func grouped<Result>(
    _ body: (inout Desk) throws -> Result
  ) rethrows -> Result {
    isGrouped = true
    defer {
      isGrouped = false
      commit()
    }
    return try body(&self)
  }

  /// Takes over what a session file held, of which `saved` operations are in the file.
  mutating func adopt(_ opened: OpenedSession, from path: String?, saved: Int? = nil) {
    endWatches()
    store = opened.store
    carriedOver = opened.carriedOver
    self.path = path
    savedVersion = opened.file
    savedCount = saved ?? store.log.count
    readOnly = opened.findings.first(where: \.isBreak).map(ReadOnly.broken)
    origins = path.map { [.opened($0)] } ?? []
  }

  mutating func noteLoaded(_ words: [String]) { origins.append(.loaded(words, by: user)) }

  mutating func markSaved(at path: String, _ version: FileVersion) {
    self.path = path
    savedVersion = version
    savedCount = store.log.count
    origins = [.opened(path)]
  }

  /// The session's file is the one that was just written, though the disk does not confirm it.
  mutating func rememberUnconfirmed(_ path: String) {
    savedVersion = try? sessionFile.version(of: FilePath(text: path))
  }

  /// Takes what came of merging the session with another; it has no file yet that holds it.
  mutating func adoptMerged(_ merged: FactStore) {
    store = merged
    savedCount = 0
    // Members of operations and stories are kept by number, and the numbers are others now.
    let members = carriedOver.unknownMembers
    carriedOver = CarriedOver()
    carriedOver.unknownMembers = members
  }

  /// Takes the session as it is now for what it should be.
  mutating func reseal(_ note: (inout CarriedOver) -> Void) {
    note(&carriedOver)
    readOnly = nil
  }

  package mutating func leave() { isLeaving = true }

  package mutating func note(_ words: String) { notices.append(words) }

  /// What is to be told, once.
  package mutating func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }
}
