package import SystemPackage

/// A file that is being written beside its place, piece by piece, and takes the place when it is
/// whole. Until then a file of that name stays as it was; let go, it leaves nothing behind.
///
/// A link is followed. After an error in any step the file beside is gone already.
package final class FileBeside {
  /// Where the file really lies: the path without links.
  package let target: FilePath
  private let calls: SystemCalls
  /// What the target was when the writing began; nil where it was not there.
  package let old: SystemCalls.Status?
  /// What of the old file the new one could not keep: known when it is put in place.
  package private(set) var losses: [FileLoss] = []
  private let temporary: FilePath
  /// Nil where it took its place, or was let go.
  private var file: FileDescriptor?

  /// Looks at the place and starts a file beside it. In the place of an old file the owner alone
  /// may read the new one until it has the old one's permissions; where there is none, the umask
  /// takes from `permissions`.
  package init(
    of path: FilePath, permissions: FilePermissions = FilePermissions(rawValue: 0o666),
    calls: SystemCalls = .live
  ) throws(WriteFailure) {
    self.calls = calls
    (target, old) = try FileBeside.look(at: path, calls)
    let (folder, isPrivate) = (target.removingLastComponent(), old != nil)
    let created = try doing(.create) { () throws(Errno) in
      try calls.createTemporary(in: folder, isPrivate ? .ownerReadWrite : permissions)
    }
    (temporary, file) = created
  }

  deinit { drop() }

  /// Adds bytes at its end.
  package func write(_ bytes: [UInt8]) throws(WriteFailure) {
    try orDropped { file throws(WriteFailure) in
      try doing(.write) { () throws(Errno) in try calls.writeAll(bytes, to: file) }
    }
  }

  /// Has the disk confirm it, and gives it the name – over the file that was
  /// there at the beginning and no other, where that is asked.
  package func put(onlyOverOld: Bool = false) throws(WriteFailure) {
    try confirm()
    try close()
    do throws(WriteFailure) {
      if onlyOverOld { try checkOld() }
      try rename()
    } catch {
      try? calls.remove(temporary)
      throw error
    }
    try confirmName()
  }

  /// The same, and hands over the open file, to go on at its end.
  package func putOpen() throws(WriteFailure) -> FileDescriptor {
    try confirm()
    try orDropped { _ throws(WriteFailure) in try rename() }
    guard let open = file else { throw WriteFailure(.write, .badFileDescriptor) }
    file = nil
    do throws(WriteFailure) { try confirmName() } catch {
      try? calls.close(open)
      throw error
    }
    return open
  }

  private func confirm() throws(WriteFailure) {
    try orDropped { file throws(WriteFailure) in
      if let old {
        losses = try doing(.create) { () throws(Errno) in try calls.give(file, rightsOf: old) }
      }
      try doing(.sync) { () throws(Errno) in try calls.sync(file) }
    }
  }

  private func checkOld() throws(WriteFailure) {
    let now = try doing(.look) { () throws(Errno) -> SystemCalls.Status? in
      do throws(Errno) { return try calls.status(target) } catch .noSuchFileOrDirectory {
        return nil
      }
    }
    // One that was removed meanwhile has nothing to lose.
    guard now == nil || now?.isSameState(as: old) == true else {
      throw WriteFailure(.changed, .fileExists)
    }
  }

  private func rename() throws(WriteFailure) {
    try doing(.rename) { () throws(Errno) in try calls.rename(temporary, target) }
  }

  private func confirmName() throws(WriteFailure) {
    try doing(.syncFolder) { () throws(Errno) in
      try calls.sync(folder: target.removingLastComponent())
    }
  }

  /// Lets it go: nothing of it stays.
  package func drop() {
    guard let file else { return }
    self.file = nil
    try? calls.close(file)
    try? calls.remove(temporary)
  }

  private func close() throws(WriteFailure) {
    guard let file else { return }
    self.file = nil
    do throws(Errno) { try calls.close(file) } catch {
      // A close that a signal breaks off has closed the file all the same.
      if error == .interrupted { return }
      try? calls.remove(temporary)
      throw WriteFailure(.close, error)
    }
  }

  private func orDropped(
    _ body: (FileDescriptor) throws(WriteFailure) -> Void
  ) throws(WriteFailure) {
    guard let file else { throw WriteFailure(.write, .badFileDescriptor) }
    do throws(WriteFailure) { try body(file) } catch {
      drop()
      throw error
    }
  }

  /// Where the file really lies, and what lies there.
  private static func look(
    at path: FilePath, _ calls: SystemCalls
  ) throws(WriteFailure) -> (target: FilePath, old: SystemCalls.Status?) {
    try doing(.look) { () throws(Errno) in
      let place = try calls.place(of: path)
      guard let status = place.status else { return (place.path, nil) }
      if status.type == .directory { throw .isDirectory }
      if status.type != .regular { throw .invalidArgument }
      let writable = try insisting { () throws(Errno) in try calls.openExisting(place.path) }
      try? calls.close(writable)
      return (place.path, status)
    }
  }
}
