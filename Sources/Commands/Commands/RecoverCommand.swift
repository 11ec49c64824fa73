package import ArgumentParser
package import Desk
import Disk
import JSONText
package import Presentation
import Sessions
package import Shell
import SystemPackage
import TerminalText

package struct RecoverCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Bring back changes that were not saved before a crash.",
    discussion: """
      Every change goes to a journal beside the session before the prompt comes back. A clean \
      save removes it; so does leaving with the changes let go. What a crash left is listed here, \
      from the folder you are in, the open session's, and that of sessions without a file. The \
      name of a session or folder lists what lies there.

      A journal belongs to the session that it lies beside, in whatever folder both are now. Where \
      the session alone was moved or renamed, --session says which file it is.
      """)
  package static let helpOrder = 730
  package static let examples = [
    Example("recover", "lists what there is"),
    Example("recover t/u.json", "lists what was left of this session"),
    Example("recover 1", "opens the session with the changes of the first one"),
    Example("recover 1 --session renamed.json", "the same, under the name that it has now"),
    Example("recover --drop 1", "lets them go for good"),
  ]

  @Argument(
    help: ArgumentHelp(
      "Number in the list or path of a journal; the session or folder to list those of.",
      valueName: "journal"))
  package var journal: [String] = []

  @Option(
    help: ArgumentHelp("The session's file, where it was moved or renamed.", valueName: "path"))
  package var session: String?

  @Flag(help: "Remove the journal.")
  package var drop = false

  @Flag(help: "Let unsaved changes of what is open go.")
  package var discard = false

  @OptionGroup package var given: GivenStories

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let path = try chosen(on: desk) else {
      guard !drop, session == nil else {
        throw UsageError(
          command: Self.name, .rule("expected the number of a journal; recover lists them"))
      }
      return .table(try listing(on: desk))
    }
    switch desk.state(of: path) {
    case .live: throw DeskError.journalInUse(path.string)
    case .unknown(let error): throw DeskError.journalClosed(path.string, reason: error.words)
    case .left: break
    }
    if drop {
      try desk.drop(path)
      return .report(Report([StyledText("removed \(path)")], value: ["path": .string(path.string)]))
    }
    guard discard || !desk.isUnsaved else { throw DeskError.unsaved(count: desk.unsavedCount) }
    let file = try desk.journalFile(path)
    let named = session.map(UserPath.located)
    let stories = try given.bySHA256(
      of: named ?? desk.sessionName(of: file) ?? "", desk, context)
    let recovered = try desk.recover(file, onto: named, given: stories)
    return .report(Report(recovered, from: path, on: desk))
  }

  /// The journal that one word means, by its number or its path; nil for a listing.
  private func chosen(on desk: Desk) throws(UserError) -> FilePath? {
    guard journal.count == 1, let word = journal.first else { return nil }
    if let number = Int(word) {
      let journals = desk.journals
      guard journals.indices.contains(number - 1) else {
        throw UserError(DeskError.noSuchJournal(number, count: journals.count))
      }
      return journals[number - 1]
    }
    let path = UserPath.located(word)
    let isJournal = path.hasSuffix("." + JournalFile.ending) && FileFinder.kind(path) == .file
    return isJournal || (try? desk.journalFile(FilePath(text: path))) != nil
      ? FilePath(text: path) : nil
  }

  private func listing(on desk: Desk) throws(UserError) -> Table {
    guard !journal.isEmpty else {
      return Table(
        journals: desk.journals, on: desk, places: desk.journalFolders.map(\.string),
        hint: "recover NUMBER brings changes back")
    }
    let paths = journal.map(UserPath.located)
    let found = paths.flatMap { desk.journals(of: $0) }
    if found.isEmpty, let missing = paths.first(where: { FileFinder.kind($0) == nil }) {
      throw UserError(FileError.notFound(missing))
    }
    return Table(
      journals: found, on: desk, places: paths,
      hint: "opening the session offers them; so does recover \(found.first?.string ?? "")")
  }
}

extension Table {
  fileprivate init(journals: [FilePath], on desk: Desk, places: [String], hint: String) {
    let quoted = places.map { "'\($0 == "." ? desk.folder : $0)'" }
    let there = quoted.isEmpty ? "" : " of \(joined(quoted))"
    self.init(
      columns: [
        Column("number", title: "no", right: true), Column("session", flexible: true),
        Column("changes", right: true), Column("last"), Column("what", flexible: true),
        Column("user", title: "who"), Column("state", flexible: true),
        Column("journal", forData: true),
      ],
      emptyMessage: "no journal was left\(there): every session was saved or let go"
        + (quoted.isEmpty ? "" : "; recover PATH looks at another session or folder"))
    for (index, path) in journals.enumerated() {
      rows.append(Self.row(path, number: index + 1, on: desk))
    }
    let canBeRead = journals.contains { (try? desk.journalFile($0)) != nil }
    footer = canBeRead ? StyledText(hint, .dim) : nil
  }

  private static func row(_ path: FilePath, number: Int, on desk: Desk) -> [Cell] {
    let found = try? desk.journalFile(path)
    let last = found?.last
    return [
      Cell(StyledText("\(number)", .id), .integer(number)),
      Cell(found.flatMap(desk.sessionName) ?? desk.neighbour(of: path, found) ?? "not saved yet"),
      Cell(StyledText("\(found?.count ?? 0)"), .integer(found?.count ?? 0)),
      Cell(StyledText(localTime(last?.time ?? ""), .dim), .string(last?.time ?? "")),
      Cell(last?.what ?? ""), Cell(found?.header.holder.user ?? ""),
      Cell(words(of: desk.state(of: path), found)), Cell(path.string),
    ]
  }

  private static func words(of state: JournalState, _ found: JournalFile?) -> String {
    switch state {
    case .live: "in use"
    case .unknown(let error): "of another user, in use or left (\(error.words))"
    case .left where found == nil: "cannot be read"
    case .left: found?.problem == nil ? "left by a crash" : "left by a crash, damaged"
    }
  }
}

extension Desk {
  /// Of a journal that cannot be read, the session that it lies beside.
  fileprivate func neighbour(of journal: FilePath, _ found: JournalFile?) -> String? {
    guard found == nil, let session = JournalFile.neighbour(of: journal)?.string else { return nil }
    return isOwn(session) ? path : session
  }

  /// The folder that theo runs in.
  fileprivate var folder: String { (try? surroundings.calls.resolved("."))?.string ?? "." }
}
