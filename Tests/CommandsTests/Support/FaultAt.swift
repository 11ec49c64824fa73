import Disk
import Sessions
import Synchronization
import SystemPackage

/// A disk whose call number `at`, counted from 0 since `arm`, fails once.
final class FaultAt: Sendable {
  private struct State {
    var count = 0
    var at: Int?
    var error = Errno.ioError
    /// The call that failed.
    var hit: String?
  }
  private let state = Mutex(State())

  func arm(_ at: Int?, _ error: Errno = .ioError) {
    state.withLock { $0 = State(at: at, error: error) }
  }

  /// The call that failed since `arm`.
  var hit: String? { state.withLock(\.hit) }

  private func pass(_ name: String) throws(Errno) {
    let error: Errno? = state.withLock { state in
      defer { state.count += 1 }
      guard state.count == state.at else { return nil }
      state.hit = name
      return state.error
    }
    if let error { throw error }
  }

  /// Every call of `SystemCalls` that can fail.
  var calls: SystemCalls {
    let live = SystemCalls.live
    var calls = live
    func one<A, B>(
      _ name: String, _ call: @escaping @Sendable (A) throws(Errno) -> B
    ) -> @Sendable (A) throws(Errno) -> B {
      { a throws(Errno) in
        try self.pass(name)
        return try call(a)
      }
    }
    func two<A, B, C>(
      _ name: String, _ call: @escaping @Sendable (A, B) throws(Errno) -> C
    ) -> @Sendable (A, B) throws(Errno) -> C {
      { a, b throws(Errno) in
        try self.pass(name)
        return try call(a, b)
      }
    }
    calls.status = one("status", live.status)
    calls.statusOf = one("statusOf", live.statusOf)
    calls.resolved = one("resolved", live.resolved)
    calls.readLink = one("readLink", live.readLink)
    calls.openForReading = one("openForReading", live.openForReading)
    calls.openExisting = one("openExisting", live.openExisting)
    calls.create = two("create", live.create)
    calls.read = two("read", live.read)
    calls.write = two("write", live.write)
    calls.setPermissions = two("setPermissions", live.setPermissions)
    calls.setOwner = { file, owner, group throws(Errno) in
      try self.pass("setOwner")
      try live.setOwner(file, owner, group)
    }
    // Nobody pulls the plug here, and thousands of real ones take long.
    calls.sync = one("sync") { _ throws(Errno) in }
    calls.rename = two("rename", live.rename)
    calls.remove = one("remove", live.remove)
    calls.openOrCreate = two("openOrCreate", live.openOrCreate)
    calls.lock = one("lock", live.lock)
    calls.truncate = one("truncate", live.truncate)
    calls.names = one("names", live.names)
    // A close that fails has closed the file all the same.
    calls.close = { file throws(Errno) in
      try live.close(file)
      try self.pass("close")
    }
    return calls
  }
}
