package import ArgumentParser
import ClaimModel
import FactStore
import JSONText
import Sessions
import SystemPackage

package struct ReplayCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a saved session's operations again.",
    discussion: """
      From its own stories, on a desk of its own: what is open stays as it is. --verify compares \
      the state after every operation with the recorded one and stops at the first that differs.
      """)
  package static let examples = [
    Example("replay cang-van-sa.json", "what was done, and what it gave"),
    Example("replay cang-van-sa.json --verify", "and whether it gives the same today"),
    Example("replay cang-van-sa.json --step", "waits for Enter after each"),
  ]

  @Argument(help: "The session file.")
  package var path: String

  @Flag(help: "Compare every state with the recorded one.")
  package var verify = false

  @Flag(help: "Wait for Enter after each operation.")
  package var step = false

  @Option(help: "Stop behind the operation of this number.")
  package var until: Int?

  @OptionGroup package var given: GivenStories
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var replay = Replay(
      try document(try given.bySHA256(desk, context)), catalogue: .agencies, until: until ?? .max)
    var steps = [ReplayStep]()
    while let next = replay.next() {
      try context.console.step(nil)
      steps.append(next)
      if step, !(try goesOn(after: next, context)) { break }
      if verify, !next.isSame { break }
    }
    let differing = steps.last { !$0.isSame && (verify || !$0.wasDone) }
    let closing = closing(steps, differing: differing)
    try context.emit(
      step
        ? .text(TextView(paragraphs: [closing], value: .null)) : .table(table(steps, closing)))
    if let differing { throw ShellError.replayDiffers(differing) }
    return .nothing
  }

  private func document(
    _ given: [String: LoadedArticle]
  ) throws(ShellError) -> SessionDocument {
    do throws(SessionError) {
      return try SessionFile(theo: Desk.version).read(
        FilePath(FileFinder.expandingHome(path)), given: given)
    } catch { throw .session(error) }
  }

  /// Shows one step and waits; false where the user has seen enough.
  private func goesOn(after step: ReplayStep, _ context: CommandContext) throws -> Bool {
    var one = Table.replay
    one.append(step, verified: verify)
    try context.emit(.table(one))
    return context.console.waitForStep()
  }

  private func table(_ steps: [ReplayStep], _ closing: StyledText) -> Table {
    var table = Table.replay
    for step in steps { table.append(step, verified: verify) }
    table.footer = closing
    table.emptyMessage = "the session holds no operations"
    return table
  }

  private func closing(_ steps: [ReplayStep], differing: ReplayStep?) -> StyledText {
    let count = counted(steps.count, "operation") + " replayed"
    if let differing { return StyledText("\(count); number \(differing.number) differs", .failure) }
    return StyledText(count + (verify ? ", every state as recorded" : ""), verify ? .good : .dim)
  }
}

extension ReplayStep {
  fileprivate var wasDone: Bool { if case .success = result { true } else { false } }

  /// What it gave: "4 stories, 37 claims", "c9 unchecked → half-true, note".
  fileprivate var gave: StyledText {
    guard case .success(let outcome) = result else { return StyledText("not done", .failure) }
    guard outcome.articles.isEmpty else {
      let claims = outcome.articles.reduce(0) { $0 + $1.claims.count }
      let verb = outcome.articles.allSatisfy(\.stands) ? "" : " taken out"
      let stories = counted(outcome.articles.count, "story")
      return StyledText("\(stories), \(counted(claims, "claim"))\(verb)")
    }
    let lines = Report(outcome).lines
    let rest = lines.count > 1 ? StyledText(" and \(lines.count - 1) more", .dim) : StyledText()
    return (lines.first ?? StyledText()) + rest
  }
}

extension Table {
  fileprivate static var replay: Table {
    Table(columns: [
      Column("number", title: "no", right: true), Column("time"),
      Column("user", title: "who", flexible: true),
      Column("change", title: "what", flexible: true), Column("gave", flexible: true),
      Column("same", title: "state"), Column("expected", forData: true),
      Column("found", forData: true),
    ])
  }

  fileprivate mutating func append(_ step: ReplayStep, verified: Bool) {
    let time = step.operation.time
    let state: StyledText =
      step.isSame ? StyledText("ok", .good) : StyledText("differs", .failure)
    rows.append([
      Cell(StyledText("\(step.number)", .id), .integer(step.number)),
      Cell(StyledText(time.clock, .dim), .string(time.description)), Cell(step.operation.user),
      Cell(step.operation.action.words), Cell(step.gave, .string(step.gave.plain)),
      Cell(verified || !step.wasDone ? state : StyledText(), .bool(step.isSame)),
      Cell(step.expected.description), Cell(step.found.description),
    ])
  }
}
