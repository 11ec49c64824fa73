package import Disk
import Synchronization
package import SystemPackage

/// A disk that works, but for one call, which fails once.
package final class OneFault: Sendable {
  private struct State {
    var count = 0
    var failing: (call: Int, error: Errno)?
    var failed: String?
  }
  private let state = Mutex(State())

  package init() {}

  /// What a call may fail with while the rest goes on.
  package static let errors: [Errno] = [.noSpace, .ioError, .diskQuotaExceeded, .interrupted]

  /// Lets the call of this number from now on fail, counted from 1.
  package func fail(_ call: Int, with error: Errno) {
    state.withLock { $0 = State(failing: (call, error)) }
  }

  /// Calls since the last look.
  @discardableResult
  package func count() -> Int {
    state.withLock { state in
      defer { state = State() }
      return state.count
    }
  }

  /// The C name of the call that failed; nil where it did not come to that.
  package var failed: String? { state.withLock { $0.failed } }

  private func pass(_ name: String) throws(Errno) {
    let error: Errno? = state.withLock { state in
      state.count += 1
      guard let failing = state.failing, failing.call == state.count else { return nil }
      (state.failing, state.failed) = (nil, name)
      return failing.error
    }
    if let error { throw error }
  }

  /// Every call of `SystemCalls` that can fail.
  package var calls: SystemCalls {
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
    calls.status = one("stat", live.status)
    calls.statusOf = one("fstat", live.statusOf)
    calls.resolved = one("realpath", live.resolved)
    calls.readLink = one("readlink", live.readLink)
    calls.openForReading = one("open", live.openForReading)
    calls.openExisting = one("open", live.openExisting)
    calls.openForAppending = two("open", live.openForAppending)
    calls.openForReadingAndAppending = two("open", live.openForReadingAndAppending)
    calls.openOrCreate = two("open", live.openOrCreate)
    calls.create = two("creat", live.create)
    calls.read = two("read", live.read)
    calls.readAt = { file, buffer, offset throws(Errno) in
      try self.pass("pread")
      return try live.readAt(file, buffer, offset)
    }
    calls.write = { file, bytes throws(Errno) in
      // Some bytes are written, as on a disk that gets full.
      let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(max(1, bytes.count / 2)))
      try self.pass("write")
      return try live.write(file, part)
    }
    calls.setPermissions = two("fchmod", live.setPermissions)
    calls.setOwner = { file, owner, group throws(Errno) in
      try self.pass("fchown")
      try live.setOwner(file, owner, group)
    }
    // Nobody pulls the plug here, and thousands of real ones take long.
    calls.sync = one("fsync") { _ throws(Errno) in }
    calls.rename = two("rename", live.rename)
    calls.remove = one("unlink", live.remove)
    calls.makeFolder = two("mkdir", live.makeFolder)
    calls.removeFolder = one("rmdir", live.removeFolder)
    calls.lock = one("flock", live.lock)
    calls.waitForLock = two("flock", live.waitForLock)
    calls.truncate = one("ftruncate", live.truncate)
    calls.names = one("readdir", live.names)
    // A close that fails has closed the file all the same.
    calls.close = { file throws(Errno) in
      try live.close(file)
      try self.pass("close")
    }
    return calls
  }
}
