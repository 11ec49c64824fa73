import Disk
import Sessions
import Synchronization
import SystemPackage

/// A way in which a disk can fail while a file is saved.
enum DiskFault: CaseIterable {
  case readOnly, noPermission, fullAtCreate, fullAtWrite, fullLater, brokenWrite, brokenSync
  case brokenClose, noRename, brokenFolder, takesNothing

  var isAfterRename: Bool { self == .brokenFolder }

  /// The error's words behind the file's name.
  var words: String {
    switch self {
    case .readOnly:
      "the disk is read-only. Save on another one. What was there is as it was"
    case .noPermission, .noRename: "no permission. What was there is as it was"
    case .fullAtCreate, .fullAtWrite, .fullLater:
      "the disk is full. Make room, or save on another one. What was there is as it was"
    case .brokenWrite, .brokenSync, .brokenClose, .takesNothing:
      "the disk reports an error. Save on another one. What was there is as it was"
    case .brokenFolder:
      "it is written, but the disk does not confirm it (Input/output error). Save it again, "
        + "or on another disk"
    }
  }

  var calls: SystemCalls {
    var calls = SystemCalls.live
    let live = calls
    switch self {
    case .readOnly: calls.create = { _, _ throws(Errno) in throw .readOnlyFileSystem }
    case .noPermission: calls.openExisting = { _ throws(Errno) in throw .permissionDenied }
    case .fullAtCreate: calls.create = { _, _ throws(Errno) in throw .noSpace }
    case .fullAtWrite: calls.write = { _, _ throws(Errno) in throw .noSpace }
    case .fullLater:
      calls.write = { file, bytes throws(Errno) in
        guard bytes.count > 1000 else { throw .noSpace }
        return try live.write(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(100)))
      }
    case .brokenWrite: calls.write = { _, _ throws(Errno) in throw .ioError }
    case .takesNothing: calls.write = { _, _ throws(Errno) in 0 }
    case .brokenSync: calls.sync = { _ throws(Errno) in throw .ioError }
    case .brokenClose:
      let created = CreatedFile()
      calls.create = { path, permissions throws(Errno) in
        let file = try live.create(path, permissions)
        created.file.withLock { $0 = file }
        return file
      }
      calls.close = { file throws(Errno) in
        try live.close(file)
        if created.file.withLock({ $0 == file }) { throw .ioError }
      }
    case .noRename: calls.rename = { _, _ throws(Errno) in throw .permissionDenied }
    case .brokenFolder:
      calls.openForReading = { _ throws(Errno) in throw .ioError }
    }
    return calls
  }
}

/// The file that was created last.
private final class CreatedFile: Sendable {
  let file = Mutex<FileDescriptor?>(nil)
}
