package import ArgumentParser
import ClaimModel
package import Desk
import JSONText
package import Presentation
package import Sessions
package import Shell
import TerminalText

package struct AgreementCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Say how far fact-checkers agree in their verdicts.",
    discussion: """
      Over all claims that two people or more gave a verdict, in these sessions together; of one \
      file, with what is open. Raw: the share of pairs that agree. Kappa: Cohen's, of more than \
      two the mean over their pairs. Alpha: Krippendorff's, nominal, and ordinal over the scale \
      from true to false, without 'unverifiable'. Kappa and alpha are 1 for full agreement, 0 for \
      what chance gives; – stands where they are not defined. Below stand the claims on which \
      they do not agree, with who says what.
      """)
  package static let helpOrder = 790
  package static let examples = [
    Example("agreement an.json binh.json", "over all claims"),
    Example("agreement an.json binh.json chi.json --by tag", "and for each tag"),
    Example("agreement an.json binh.json --by-session", "where one name stands in all files"),
  ]

  @Argument(help: "Session files; of one, what is open comes before it.")
  package var path: [String]

  @Option(help: "Also for each: tag, source or kind.")
  package var by: VerdictRatings.Grouping?

  @Flag(help: "Take each session for a rater, whoever gave its verdicts.")
  package var bySession = false

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(path) }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let sessions = try desk.sessions(path)
    sessions.tellFindings(context.console)
    let ratings = VerdictRatings(
      sessions.map { ($0.name, $0.store) }, by: bySession ? .session : .user)
    let agreements = ratings.agreements(by: by)
    guard agreements[0].claims > 0 else { throw NothingRatedTwice(ratings.raters) }
    var table = Table(columns: [
      .init("group", flexible: true), .init("claims", right: true), .init("raw", right: true),
      .init("kappa", right: true), .init("alpha", right: true),
      .init("ordinal", title: "ordinal alpha", right: true),
    ])
    let disputes = ratings.disputes
    table.columns.append(.init("disputed", forData: true))
    for agreement in agreements { table.rows.append(row(agreement, disputes)) }
    table.footer = StyledText("raters: " + joined(ratings.raters), .dim)
    guard context.isForPeople else { return .table(table) }
    try context.emit(.table(table))
    return .table(Self.table(disputes))
  }

  private static func table(_ disputes: [VerdictRatings.Dispute]) -> Table {
    var table = Table(
      columns: [
        .init("id"), .init("verdicts", title: "who says what", flexible: true, least: 24),
        .init("text", title: "claim", flexible: true),
      ], emptyMessage: StyledText("they agree on every claim that two of them judged", .good))
    for dispute in disputes {
      table.rows.append([
        .init(dispute.id.description, .id), .init(dispute.opinions.words, dispute.opinions.json),
        .init(StyledText(ReadableText.text(dispute.text)), .string(dispute.text)),
      ])
    }
    return table
  }

  private func row(
    _ agreement: VerdictRatings.Agreement, _ disputes: [VerdictRatings.Dispute]
  ) -> [Table.Cell] {
    [
      .init(
        StyledText(agreement.group ?? "all claims", agreement.group == nil ? .heading : .plain),
        JSONValue(optional: agreement.group)),
      .init(StyledText("\(agreement.claims)"), .integer(agreement.claims)),
      cell(agreement.observed), cell(agreement.kappa), cell(agreement.alpha),
      cell(agreement.ordinalAlpha),
      .init("", agreement.group == nil ? .array(disputes.map(\.json)) : .null),
    ]
  }

  private func cell(_ value: Double?) -> Table.Cell {
    guard let value else { return .init(StyledText("–", .dim), .null) }
    return .init(StyledText(threePlaces(value), .number), .number(value))
  }

  /// 0.7434 → "0.743", -0.05 → "-0.050"
  private func threePlaces(_ number: Double) -> String {
    let thousandths = Int((number.magnitude * 1000).rounded())
    let rest = String(thousandths % 1000)
    let sign = number < 0 && thousandths > 0 ? "-" : ""
    return sign + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}

extension VerdictRatings.Dispute {
  fileprivate var json: JSONValue {
    ["id": .string(id.description), "text": .string(text), "verdicts": opinions.json]
  }
}

extension VerdictRatings.Grouping: ExpressibleByArgument {}

/// No claim has verdicts of two of these raters.
private struct NothingRatedTwice: UserFacing {
  let raters: [String]
  init(_ raters: [String]) { self.raters = raters }

  var message: ErrorMessage {
    switch raters.count {
    case 0: ErrorMessage("no claim has a verdict yet: annotate c1 --verdict true")
    case 1:
      ErrorMessage(
        "all verdicts are by \(raters[0]); where one name stands for several people, "
          + "try --by-session")
    default: ErrorMessage("no claim has verdicts of two of \(joined(raters))")
    }
  }

  var status: ProgramStatus { .failed }
}
