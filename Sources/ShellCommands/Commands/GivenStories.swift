package import ArgumentParser
import FactStore
import Sessions

/// Stories for a session that was saved with `--compact`.
package struct GivenStories: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Stories of a session that holds operations alone: files, folders, patterns.",
      valueName: "path"))
  package var stories: [String] = []

  package init() {}

  /// The stories by the SHA-256 of their texts.
  func bySHA256(_ desk: Desk, _ context: CommandContext) throws -> [String: LoadedArticle] {
    guard !stories.isEmpty else { return [:] }
    let found = try desk.articles(in: stories) { try context.console.step($0) }
    context.console.show(nil)
    if found.articles.isEmpty, !found.failures.isEmpty {
      throw ShellError.several(found.failures, of: found.failures.count)
    }
    return Dictionary(found.articles.map { ($0.textSHA256, $0) }) { first, _ in first }
  }
}
