package import SystemPackage

/// A folder of files that is made beside its place and takes it when all are written: nobody sees
/// half of it.
package struct FolderBeside: Sendable {
  /// A file with its path in the folder, at most one folder deep: "texts/a1.txt".
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  private let calls: SystemCalls

  package init(_ calls: SystemCalls = .live) { self.calls = calls }

  /// Writes the files as the folder `path`. A folder that is there goes, if it holds none but files
  /// that `isOurs` knows by their paths; else it stays as it is, and `.fileExists` is thrown.
  ///
  /// `permissions` are those of a file; folders may be entered by whom they may be read by.
  package func write(
    _ files: [File], to path: FilePath, permissions: FilePermissions,
    isOurs: (Set<String>) -> Bool
  ) throws(WriteFailure) {
    let old = try doing(.look) { () throws(Errno) in try oldFiles(in: path) }
    if let old, !isOurs(Set(old)) { throw WriteFailure(.changed, .fileExists) }
    let new = try doing(.create) { () throws(Errno) in try makeTemporary(for: path, permissions) }
    do throws(WriteFailure) {
      try fill(new, files, permissions)
      try take(path, from: new, old)
    } catch {
      remove(files.map(\.name), in: new)
      throw error
    }
  }

  /// Paths of the files in it; nil where there is no folder.
  private func oldFiles(in path: FilePath) throws(Errno) -> [String]? {
    do throws(Errno) {
      guard try calls.status(path).type == .directory else { throw .notDirectory }
      return try paths(in: path)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  /// A folder in a folder's folder counts as a file of that name: nobody of ours makes one.
  private func paths(in folder: FilePath) throws(Errno) -> [String] {
    var found = [String]()
    for name in try calls.names(folder) {
      let path = folder.appending(name)
      guard try calls.status(path).type == .directory else {
        found.append(name)
        continue
      }
      found += try calls.names(path).map { name + "/" + $0 }
    }
    return found
  }

  private func makeTemporary(
    for path: FilePath, _ permissions: FilePermissions
  ) throws(Errno) -> FilePath {
    let parent = path.removingLastComponent()
    for attempt in 0..<100 {
      let folder = parent.appending(".theo-\(calls.processID())-\(attempt).new")
      do throws(Errno) {
        try calls.makeFolder(folder, permissions.entered)
        return folder
      } catch .fileExists {
        continue
      }
    }
    throw .fileExists
  }

  private func fill(
    _ folder: FilePath, _ files: [File], _ permissions: FilePermissions
  ) throws(WriteFailure) {
    for inner in Set(files.compactMap(\.folder)) {
      try doing(.create) { () throws(Errno) in
        try calls.makeFolder(folder.appending(inner), permissions.entered)
      }
    }
    for file in files {
      let path = folder.pushing(FilePath(file.name))
      let open = try doing(.create) { () throws(Errno) in try calls.create(path, permissions) }
      do throws(WriteFailure) {
        try doing(.write) { () throws(Errno) in try calls.writeAll(file.bytes, to: open) }
      } catch {
        try? calls.close(open)
        throw error
      }
      try doing(.close) { () throws(Errno) in try calls.close(open) }
    }
  }

  private func take(
    _ path: FilePath, from new: FilePath, _ old: [String]?
  ) throws(WriteFailure) {
    guard let old else {
      return try doing(.rename) { () throws(Errno) in try calls.rename(new, path) }
    }
    let aside = FilePath(new.string + ".old")
    try doing(.rename) { () throws(Errno) in try calls.rename(path, aside) }
    do throws(WriteFailure) {
      try doing(.rename) { () throws(Errno) in try calls.rename(new, path) }
    } catch {
      try? calls.rename(aside, path)
      throw error
    }
    remove(old, in: aside)
  }

  private func remove(_ names: [String], in folder: FilePath) {
    for name in names { try? calls.remove(folder.pushing(FilePath(name))) }
    for inner in Set(names.compactMap { File(name: $0, bytes: []).folder }) {
      try? calls.removeFolder(folder.appending(inner))
    }
    try? calls.removeFolder(folder)
  }
}

extension FolderBeside.File {
  /// "texts/a1.txt" → "texts"
  fileprivate var folder: String? {
    let parts = name.split(separator: "/")
    return parts.count > 1 ? parts.first.map(String.init) : nil
  }
}

extension FilePermissions {
  /// Whoever may read may enter: 0660 → 0770.
  fileprivate var entered: FilePermissions {
    FilePermissions(rawValue: rawValue | (rawValue & 0o444) >> 2)
  }
}
