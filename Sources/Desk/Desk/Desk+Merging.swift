import Disk
package import Sessions
import SystemPackage
package import TerminalText

extension Desk {
  /// Puts together what is on the desk and what others wrote into its file since, and saves that
  /// there. After an error both are as they were.
  package mutating func saveMerged(
    with theirs: NamedSession, at path: String, settle: (MergeConflict) throws -> MergeSide
  ) throws -> MergedSession {
    if let finding = theirs.findings.first(where: \.isBreak) {
      throw DeskError.mergeOfBroken(theirs.name, finding)
    }
    let merged = try SessionMerge(ours: store, theirs: theirs.store).merged(settle: settle)
    let before = self
    adoptMerged(merged.store)
    do {
      _ = try save(to: path, over: theirs.file)
    } catch {
      self = before
      throw error
    }
    return merged
  }
}

extension UserError {
  /// The session's file that others changed, where that is the error.
  package var changedOutside: String? {
    guard let error = cause as? SessionError, error.kind == .changedOutside else { return nil }
    return error.path.text
  }
}
