package import Disk
package import SystemPackage

extension SystemCalls {
  /// Removes the unfinished files, `.theo-PID-N.tmp`, that killed processes left in a folder, and
  /// gives their names. What a living process may be writing stays.
  package func removeLeftovers(in folder: FilePath) -> [String] {
    let folder = folder.isEmpty ? "." : folder
    return ((try? names(folder)) ?? []).sorted().filter { name in
      guard let process = temporaryOwner(name), process == processID() || !isAlive(process) else {
        return false
      }
      return removeLeftover(folder.appending(name))
    }
  }

  private func removeLeftover(_ path: FilePath) -> Bool {
    guard (try? status(path))?.type == .regular, let file = try? openForReading(path) else {
      return false
    }
    defer { try? close(file) }
    // A process of another machine has no number here, but holds its lock.
    guard (try? lock(file)) == true, isFile(file, path) else { return false }
    return (try? remove(path)) != nil
  }

  /// `.theo-4711-0.tmp` → 4711; nil for other names.
  private func temporaryOwner(_ name: String) -> Int32? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == ".theo", parts[2].hasSuffix(".tmp"),
      Int(parts[2].dropLast(4)) != nil, let process = Int32(parts[1]), process > 0
    else { return nil }
    return process
  }
}
