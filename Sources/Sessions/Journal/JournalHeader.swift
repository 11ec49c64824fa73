internal import ClaimModel
internal import JSONText
package import SystemPackage

/// The first line of a journal: what the operations in it follow.
package struct JournalHeader: Sendable, Hashable {
  static let format = "theo-journal"
  static let version = 2

  /// The session's file; nil where it was never saved.
  package var session: FilePath?
  /// Operations that the session's file has, and the hash of the last of them.
  package var operations: Int
  package var head: ChainHash
  package var holder: LockHolder
  /// Whether operations tell what their names were resolved to: from version 2 on.
  private(set) var tellsNames = true

  package init(session: FilePath?, operations: Int, head: ChainHash, holder: LockHolder) {
    self.session = session
    self.operations = operations
    self.head = head
    self.holder = holder
  }

  var json: JSONValue {
    guard case .object(var object) = holder.json else { return .null }
    object.append("format", .string(Self.format))
    object.append("hash", .string(head.description))
    object.append("operations", .integer(operations))
    object.add("session", session?.string)
    object.append("version", .integer(Self.version))
    return .object(object)
  }

  init(_ value: JSONValue) throws(JournalError.Kind) {
    guard case .object(let object) = value, object["format"] == .string(Self.format),
      case .integer(let version) = object["version"]
    else { throw .notAJournal }
    guard version <= Self.version else {
      throw .newerVersion(found: version, supported: Self.version)
    }
    guard let holder = LockHolder(value), case .integer(let operations) = object["operations"],
      operations >= 0, case .string(let digits) = object["hash"],
      let head = ChainHash(parsing: digits)
    else { throw .notAJournal }
    var session: FilePath?
    if case .string(let path) = object["session"] { session = FilePath(path) }
    self.init(session: session, operations: operations, head: head, holder: holder)
    tellsNames = version >= 2
  }
}
