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
      Reads web pages, feeds, wire items, documents, tables, archives of these, and plain or \
      word-segmented text, Vietnamese or English (`formats` lists them), and tells title, body, \
      photo captions and byline apart. A folder is searched for stories with all folders in \
      it; `-` reads standard input, at a terminal up to ^D on a line of its own. JSON Lines hold \
      a story a line: {"id":"…","text":"…"}. A day and a language go for all stories of one load, \
      in the place of what they say themselves; link, title and author for one story. A story \
      that is here already under the same link, name at its publisher or file, or with nearly the \
      same text, is a new version of that with --update: its claims keep what was said of them. \
      At a prompt theo asks.
      """)
  package static let helpOrder = 110
  package static let examples = [
    Example("load cang-van-sa.txt", "one story"),
    Example("load cang-van-sa/ wire/*.txt", "a folder, and files by a pattern"),
    Example("load trang-bao.html", "a saved page"),
    Example("load stories.jsonl", "a story a line"),
    Example("load wire/ --deep", "find more in English stories"),
    Example("load wire/ --update", "what changed since it was loaded, as new versions"),
    Example("load brief.txt --lang en --date 2024-01-06", "an English story of that day"),
  ]

  @Argument(help: "Files, folders, patterns with * and ?, or - for standard input.")
  package var path: [String] = []

  @Option(name: .customLong("as"), help: "The form of the inputs, whatever they look like.")
  package var form: String?

  @Flag(help: "Read the story that was copied last, with wl-paste or xclip.")
  package var clipboard = false

  @Flag(help: "Get addresses of the web with curl.")
  package var fetch = false

  @Flag(help: "Find more in English stories, with the deep finder; slower.")
  package var deep = false

  @Flag(help: "Make a changed story a new version of the one that is here.")
  package var update = false

  @OptionGroup package var columns: ReadingOptions
  @OptionGroup package var given: ArticleFactOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { clipboard || fetch ? .outside : .files(path) }

  package var operands: [String] {
    get { path }
    set { path = newValue }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let facts = try given.facts(of: Self.name)
    var reading = try columns.reading(form: form, on: desk, for: Self.name, option: "--as")
    let source = try OutsideStories(
      path, clipboard: clipboard, fetch: fetch, console: context.console)
    source.apply(to: &reading)
    let loaded = try desk.load(
      source.words, as: reading, giving: facts, deep: deep, versions: policy(desk, context),
      input: source.input, check: check
    ) {
      try context.console.step($0)
    }
    context.console.show(nil)
    try context.emit(.report(Report(entered: loaded, in: desk.store)))
    let languages = loaded.entered.loaded.compactMap { desk.store.article($0.id) }
      .map(\.article.language)
    if let notice = desk.finderNotice(deep: deep, languages: languages) {
      context.console.tell([StyledText("theo: \(notice)", .warning)])
    }
    if let copies = Report(copiesAmong: loaded, in: desk.store), context.isForPeople {
      try context.emit(.report(copies))
    }
    try tellCheckedBefore(loaded, on: desk, in: context)
    if !loaded.failures.isEmpty {
      throw InputFailures(loaded.failures, of: loaded.inputs)
    }
    return .nothing
  }

  /// What past sessions found of these claims. A memory that cannot be read stops no load.
  private func tellCheckedBefore(
    _ loaded: LoadOutcome, on desk: Desk, in context: CommandContext
  ) throws {
    guard context.isForPeople else { return }
    let stories = loaded.entered.loaded.filter(\.stands).map(\.id)
    let claims: [ClaimID]
    do throws(UserError) {
      claims = try desk.checkedBefore(among: stories.flatMap(desk.store.listedClaims))
    } catch {
      return context.console.tell(error.message.lines)
    }
    if let report = Report(checkedBefore: claims) { try context.emit(.report(report)) }
  }

  private func policy(_ desk: Desk, _ context: CommandContext) -> VersionPolicy {
    if update { return .update }
    let store = desk.store
    return context.asksAboutVersions
      ? .ask(VersionQuestion.asking(context.console, in: store)) : .asNew
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
