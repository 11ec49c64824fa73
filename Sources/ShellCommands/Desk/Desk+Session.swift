package import FactStore
package import Sessions
import SystemPackage

extension Desk {
  /// Opens a session in the place of what is on the desk, which stays where that fails.
  /// Gives back what is odd about it.
  package mutating func open(_ path: String) throws(ShellError) -> [SessionFinding] {
    let opened: OpenedSession
    do {
      opened = try SessionFile(theo: Desk.version).open(FilePath(path), catalogue: .agencies)
    } catch { throw .session(error) }
    adopt(opened, from: path)
    return opened.findings
  }

  /// Saves the session under `path`, else where it came from.
  package mutating func save(to path: String? = nil) throws(ShellError) -> String {
    guard let path = path ?? self.path else { throw .noSessionPath }
    do {
      try SessionFile(theo: Desk.version).save(store, carrying: carriedOver, to: FilePath(path))
    } catch { throw .session(error) }
    markSaved(at: path)
    return path
  }
}
