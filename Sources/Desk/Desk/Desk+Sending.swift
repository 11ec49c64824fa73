package import Disk
package import Presentation
import SystemPackage
package import TerminalText

extension Desk {
  /// Whether the output of a command may take a file's place: what theo keeps work in is not lost
  /// to a slip such as `claims --format json > s.json`.
  ///
  /// The session that is open, journals and locks are refused. Any other session is asked about at
  /// the prompt, and refused where nobody can answer; false where the answer was no.
  package func maySend(
    to path: String, appends: Bool = false, console: any Console
  ) throws(UserError) -> Bool {
    let expanded = UserPath.located(path)
    try checkNoKeptWork(path)
    guard isSession(expanded) else { return true }
    if isOwn(expanded) {
      throw UserError(
        FileError.cannotWrite(
          path,
          reason: "it is the session that is open, and its stories and annotations would be gone; "
            + "name another file"))
    }
    guard !appends, console.isInteractive else {
      throw UserError(
        FileError.cannotWrite(
          path,
          reason: appends
            ? "it is a session, and text behind it would break it; name another file"
            : Self.wouldBeGone))
    }
    // Not under the hands of somebody who works on it.
    keeper?.giveUp(try claim(expanded).lock)
    return console.confirm("replace the session '\(Sanitiser.harmless(path))'?")
  }

  /// Throws where a file is a journal or a lock of theo's: nothing else is ever written there.
  package func checkNoKeptWork(_ path: String) throws(UserError) {
    guard let what = Self.keptWork(in: UserPath.located(path), surroundings.calls) else { return }
    throw UserError(
      FileError.cannotWrite(path, reason: "it is \(what) of theo's; name another file"))
  }

  /// Throws where a file is a session: for what is no session itself, and nobody can be asked.
  package func checkNoSession(_ path: String) throws(UserError) {
    guard isSession(UserPath.located(path)) else { return }
    throw UserError(FileError.cannotWrite(path, reason: Self.wouldBeGone))
  }

  private static let wouldBeGone =
    "it is a session, whose stories and annotations would be gone; name another file, "
    + "or remove it first"

  private func isSession(_ path: String) -> Bool {
    // A pipe would be read empty, and waited for.
    let isFile = (try? surroundings.calls.status(FilePath(text: path)))?.type == .regular
    return isFile && (isOwn(path) || StoryWork.isSession(path))
  }

  /// "the journal of a session", by the name of the file that the path leads to.
  private static func keptWork(in path: String, _ calls: SystemCalls) -> String? {
    let target = (try? calls.resolved(FilePath(text: path))) ?? FilePath(text: path)
    guard let name = target.lastComponent?.string else { return nil }
    if name.hasSuffix(".theo-journal") { return "a journal of unsaved changes" }
    return name.hasPrefix(".") && name.hasSuffix(".theo-lock") ? "the lock of a session" : nil
  }
}

extension Surroundings {
  /// How files are reached.
  package var calls: SystemCalls { protection?.calls ?? .live }
}
