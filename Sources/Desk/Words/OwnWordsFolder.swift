package import Disk
import FactStore
package import Lexicons
import SystemPackage
package import TerminalText

/// The folder with a newsroom's own tables.
package struct OwnWordsFolder: Sendable {
  package let path: String
  private let calls: SystemCalls

  package init(path: String, calls: SystemCalls = .live) {
    self.path = path
    self.calls = calls
  }

  /// What its tables say, and what is wrong with them, which stops nothing: a line with a fault is
  /// left out, and told. Where there is no folder, that costs one call.
  package func read() -> (newsroom: Newsroom, problems: [UserError]) {
    let names: [String]
    do throws(Errno) { names = try calls.names(FilePath(text: path)) } catch .noSuchFileOrDirectory
    {
      return (.standard, [])
    } catch {
      return (.standard, [UserError(FileError.unreadable(path, reason: error.words))])
    }
    var files = [OwnWords.File]()
    var problems = [UserError]()
    for name in names.sorted() where Self.isTable(name) {
      do throws(Errno) {
        let bytes =
          OwnWords.tables.contains(name)
          ? try calls.contents(of: FilePath(text: place(name))) : []
        files.append(OwnWords.File(name: name, bytes: bytes))
      } catch {
        problems.append(UserError(FileError.unreadable(place(name), reason: error.wordsOfFile)))
      }
    }
    guard !files.isEmpty else { return (.standard, problems) }
    let (own, faults) = OwnWords.checked(files)
    problems += faults.map { UserError(OwnWordsProblem(path: place($0.file), fault: $0)) }
    return (own.isEmpty ? .standard : Newsroom(own, folder: path), problems)
  }

  private func place(_ name: String) -> String { path + "/" + name }

  /// Every `.tsv`, and names that may have been meant for one of them: "cues.txt". Hidden files and
  /// an editor's copies are nobody's tables; the rules of the audit are read when they are asked for.
  private static func isTable(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasSuffix("~") || name == AuditRules.fileName { return false }
    return name.hasSuffix(".tsv") || !NearestName.names(like: name, among: OwnWords.tables).isEmpty
  }
}

/// A line of a newsroom's table that is not used, or a file that is none, with its path.
package struct OwnWordsProblem: UserFacing, Hashable {
  package var path: String
  package var fault: OwnWordsFault

  /// "…/lexicons/cues.tsv:3:4: 'sya' is no class; expected one of say, act; did you mean 'say'?"
  package var message: ErrorMessage {
    let isFile = fault.line == 0
    let place = isFile ? "" : ":\(fault.line):\(fault.column)"
    return ErrorMessage(
      "\(path)\(place): \(fault.problem)",
      details: [isFile ? "the file is not used" : "this line is not used, the others are"])
  }

  package var status: ProgramStatus { .badData }
}
