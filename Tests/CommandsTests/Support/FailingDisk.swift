import Disk
import Sessions
import Synchronization
import SystemPackage

/// A disk on which one folder fails, while the rest works.
final class FailingDisk: Sendable {
  enum Fault: CaseIterable { case fullAtCreate, fullAtWrite, brokenWrite, brokenSync, readOnly }

  private let folder: String
  private let fault: Mutex<Fault?>
  private let files = Mutex<Set<Int32>>([])

  init(_ fault: Fault?, in folder: String) {
    self.fault = Mutex(fault)
    self.folder = folder
  }

  func fail(_ fault: Fault?) { self.fault.withLock { $0 = fault } }

  var calls: SystemCalls {
    let live = SystemCalls.live
    var calls = live
    calls.create = { path, permissions throws(Errno) in
      guard path.string.hasPrefix(self.folder) else { return try live.create(path, permissions) }
      switch self.current {
      case .fullAtCreate: throw .noSpace
      case .readOnly: throw .readOnlyFileSystem
      default: break
      }
      let file = try live.create(path, permissions)
      _ = self.files.withLock { $0.insert(file.rawValue) }
      return file
    }
    calls.write = { file, bytes throws(Errno) in
      if self.isHit(file) {
        switch self.current {
        case .fullAtWrite: throw .noSpace
        case .brokenWrite: throw .ioError
        default: break
        }
      }
      return try live.write(file, bytes)
    }
    calls.sync = { file throws(Errno) in
      if self.isHit(file), self.current == .brokenSync { throw .ioError }
      try live.sync(file)
    }
    calls.close = { file throws(Errno) in
      _ = self.files.withLock { $0.remove(file.rawValue) }
      try live.close(file)
    }
    return calls
  }

  private var current: Fault? { fault.withLock { $0 } }
  private func isHit(_ file: FileDescriptor) -> Bool {
    files.withLock { $0.contains(file.rawValue) }
  }
}
