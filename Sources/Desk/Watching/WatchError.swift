package import TerminalText

/// Why a folder is not watched.
package enum WatchError: UserFacing, Hashable {
  case noFolder(String)
  /// It lies in one that is watched, or the other way round.
  case overlaps(String, with: String)
  case notWatched(String, watched: [String])

  package var message: ErrorMessage {
    switch self {
    case .noFolder(let path):
      ErrorMessage("'\(path)': it is a file, expected a folder; load reads a file")
    case .overlaps(let path, let other):
      ErrorMessage(
        "'\(path)': '\(other)' is watched already, and one lies in the other; unwatch ends that")
    case .notWatched(let path, let watched):
      ErrorMessage("'\(path)' is not watched; " + Self.words(watched))
    }
  }

  private static func words(_ watched: [String]) -> String {
    if watched.isEmpty { return "no folder is" }
    let names = watched.map { "'\($0)'" }.joined(separator: ", ")
    return names + (watched.count == 1 ? " is" : " are")
  }

  package var status: ProgramStatus {
    if case .noFolder = self { .noInput } else { .failed }
  }
}
