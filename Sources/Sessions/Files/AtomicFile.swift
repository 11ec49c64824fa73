package import SystemPackage

/// Files that are replaced whole or not at all.
package struct AtomicFile: Sendable {
  private let calls: SystemCalls

  package init(_ calls: SystemCalls = .live) { self.calls = calls }

  /// Writes `bytes` to a temporary file beside `path`, has the disk confirm them, and gives
  /// them the name. Until then a file of that name stays as it was; after an error nothing is
  /// left behind. A link is followed, an old file's permissions are kept.
  package func write(_ bytes: [UInt8], to path: FilePath) throws(WriteFailure) {
    let (target, old) = try look(at: path)
    let folder = target.removingLastComponent()
    let (temporary, file) = try create(in: folder, private: old != nil)
    do throws(WriteFailure) {
      try fill(file, with: bytes, permissions: old?.permissions)
      try step(.rename) { () throws(Errno) in try calls.rename(temporary, target) }
    } catch {
      try? calls.remove(temporary)
      throw error
    }
    try step(.syncFolder) { () throws(Errno) in try calls.sync(folder: folder) }
  }

  /// Where the file really lies, and what lies there.
  private func look(
    at path: FilePath
  ) throws(WriteFailure) -> (target: FilePath, old: SystemCalls.Status?) {
    do throws(Errno) {
      let target = try calls.resolved(path)
      let status = try calls.status(target)
      if status.type == .directory { throw .isDirectory }
      if status.type != .regular { throw .invalidArgument }
      try calls.close(try calls.openExisting(target))
      return (target, status)
    } catch .noSuchFileOrDirectory {
      guard path.lastComponent?.kind == .regular else {
        throw WriteFailure(.look, .isDirectory)
      }
      return (path, nil)
    } catch {
      throw WriteFailure(.look, error)
    }
  }

  /// A new file beside the target. In the place of an old file its owner alone may read it until
  /// it has the old one's permissions.
  private func create(
    in folder: FilePath, private isPrivate: Bool
  ) throws(WriteFailure) -> (FilePath, FileDescriptor) {
    do throws(Errno) {
      return try calls.createTemporary(
        in: folder, FilePermissions(rawValue: isPrivate ? 0o600 : 0o666))
    } catch {
      throw WriteFailure(.create, error)
    }
  }

  /// Writes, confirms and closes; closes after an error as well.
  private func fill(
    _ file: FileDescriptor, with bytes: [UInt8], permissions: FilePermissions?
  ) throws(WriteFailure) {
    do throws(WriteFailure) {
      try step(.write) { () throws(Errno) in try calls.writeAll(bytes, to: file) }
      if let permissions {
        try step(.create) { () throws(Errno) in try calls.setPermissions(file, permissions) }
      }
      try step(.sync) { () throws(Errno) in try calls.sync(file) }
    } catch {
      try? calls.close(file)
      throw error
    }
    try step(.close) { () throws(Errno) in try calls.close(file) }
  }

  private func step(
    _ step: WriteFailure.Step, _ call: () throws(Errno) -> Void
  ) throws(WriteFailure) {
    do throws(Errno) { try call() } catch { throw WriteFailure(step, error) }
  }
}

extension SystemCalls {
  /// A new file for writing, of a name that no other file has.
  func createTemporary(
    in folder: FilePath, _ permissions: FilePermissions
  ) throws(Errno) -> (FilePath, FileDescriptor) {
    for attempt in 0..<100 {
      let path = folder.appending(".theo-\(processID())-\(attempt).tmp")
      do throws(Errno) {
        return (path, try create(path, permissions))
      } catch .fileExists {
        continue
      }
    }
    throw .fileExists
  }

  /// Makes a folder that its owner alone may enter, and those above it.
  package func makeFolders(_ folder: FilePath) throws(Errno) {
    do throws(Errno) {
      try makeFolder(folder, .ownerReadWriteExecute)
    } catch .fileExists {
      return
    } catch .noSuchFileOrDirectory {
      let parent = folder.removingLastComponent()
      guard !parent.isEmpty, parent != folder else { throw .noSuchFileOrDirectory }
      try makeFolders(parent)
      try makeFolder(folder, .ownerReadWriteExecute)
    }
  }

  func writeAll(_ bytes: [UInt8], to file: FileDescriptor) throws(Errno) {
    try bytes.withUnsafeBufferPointer { buffer throws(Errno) in
      var rest = UnsafeRawBufferPointer(buffer)[...]
      while !rest.isEmpty {
        let written = try write(file, UnsafeRawBufferPointer(rebasing: rest))
        guard written > 0 else { throw .ioError }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// A name is on the disk only when its folder is. Some file systems cannot do that and say so.
  func sync(folder: FilePath) throws(Errno) {
    let file = try openForReading(folder.isEmpty ? "." : folder)
    defer { try? close(file) }
    do throws(Errno) {
      try sync(file)
    } catch .invalidArgument {
      return
    } catch .notSupported {
      return
    }
  }

  /// All bytes of a file.
  package func contents(of path: FilePath) throws(Errno) -> [UInt8] {
    if try status(path).type == .directory { throw .isDirectory }
    let file = try openForReading(path)
    defer { try? close(file) }
    var bytes = [UInt8]()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(file, buffer)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}
