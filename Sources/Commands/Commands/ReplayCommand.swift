package import ArgumentParser
import ClaimModel
package import Desk
import Disk
import FactStore
import JSONText
package import Presentation
import Sessions
package import Shell
import SystemPackage
import TerminalText

package struct ReplayCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Run a saved session's operations again.",
    discussion: """
      From its own stories, on a desk of its own: what is open stays as it is. --verify compares \
      the state after every operation with the recorded one and stops at the first that differs. \
      --reload says what changed in the stories since, and which claims no longer stand where they \
      stood; --extract-again says what today's theo finds otherwise. Neither changes anything.
      """)
  package static let helpOrder = 760
  package static let examples = [
    Example("replay cang-van-sa.json", "what was done, and what it gave"),
    Example("replay cang-van-sa.json --verify", "and whether it gives the same today"),
    Example("replay cang-van-sa.json --step", "waits for Enter after each"),
    Example("replay cang-van-sa.json --speed 10", "ten times as fast as it was done"),
    Example("replay cang-van-sa.json --extract-again", "what is found otherwise today"),
  ]

  @Argument(help: "The session file.")
  package var path: String

  @Flag(help: "Compare every state with the recorded one.")
  package var verify = false

  @Flag(help: "Wait for Enter after each operation.")
  package var step = false

  @Option(help: "Stop behind the operation of this number.")
  package var until: Int?

  @Option(help: "Keep the time between operations, so many times as fast; five seconds at most.")
  package var speed: Double?

  @Flag(help: "Read the stories from where they came from and say what changed in them.")
  package var reload = false

  @Flag(help: "Find the claims again and say which come out otherwise.")
  package var extractAgain = false

  @OptionGroup package var given: GivenStories
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { reload ? .outside : .files([path] + given.stories) }

  package func validate() throws {
    let modes = [verify || step || speed != nil, reload, extractAgain]
    guard modes.count(where: { $0 }) < 2 else {
      throw ValidationError("expected --reload or --extract-again alone, or with --until")
    }
    guard speed ?? 1 > 0 else { throw ValidationError("expected more than 0 after '--speed'") }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var replay = Replay(
      try document(try given.bySHA256(of: path, desk, context)), catalogue: desk.newsroom.catalogue,
      until: until ?? .max)
    guard !reload, !extractAgain else { return try compare(replay, desk.newsroom, context) }
    var steps = [ReplayStep]()
    while let next = replay.next() {
      try context.console.step(nil)
      if let speed { try wait(from: steps.last, to: next, speed, desk, context) }
      steps.append(next)
      if step || speed != nil, !(try goesOn(after: next, context)) { break }
      if verify, !next.isSame { break }
    }
    let differing = steps.last { !$0.isSame && (verify || !$0.wasDone) }
    let closing = closing(steps, differing: differing)
    try context.emit(
      step || speed != nil
        ? .text(TextView(paragraphs: [closing], value: .null)) : .table(table(steps, closing)))
    if let differing { throw ReplayDiffers(differing) }
    return .nothing
  }

  private func document(
    _ given: [String: LoadedArticle]
  ) throws(UserError) -> SessionDocument {
    do throws(SessionError) {
      return try SessionFile(theo: Desk.version).read(
        FilePath(text: UserPath.located(path)), given: given)
    } catch { throw UserError(error) }
  }

  /// Shows one step and waits; false where the user has seen enough.
  private func goesOn(after step: ReplayStep, _ context: CommandContext) throws -> Bool {
    var one = Table.replay
    one.append(step, verified: verify)
    try context.emit(.table(one))
    return self.step ? context.console.waitForStep() : true
  }

  /// The time that lay between two operations, cut down.
  private func wait(
    from last: ReplayStep?, to next: ReplayStep, _ speed: Double, _ desk: Desk,
    _ context: CommandContext
  ) throws {
    guard let last else { return }
    let seconds = Double(next.operation.time.seconds - last.operation.time.seconds) / speed
    var left = Int(min(5, max(0, seconds)) * 1000)
    while left > 0 {
      try context.console.step(nil)
      desk.surroundings.pause(min(left, 100))
      left -= 100
    }
  }

  /// What has changed since, for the state that the operations lead to.
  private func compare(
    _ replay: Replay, _ newsroom: Newsroom, _ context: CommandContext
  ) throws -> CommandOutput {
    var replay = replay
    while let next = replay.next() {
      try context.console.step(nil)
      if !next.wasDone { throw ReplayDiffers(next) }
    }
    let store = replay.store
    let total = store.articles.count
    func show(_ done: Int) throws {
      try context.console.step(
        Progress(work: "reading", done: done, total: total, unit: "stories"))
    }
    if extractAgain {
      return .table(try Table(extractingAgain: store, by: newsroom, progress: show))
    }
    return .table(
      Table(
        try store.articles.enumerated().map { index, record in
          try show(index)
          return StoryReload(record, in: store, by: newsroom)
        }))
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
      let claims = outcome.articles.reduce(0) { $0 + $1.listed }
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
      Cell(StyledText("\(time.local.clock) \(time.local.zone)", .dim), .string(time.description)),
      Cell(step.operation.user),
      Cell(step.operation.action.words), Cell(step.gave, .string(step.gave.plain)),
      Cell(verified || !step.wasDone ? state : StyledText(), .bool(step.isSame)),
      Cell(step.expected.description), Cell(step.found.description),
    ])
  }
}

/// An operation that does not come out as it did.
private struct ReplayDiffers: UserFacing {
  let step: ReplayStep
  init(_ step: ReplayStep) { self.step = step }
  var message: ErrorMessage { ErrorMessage(step.difference) }
  var status: ProgramStatus { .failed }
}
