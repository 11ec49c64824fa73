package import ClaimModel
internal import JSONText

/// Who works on a session.
package struct LockHolder: Sendable, Hashable {
  package var user: String
  package var host: String
  package var process: Int32
  package var since: Timestamp

  package init(user: String, host: String, process: Int32, since: Timestamp) {
    self.user = user
    self.host = host
    self.process = process
    self.since = since
  }
}

extension LockHolder {
  var json: JSONValue {
    [
      "host": .string(host), "process": .integer(Int(process)),
      "since": .string(since.description), "user": .string(user),
    ]
  }

  /// What stands in a lock's file.
  var line: [UInt8] { JSONWriter(sortsKeys: true).bytes(json) + [0x0A] }

  /// Nil for what is no holder: an empty file, other bytes.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONReader.read(bytes) else { return nil }
    self.init(value)
  }

  init?(_ value: JSONValue) {
    guard case .object(let object) = value,
      case .string(let user) = object["user"], case .string(let host) = object["host"],
      case .integer(let process) = object["process"], case .string(let time) = object["since"],
      let since = Timestamp(parsing: time)
    else { return nil }
    self.init(
      user: user, host: host, process: Int32(truncatingIfNeeded: process), since: since)
  }
}

extension LockHolder: CustomStringConvertible {
  /// "an on desk-3 (process 4711) since 2024-01-05 09:14:02 UTC", by the clocks here
  package var description: String {
    "\(user) on \(host) (process \(process)) since \(since.local)"
  }
}
