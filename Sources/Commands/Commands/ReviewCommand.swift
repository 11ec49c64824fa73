package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct ReviewCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Go through claims one by one and judge each with one key.",
    discussion: """
      The most check-worthy unchecked claim comes first, in its context, with its sources and \
      figures. Keys: t true, m mostly-true, h half-true, x misleading, f false, u unverifiable; \
      n note, p the note of the claim judged last, g tag, e evidence; s skip, b back, z undo, \
      / find, ? help, q leave. What the extractor got wrong is put right here, too: d drops \
      what is no claim, w says who said it, a through which agency it came, c edits its words. \
      Every key is a change that undo takes back; ^C leaves, too, and keeps them all. With \
      --plain, or with answers from a pipe, the same letters or their names are read line by \
      line, and words may follow: n Xinhua: 11, w Lê Thu Hà, half-true and why.
      """)
  package static let helpOrder = 260
  package static let examples = [
    Example("review", "everything that is unchecked"),
    Example("review has:number via:AFP", "what AFP gave figures for"),
    Example("review a3 --all", "a story's claims, those judged before among them"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; every unchecked one without it.")
  package var selection: [String] = []

  @Flag(help: "Claims that have a verdict, too.")
  package var all = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let selected = try context.select(orAll: selection, in: desk.store)
    let wanted = all ? selected : unchecked(selected, in: desk.store)
    guard !wanted.isEmpty else { return .report(nothing(selected, in: desk.store)) }
    // The one time that all claims are looked at: keys step along this order.
    let order = desk.store.worthiestFirst(wanted)
    var session = ReviewSession(order, start: desk.surroundings.now())
    switch context.statement.destination == .screen ? context.console.dialogue : .sent {
    case .keys(let keyboard): ReviewKeys(keyboard: keyboard).run(&session, on: &desk)
    case .lines(let answers):
      var lines = ReviewLines(context, answers)
      try lines.run(&session, on: &desk)
    case .none(let reason):
      throw UsageError(command: Self.name, .rule("nobody can answer: \(reason)"))
    }
    return .report(ReviewSummary(session, desk.store, now: desk.surroundings.now()).report)
  }

  private func unchecked(_ claims: [ClaimID], in store: FactStore) -> [ClaimID] {
    let open = store.select(Selection(.criterion(.verdict(.unchecked))))
    if claims.count == store.claimCount { return open }
    let isOpen = Set(open)
    return claims.filter(isOpen.contains)
  }

  private func nothing(_ selected: [ClaimID], in store: FactStore) -> Report {
    if store.claimCount == 0 { return Report(["no claims yet · load PATH"], value: .null) }
    guard !selected.isEmpty else { return Report(["no claim matches"], value: .null) }
    var counts = [VerdictGroup: Int]()
    for id in selected { counts[store.claim(id)?.assessment.group ?? .disputed, default: 0] += 1 }
    var line = StyledText("nothing is left to review: ")
    line.append(counted(selected.count, "claim") + " checked, ")
    for (index, group) in VerdictGroup.allCases.filter({ counts[$0] != nil }).enumerated() {
      if index > 0 { line.append(", ") }
      line.append("\(counts[group] ?? 0) ")
      line.append(group.rawValue, group.style)
    }
    return Report([line, StyledText("review --all goes through them again", .dim)], value: .null)
  }
}
