import Desk
import Disk
import Presentation
import SystemPackage
import TerminalText

/// What a command may touch while a transcript is checked: the files named for it, no program.
///
/// Files are compared by where they really lie: neither `..` nor a link leads out of a folder that
/// was named, and it is looked at before each command, so a link that came meanwhile does not.
package struct CheckGuard: Sendable {
  /// Where they lie, and as they were spelt.
  private let named: [FilePath]
  private let spelt: [FilePath]

  package init(_ paths: [String]) {
    named = paths.map { Self.place(UserPath.located($0)) }
    spelt = paths.map(Self.spelling)
  }

  func check(_ statement: Statement, _ command: any ShellCommand) throws(UserError) {
    switch statement.destination {
    case .screen: break
    case .pipe: throw UserError(TranscriptError.refused("'|' runs a program"))
    case .file(let path, _): try check(path)
    }
    switch command.reach {
    case .desk: break
    case .files(let words): for word in words { try check(word) }
    case .outside:
      throw UserError(TranscriptError.refused("'\(type(of: command).name)' is not run in a check"))
    }
  }

  package func mayTouch(_ word: String) -> Bool {
    do throws(UserError) {
      try check(word)
      return true
    } catch { return false }
  }

  /// A word that a command reads or writes: itself, and what a folder or a pattern stands for.
  private func check(_ word: String) throws(UserError) {
    guard word != "-" else { throw notNamed(word) }
    let found = StoryFiles.found([word]).paths
    let path = UserPath.located(word)
    let isPattern = FileFinder.kind(path) == nil && !found.isEmpty
    for path in isPattern ? found : [path] + found {
      let place = Self.place(path)
      guard !named.contains(where: place.starts) else { continue }
      guard spelt.contains(where: Self.spelling(path).starts) else { throw notNamed(word) }
      throw UserError(
        TranscriptError.refused("'\(path)' leads to '\(place.text)', which was not named"))
    }
  }

  private static func spelling(_ word: String) -> FilePath {
    FilePath(text: UserPath.located(word)).lexicallyNormalized()
  }

  private func notNamed(_ word: String) -> UserError {
    UserError(TranscriptError.refused("'\(word)' was not named: session check FILE \(word)"))
  }

  /// Where a path leads to, without links; of what is not there yet, in the folder where it would
  /// be made. A link that leads nowhere is where it points to: there the file would be made.
  private static func place(_ path: String) -> FilePath {
    var path = FilePath(text: path)
    for _ in 0..<40 {
      if let place = try? SystemCalls.live.resolved(path) { return place }
      guard let target = try? SystemCalls.live.readLink(path) else { break }
      path = path.removingLastComponent().pushing(target)
    }
    guard let name = path.lastComponent, name.kind == .regular else {
      return path.lexicallyNormalized()
    }
    let folder = path.removingLastComponent()
    if folder == path { return path }
    return place(folder.isEmpty ? "." : folder.text).appending(name)
  }
}
