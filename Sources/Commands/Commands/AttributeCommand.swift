package import ArgumentParser
package import ClaimModel
package import Desk
import FactStore
import JSONText
package import Presentation
package import Shell

package struct AttributeCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "attribute", abstract: "Say whom claims come from.",
    discussion: """
      The first words that are ids, ranges or field:value are the selection; the rest are \
      sources, by any of their names ("Agence France-Presse" is AFP). A source that is not \
      known yet is added. Agencies and outlets reported a claim, others said it, unless --as \
      tells otherwise.
      """)
  package static let helpOrder = 410
  package static let examples = [
    Example("attribute c3 AFP Reuters", "claim 3 came through both agencies"),
    Example("attribute c3..c9 \"Agence France-Presse\"", "an alias, and a range"),
    Example("attribute speaker:\"Thu Ha\" \"Lê Thu Hà\" --as said-by", "all that she said"),
    Example("attribute --remove c3 Reuters", "takes an attribution away"),
  ]
  package static var takesSelection: Bool { true }
  package static var takesSources: Bool { true }

  @Argument(help: "Claims, then sources.")
  package var words: [String]

  @Flag(help: "Take the attributions away.")
  package var remove = false

  @Option(name: .customLong("as"), help: "said-by or reported-by.")
  package var role: AttributionRole?

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let count = selectionCount(in: context)
    let sources = Array(words.dropFirst(count))
    guard !sources.isEmpty else {
      throw UsageError(
        command: Self.name,
        .rule("expected a source after the claims, as in: attribute \(words[0]) AFP"))
    }
    let claims = try context.select(Array(words.prefix(count)), in: desk.store)
    guard bulk.isSure || context.mayChange(claims.count, verb: "attribute", on: desk) else {
      return .report(.leftAlone)
    }
    guard !remove else {
      let action = Action.removeAttribution(claims: claims, sources: sources)
      return .report(Report(try desk.perform(action)))
    }
    let outcomes = try give(sources, to: claims, on: &desk)
    let reports = outcomes.map { Report($0) }
    let telling = reports.filter { $0.changesSomething }
    let lines = (telling.isEmpty ? Array(reports.prefix(1)) : telling).flatMap(\.lines)
    return .report(Report(lines, value: .array(reports.map(\.value))))
  }

  /// Sources of one role are one operation; those of two roles, two.
  private func give(
    _ sources: [String], to claims: [ClaimID], on desk: inout Desk
  ) throws -> [OperationOutcome] {
    var actions = [Action]()
    for role in AttributionRole.allCases {
      let names = sources.filter {
        (self.role ?? AttributeCommand.role($0, in: desk.store)) == role
      }
      guard !names.isEmpty else { continue }
      actions.append(.attribute(claims: claims, sources: names, role: role))
    }
    return try desk.grouped { desk in try actions.map { try desk.perform($0) } }
  }

  /// How many of the words are the selection: the first, and what follows it in the same form.
  /// A dash behind `--` begins a name.
  private func selectionCount(in context: CommandContext) -> Int {
    guard words.count > 1 else { return words.count }
    let names = context.statement.words.drop { $0.text != "--" }.map(\.text)
    return 1
      + words.dropFirst().prefix { word in
        Self.isSelection(word) || (word.hasPrefix("-") && !names.contains(word))
      }.count
  }

  /// c3, c3..c9, c1,c4, a2, speaker:Hà, @hot
  private static func isSelection(_ word: String) -> Bool {
    if QueryText.isIDs(word) || (word.hasPrefix("@") && word.count > 1) { return true }
    guard let colon = word.firstIndex(of: ":") else { return false }
    let field = word[..<colon].drop { $0 == "-" }
    return !field.isEmpty && field.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// What kind of source says how a claim came from it.
  static func role(_ name: String, in store: FactStore) -> AttributionRole {
    let kind = store.source(named: name)?.source.kind ?? store.catalogue.source(name)?.kind
    return kind == .agency || kind == .outlet ? .reportedBy : .saidBy
  }
}

extension AttributionRole: ExpressibleByArgument {}
