import ClaimMemory
import ClaimModel
import Disk
package import Sessions
import SystemPackage
package import TerminalText

/// Where claims of past sessions are remembered: the memory's file, and beside it, for people and
/// for `memory rebuild`, the list of the sessions that it was made of.
package struct MemoryPlace: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// A path a line, in the order in which they were added.
  package var list: String { path + ".sessions" }

  /// The sessions of the list; none where there is no list.
  func sessions(_ calls: SystemCalls) throws(UserError) -> [String] {
    do throws(Errno) {
      let text = String(decoding: try calls.contents(of: FilePath(text: list)), as: UTF8.self)
      return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    } catch .noSuchFileOrDirectory {
      return []
    } catch {
      throw UserError(FileError.unreadable(list, reason: error.words))
    }
  }

  /// The list first: a memory whose list lacks a session could not be made anew.
  func write(
    _ memory: [UInt8], of sessions: [String], _ calls: SystemCalls
  ) throws(UserError) {
    let head =
      "# The sessions that the memory beside this was made of; memory rebuild reads them.\n"
    let lines = sessions.map { $0 + "\n" }.joined()
    try write(Array((head + lines).utf8), to: list, calls)
    try write(memory, to: path, calls)
  }

  private func write(
    _ bytes: [UInt8], to path: String, _ calls: SystemCalls
  ) throws(UserError) {
    let folder = FilePath(text: path).removingLastComponent()
    do throws(Errno) {
      if !folder.isEmpty { try calls.makeFolders(folder) }
    } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
    do throws(WriteFailure) {
      // Notes of past checks are not for all.
      let file = try FileBeside(
        of: FilePath(text: path), permissions: FilePermissions(rawValue: 0o660), calls: calls)
      try file.write(bytes)
      try file.put()
    } catch {
      throw UserError(FileError.cannotWrite(path, reason: error.words))
    }
  }
}

/// Why nothing can be remembered.
package enum MemoryPlaceError: UserFacing {
  /// The system tells of no home.
  case nowhere
  case taken(String, by: LockHolder?)
  case badPath(String)

  package var message: ErrorMessage {
    switch self {
    case .nowhere:
      ErrorMessage("there is no place for a memory: give --memory FILE, or set memory FILE")
    case .taken(let path, let holder):
      ErrorMessage(
        "'\(path)' is being written by \(holder?.description ?? "somebody else"); try again later")
    case .badPath(let path):
      ErrorMessage("'\(path)' has a line break in its name and cannot be remembered: rename it")
    }
  }

  package var status: ProgramStatus { .failed }
}
