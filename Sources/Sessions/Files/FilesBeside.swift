internal import Digests
package import Disk
package import SystemPackage

/// `.NAME.ENDING` beside a session; beside the file itself where the path is a link.
func besideSession(_ session: FilePath, ending: String, _ calls: SystemCalls) -> FilePath {
  PlaceOfSession(session, calls).beside(ending: ending)
}

/// Where a session lies, to name what lies beside it.
struct PlaceOfSession {
  private let folder: FilePath
  private let name: String

  /// Follows the path where it is a link.
  init(_ session: FilePath, _ calls: SystemCalls) {
    let target = (try? calls.place(of: session).path) ?? session
    folder = target.removingLastComponent()
    name = target.lastComponent.map { FilePath(root: nil, [$0]).text } ?? "session"
  }

  /// `.NAME.ENDING` in its folder.
  func beside(ending: String) -> FilePath {
    folder.pushing(FilePath(text: hiddenName(name, ending: ending)))
  }
}

/// Bytes of a file's name at most, on all file systems in common use.
private let longestName = 255

/// A name that is too long for what is put round it is cut, and told from others of the same
/// beginning by its digest: `rất dài….json` → `.rất d~9f86d081884c7d65.theo-lock`.
func hiddenName(_ name: String, ending: String) -> String {
  let whole = ".\(name).\(ending)"
  guard DiskName.bytes(whole).count > longestName else { return whole }
  let digest = SHA256.digest(Array(name.utf8)).hexadecimal(bytes: 8)
  let tail = "~\(digest).\(ending)"
  var start = "."
  for scalar in name.unicodeScalars {
    let next = String(scalar)
    guard start.utf8.count + next.utf8.count + tail.utf8.count <= longestName else { break }
    start += next
  }
  return start + tail
}

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
