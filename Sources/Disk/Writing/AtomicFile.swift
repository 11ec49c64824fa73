package import SystemPackage

/// Files that are replaced whole or not at all.
package struct AtomicFile: Sendable {
  private let calls: SystemCalls

  package init(_ calls: SystemCalls = .live) { self.calls = calls }

  /// Writes `bytes` to a temporary file beside `path`, has the disk confirm them, and gives
  /// them the name. Until then a file of that name stays as it was; after an error nothing is
  /// left behind. A link is followed, an old file's permissions are kept.
  package func write(_ bytes: [UInt8], to path: FilePath) throws(WriteFailure) {
    let file = try FileBeside(of: path, calls: calls)
    try file.write(bytes)
    try file.put()
  }
}

extension SystemCalls {
  /// A new file for writing, of a name that no other file has.
  package func createTemporary(
    in folder: FilePath, _ permissions: FilePermissions
  ) throws(Errno) -> (FilePath, FileDescriptor) {
    for attempt in 0..<100 {
      let path = folder.appending(".theo-\(processID())-\(attempt).tmp")
      do throws(Errno) {
        let file = try create(path, permissions)
        // Held, it is not taken for one that a killed process left.
        _ = try? lock(file)
        if isFile(file, path) { return (path, file) }
        try close(file)
      } catch .fileExists {
        continue
      }
    }
    throw .fileExists
  }

  /// Makes a folder, and those above it, of which the umask takes from `permissions`: without any,
  /// the owner alone may enter them.
  package func makeFolders(
    _ folder: FilePath, _ permissions: FilePermissions = .ownerReadWriteExecute
  ) throws(Errno) {
    do throws(Errno) {
      try makeOneFolder(folder, permissions)
    } catch .noSuchFileOrDirectory {
      let parent = folder.removingLastComponent()
      guard !parent.isEmpty, parent != folder else { throw .noSuchFileOrDirectory }
      try makeFolders(parent, permissions)
      try makeOneFolder(folder, permissions)
    }
  }

  /// One that is there already, as when another program was quicker, is left as it is.
  private func makeOneFolder(
    _ folder: FilePath, _ permissions: FilePermissions
  ) throws(Errno) {
    do throws(Errno) {
      try insisting { () throws(Errno) in try makeFolder(folder, permissions) }
    } catch .fileExists {
      return
    }
  }

  /// A file of this user's alone (0600), of a name that no other file has, for another program to
  /// change: `folder/theo-k3fz81qp`. After an error there is none.
  package func makePrivateFile(
    in folder: FilePath, holding bytes: [UInt8]
  ) throws(Errno) -> FilePath {
    let (path, file) = try createPrivateFile(in: folder)
    do throws(Errno) {
      do throws(Errno) { try writeAll(bytes, to: file) } catch {
        try? close(file)
        throw error
      }
      // A close that a signal breaks off has closed the file all the same.
      do throws(Errno) { try close(file) } catch { if error != .interrupted { throw error } }
    } catch {
      try? remove(path)
      throw error
    }
    return path
  }

  private func createPrivateFile(
    in folder: FilePath
  ) throws(Errno) -> (FilePath, FileDescriptor) {
    for _ in 0..<100 {
      let name = String(
        (0..<8).compactMap { _ in "abcdefghijklmnopqrstuvwxyz0123456789".randomElement() })
      let path = folder.appending("theo-" + name)
      do throws(Errno) {
        return (path, try insisting { () throws(Errno) in try create(path, .ownerReadWrite) })
      } catch .fileExists {
        continue
      }
    }
    throw .fileExists
  }

  package func writeAll(_ bytes: [UInt8], to file: FileDescriptor) throws(Errno) {
    try bytes.withUnsafeBufferPointer { buffer throws(Errno) in
      var rest = UnsafeRawBufferPointer(buffer)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let written = try insisting { () throws(Errno) in try write(file, part) }
        guard written > 0 else { throw .ioError }
        rest = rest.dropFirst(written)
      }
    }
  }

  /// A name is on the disk only when its folder is. Some file systems cannot do that and say so.
  package func sync(folder: FilePath) throws(Errno) {
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
}
