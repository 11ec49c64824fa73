internal import Digests
internal import JSONText
package import SystemPackage

/// The first line of a journal: what the operations in it follow.
package struct JournalHeader: Sendable, Hashable {
  static let format = "theo-journal"
  static let version = 2

  /// The session's file; nil if it was never saved.
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

/// A line of a journal: 16 hexadecimal digits of the SHA-256 of its JSON, a blank, the JSON.
enum JournalLine {
  private static let digits = 16

  /// With its line break; `json` may have one at its end.
  static func bytes(_ json: [UInt8]) -> [UInt8] {
    let json = json.last == 0x0A ? json[..<(json.count - 1)] : json[...]
    return Array(checksum(json).utf8) + [0x20] + json + [0x0A]
  }

  /// The JSON of a line without its line break; nil if it is not what was written.
  static func json(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard line.count > digits, line[line.startIndex + digits] == 0x20 else { return nil }
    let json = line[(line.startIndex + digits + 1)...]
    return line.prefix(digits).elementsEqual(checksum(json).utf8) ? json : nil
  }

  private static func checksum(_ json: ArraySlice<UInt8>) -> String {
    json.withUnsafeBytes { SHA256.digest($0).hexadecimal(bytes: digits / 2) }
  }
}
