package import ArgumentParser
import ClaimModel
import JSONText
import Sessions
import SystemPackage

package struct RecoverCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Bring back changes that were not saved before a crash.",
    discussion: """
      Every change goes to a journal beside the session before the prompt comes back. A clean \
      save removes it; so does leaving with the changes let go. What a crash left is listed here, \
      from the folder you are in, the open session's, and that of sessions without a file.
      """)
  package static let examples = [
    Example("recover", "lists what there is"),
    Example("recover 1", "opens the session with the changes of the first one"),
    Example("recover --drop 1", "lets them go for good"),
  ]

  @Argument(help: "Number in the list, or path of a journal.")
  package var journal: String?

  @Flag(help: "Remove the journal.")
  package var drop = false

  @Flag(help: "Let unsaved changes of what is open go.")
  package var discard = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let journal else {
      guard !drop else {
        throw ShellError.usage(
          command: Self.name, .rule("expected the number of a journal; recover lists them"))
      }
      return .table(Table(journals: desk.journals, on: desk))
    }
    let path = try chosen(journal, on: desk)
    guard !desk.isLive(path) else { throw ShellError.journalInUse(path.string) }
    if drop {
      try desk.drop(path)
      return .report(Report([StyledText("removed \(path)")], value: ["path": .string(path.string)]))
    }
    guard discard || !desk.isUnsaved else { throw ShellError.unsaved(count: desk.unsavedCount) }
    let recovered = try desk.recover(try desk.journalFile(path))
    return .report(Report(recovered, from: path, on: desk))
  }

  private func chosen(_ word: String, on desk: Desk) throws(ShellError) -> FilePath {
    let journals = desk.journals
    guard let number = Int(word) else {
      let path = UserPath.located(word)
      guard FileFinder.kind(path) != nil else { throw .notFound(word) }
      return FilePath(text: path)
    }
    guard journals.indices.contains(number - 1) else {
      throw .noSuchJournal(number, count: journals.count)
    }
    return journals[number - 1]
  }
}

extension Report {
  init(_ recovered: RecoveredSession, from journal: FilePath, on desk: Desk) {
    let changes = counted(recovered.recovered, "change")
    var warnings = [StyledText]()
    if let problem = recovered.problem {
      warnings.append(StyledText("'\(journal)', \(problem)", .warning))
      if problem.leavesSomething { warnings.append("the damaged journal stays where it is") }
    }
    if let path = recovered.leftBehind {
      warnings.append(
        "'\(path)' has gone on without these changes: save the session under another name")
    }
    var first = StyledText("recovered \(changes)")
    if recovered.recovered == 0 {
      first = "nothing to recover: the session's file has every change"
    } else {
      first.append(" · \(recovered.path.map { "\($0)" } ?? "not saved yet") · save keeps them")
    }
    self.init(
      [first], warnings: warnings,
      value: [
        "journal": .string(journal.string), "recovered": .integer(recovered.recovered),
        "session": recovered.path.map { .string($0.string) } ?? .null,
        "warnings": JSONValue(warnings.map(\.plain)),
      ])
  }
}

extension Table {
  fileprivate init(journals: [FilePath], on desk: Desk) {
    self.init(
      columns: [
        Column("number", title: "no", right: true), Column("session", flexible: true),
        Column("changes", right: true), Column("last"), Column("what", flexible: true),
        Column("user", title: "who"), Column("state", flexible: true),
        Column("journal", forData: true),
      ], emptyMessage: "no journal was left: every session was saved or let go")
    for (index, path) in journals.enumerated() {
      rows.append(Self.row(path, number: index + 1, on: desk))
    }
    footer = rows.isEmpty ? nil : StyledText("recover NUMBER brings changes back", .dim)
  }

  private static func row(_ path: FilePath, number: Int, on desk: Desk) -> [Cell] {
    let found = try? desk.journalFile(path)
    let last = found?.last
    let state =
      if desk.isLive(path) { "in use" } else if found == nil { "cannot be read" } else {
        found?.problem == nil ? "left by a crash" : "left by a crash, damaged"
      }
    return [
      Cell(StyledText("\(number)", .id), .integer(number)),
      Cell(found?.header.session?.string ?? "not saved yet"),
      Cell(StyledText("\(found?.count ?? 0)"), .integer(found?.count ?? 0)),
      Cell(last?.time ?? "", .dim), Cell(last?.what ?? ""), Cell(found?.header.holder.user ?? ""),
      Cell(state), Cell(path.string),
    ]
  }
}
