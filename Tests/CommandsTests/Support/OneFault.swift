import Disk
import Sessions
import Synchronization
import SystemPackage

/// A disk that works, but for one call, which fails once.
final class OneFault: Sendable {
  private struct State {
    var count = 0
    var failing: (call: Int, error: Errno)?
    var failed: String?
  }
  private let state = Mutex(State())

  /// What a call may fail with while the rest goes on.
  static let errors: [Errno] = [.noSpace, .ioError, .diskQuotaExceeded, .interrupted]

  /// Lets the call of this number from now on fail, counted from 1.
  func fail(_ call: Int, with error: Errno) {
    state.withLock { $0 = State(failing: (call, error)) }
  }

  /// Calls since the last look.
  func count() -> Int {
    state.withLock { state in
      defer { state = State() }
      return state.count
    }
  }

  /// The name of the call that failed; nil where it did not come to that.
  var failed: String? { state.withLock { $0.failed } }

  private func pass(_ name: String) throws(Errno) {
    let error: Errno? = state.withLock { state in
      state.count += 1
      guard let failing = state.failing, failing.call == state.count else { return nil }
      (state.failing, state.failed) = (nil, name)
      return failing.error
    }
    if let error { throw error }
  }

  /// A call that takes effect, and fails then as close(2) does.
  private func late(_ name: String, _ call: () throws(Errno) -> Void) throws(Errno) {
    try call()
    try pass(name)
  }

  var calls: SystemCalls {
    let live = SystemCalls.live
    var calls = live
    calls.status = { path throws(Errno) in
      try self.pass("stat")
      return try live.status(path)
    }
    calls.openForReading = { path throws(Errno) in
      try self.pass("open")
      return try live.openForReading(path)
    }
    calls.openExisting = { path throws(Errno) in
      try self.pass("open")
      return try live.openExisting(path)
    }
    calls.create = { path, permissions throws(Errno) in
      try self.pass("creat")
      return try live.create(path, permissions)
    }
    calls.openForAppending = { path, permissions throws(Errno) in
      try self.pass("open")
      return try live.openForAppending(path, permissions)
    }
    calls.read = { file, buffer throws(Errno) in
      try self.pass("read")
      return try live.read(file, buffer)
    }
    calls.write = { file, bytes throws(Errno) in
      // Some bytes are written, as on a disk that gets full.
      let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(max(1, bytes.count / 2)))
      try self.pass("write")
      return try live.write(file, part)
    }
    calls.setPermissions = { file, permissions throws(Errno) in
      try self.pass("fchmod")
      try live.setPermissions(file, permissions)
    }
    calls.sync = { file throws(Errno) in
      try self.pass("fsync")
      try live.sync(file)
    }
    calls.close = { file throws(Errno) in
      try self.late("close") { () throws(Errno) in try live.close(file) }
    }
    calls.rename = { old, new throws(Errno) in
      try self.pass("rename")
      try live.rename(old, new)
    }
    calls.makeFolder = { path, permissions throws(Errno) in
      try self.pass("mkdir")
      try live.makeFolder(path, permissions)
    }
    calls.truncate = { file throws(Errno) in
      try self.pass("ftruncate")
      try live.truncate(file)
    }
    return calls
  }
}
