package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell
import TerminalText

package struct AuditCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Say what is still open about verdicts before they go out.",
    discussion: """
      Asks of each claim with a verdict, and of each with the tag "report": two independent roots \
      or why one is enough, evidence, a note with the reason, verdicts that agree, conflicts \
      settled, sources named, the claimant asked, words that did not change since. What is open is \
      listed with the command that closes it. A tag such as one-source:WHY says why a rule need not \
      hold. The rules are a table, --rules lists them; a newsroom changes them by lines of the same \
      names in audit-rules.tsv in its folder lexicons. Exit status 1 where anything is open.
      """)
  package static let helpOrder = 360
  package static let examples = [
    Example("audit", "all verdicts"),
    Example("audit verdict:false --format json", "for other programs, a record for each open item"),
    Example("audit --rules", "what is asked"),
  ]
  package static var takesSelection: Bool { true }

  @Argument(help: "Which claims; all with a verdict without it.")
  package var selection: [String] = []

  @Flag(help: "List the rules.")
  package var rules = false

  @Option(
    name: .customLong("table"),
    help: ArgumentHelp("Change the rules by this table.", valueName: "file"))
  package var table: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { table.map { .files([$0]) } ?? .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let asked = try desk.auditRules(at: table)
    if rules { return .table(Table(asked)) }
    let claims = selection.isEmpty ? nil : try context.select(selection, in: desk.store)
    let audit = try desk.store.audit(claims, by: asked) { done, total throws(UserError) in
      try context.console.step(
        Progress(work: "looking", done: done, total: total, unit: "claims"))
    }
    context.console.show(nil)
    try context.emit(.table(Table(audit, isOfAll: claims == nil, in: desk.store)))
    if !audit.items.isEmpty { throw AuditOpen(audit) }
    return .nothing
  }
}

extension Table {
  /// The claim and its words stand once.
  fileprivate init(_ audit: Audit, isOfAll: Bool, in store: FactStore) {
    let none =
      audit.claims.isEmpty
      ? "no claim\(isOfAll ? "" : " of these") has a verdict, and none the tag report"
      : "nothing open on \(counted(audit.claims.count, "claim"))"
    self.init(
      columns: [
        Column("id"), Column("verdict"), Column("severity", title: ""), Column("rule"),
        Column("missing", title: "open", flexible: true, least: 20, wraps: true),
        Column("remedy", title: "what closes it", flexible: true, least: 30, wraps: true),
        Column("asks", forData: true), Column("text", forData: true),
      ],
      emptyMessage: StyledText(none, .good))
    var last: ClaimID?
    for item in audit.items {
      guard let facts = ClaimFacts(item.claim, in: store) else { continue }
      let isFirst = last != item.claim
      last = item.claim
      let words = facts.record.assessment.verdictWords
      rows.append([
        Cell(
          StyledText(isFirst ? item.claim.description : "", .id), .string(item.claim.description)),
        Cell(
          isFirst ? StyledText(verdictOf: facts.record.assessment) : StyledText(), .string(words)),
        Cell(
          item.rule.severity.rawValue, item.rule.severity == .must ? .failure : .warning),
        Cell(item.rule.check.rawValue), Cell(item.missing), Cell(item.remedy),
        Cell(item.rule.asks), Cell(facts.exact(facts.claim.content)),
      ])
    }
  }

  fileprivate init(_ rules: AuditRules) {
    self.init(columns: [
      Column("rule"), Column("severity"), Column("least", right: true),
      Column("verdicts", flexible: true, least: 12, wraps: true), Column("tag"),
      Column("asks", flexible: true, least: 24, wraps: true),
      Column("remedy", title: "what closes it", forData: true),
    ])
    for rule in rules.rules {
      let verdicts = rule.verdicts.map { set in
        Verdict.allCases.filter(set.contains).map(\.rawValue)
      }
      let counts = rule.check == .roots
      rows.append([
        Cell(rule.check.rawValue), Cell(rule.severity.rawValue),
        Cell(
          StyledText(counts ? "\(rule.least)" : "", .number),
          counts ? .integer(rule.least) : .null),
        Cell(
          StyledText(verdicts.map(joined) ?? "all"), verdicts.map { JSONValue($0) } ?? .null),
        Cell(StyledText(rule.tag.map { "\($0):WHY" } ?? ""), JSONValue(optional: rule.tag)),
        Cell(rule.asks), Cell(rule.remedy),
      ])
    }
  }
}

/// Something is open; it was listed.
private struct AuditOpen: UserFacing {
  let items: Int
  let claims: Int

  init(_ audit: Audit) {
    items = audit.items.count
    claims = Set(audit.items.map(\.claim)).count
  }

  var message: ErrorMessage {
    ErrorMessage("\(counted(items, "item")) open on \(counted(claims, "claim"))")
  }

  var status: ProgramStatus { .failed }
}
