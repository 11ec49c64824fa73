package import ArgumentParser
import ClaimModel
import Desk
import Disk
import FactStore
import Presentation
import Sessions
import Shell
import SystemPackage

/// Stories for a session that was saved with `--compact`.
package struct GivenStories: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Stories of a session that holds operations alone: files, folders, patterns.",
      valueName: "path"))
  package var stories: [String] = []

  package init() {}

  /// The stories of a session by the SHA-256 of their texts, read by the day and language that it
  /// has of them.
  func bySHA256(
    of session: String, _ desk: Desk, _ context: CommandContext
  ) throws -> [String: LoadedArticle] {
    guard !stories.isEmpty else { return [:] }
    let facts = desk.sessionFile.storyFacts(FilePath(text: UserPath.located(session)))
    let reading = desk.newsroom.reading
    let found = try desk.articles(in: stories, input: context.console.standardInput) { article in
      facts[SessionFile.sha256(article.text)].map { article.reread(with: $0, words: reading) }
        ?? article
    } progress: {
      try context.console.step($0)
    }
    context.console.show(nil)
    if found.articles.isEmpty, !found.failures.isEmpty {
      throw InputFailures(found.failures, of: found.failures.count)
    }
    return Dictionary(found.articles.map { ($0.textSHA256, $0) }) { first, _ in first }
  }
}
