package import ArgumentParser
import ClaimModel
import FactStore
import JSONText

package struct SaveCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save the session as JSON.",
    discussion: """
      One readable file that holds the stories, the claims and every change. The old file stays \
      as it was until the new one is whole on the disk.
      """)
  package static let examples = [
    Example("save cang-van-sa.json", "under a name"),
    Example("save", "where it was saved or opened last"),
  ]

  @Argument(help: "The file; where the session came from without it.")
  package var path: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let path = try desk.save(to: self.path.map(FileFinder.expandingHome))
    return .report(Report.session("saved", path, desk.store))
  }
}

extension Report {
  /// "saved cang-van-sa.json · 4 stories, 37 claims, 1 annotation, 5 operations"
  static func session(
    _ verb: String, _ path: String, _ store: FactStore, warnings: [StyledText] = []
  ) -> Report {
    let annotations = store.log.count { $0.status == .stands && $0.operation.action.isAnnotation }
    let counts = [
      counted(store.articles.count, "story"), counted(store.claimCount, "claim"),
      counted(annotations, "annotation"), counted(store.log.count, "operation"),
    ]
    return Report(
      [StyledText("\(verb) ") + StyledText(path, .heading) + StyledText(" · " + joined(counts))],
      warnings: warnings,
      value: [
        "path": .string(path), "articles": .integer(store.articles.count),
        "claims": .integer(store.claimCount), "annotations": .integer(annotations),
        "operations": .integer(store.log.count), "digest": .string(store.digest.description),
        "warnings": JSONValue(warnings.map(\.plain)),
      ])
  }
}

extension Action {
  fileprivate var isAnnotation: Bool {
    switch self {
    case .annotateClaims, .annotateSource: true
    default: false
    }
  }
}
