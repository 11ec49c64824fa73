package import ArgumentParser
import ClaimModel
package import Desk
import Disk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct LoadCommand: TakesManyWords {
  package static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Read stories and find their claims.",
    discussion: """
      Reads plain or word-segmented text, Vietnamese or English, and tells title, body, \
      photo captions and byline apart. A folder is searched for stories with all folders in \
      it; `-` reads standard input, at a terminal up to ^D on a line of its own. JSON Lines hold \
      a story a line: {"id":"…","text":"…"}. A day and a language go for all stories of one load, \
      in the place of what they say themselves; link, title and author for one story.
      """)
  package static let helpOrder = 110
  package static let examples = [
    Example("load cang-van-sa.txt", "one story"),
    Example("load cang-van-sa/ wire/*.txt", "a folder, and files by a pattern"),
    Example("load stories.jsonl", "a story a line"),
    Example("load wire/ --deep", "find more in English stories"),
    Example("load brief.txt --lang en --date 2024-01-06", "an English story of that day"),
  ]

  @Argument(help: "Files, folders, patterns with * and ?, or - for standard input.")
  package var path: [String]

  @Flag(help: "Find more in English stories, with the deep finder; slower.")
  package var deep = false

  @OptionGroup package var given: ArticleFactOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .files(path) }

  package var operands: [String] {
    get { path }
    set { path = newValue }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let facts = try given.facts(of: Self.name)
    let input = context.console.standardInput
    let loaded = try desk.load(path, giving: facts, deep: deep, input: input, check: check) {
      try context.console.step($0)
    }
    context.console.show(nil)
    try context.emit(.report(Report(loaded, in: desk.store)))
    let languages = loaded.operation.articles.compactMap { desk.store.article($0.id) }
      .map(\.article.language)
    if let notice = desk.finderNotice(deep: deep, languages: languages) {
      context.console.tell([StyledText("theo: \(notice)", .warning)])
    }
    if let copies = Report(copiesAmong: loaded, in: desk.store), context.isForPeople {
      try context.emit(.report(copies))
    }
    if !loaded.failures.isEmpty {
      throw InputFailures(loaded.failures, of: loaded.inputs)
    }
    return .nothing
  }

  /// A link, a title and an author are of one story.
  private func check(_ articles: [LoadedArticle]) throws(UserError) {
    guard given.isOfOneStory, articles.count > 1 else { return }
    throw UserError(
      UsageError(
        command: Self.name,
        .rule(
          "--url, --title and --author are of one story, and these are \(articles.count); "
            + "put them right one by one, as in: article a1 --url …")))
  }
}
