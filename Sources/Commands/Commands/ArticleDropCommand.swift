package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
package import Presentation
package import Shell
import TerminalText

package struct ArticleDropCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "article drop", abstract: "Drop stories, with their claims.",
    discussion: """
      What was said of their claims goes with them and is no longer listed or counted. Other \
      stories keep their ids, and these are not given out again; undo brings all back.
      """)
  package static let helpOrder = 140
  package static let examples = [
    Example("article drop a6", "one story"),
    Example("article drop a2 a4..a6", "four of them"),
  ]

  @Argument(help: "Which stories, as in a6, a2,a3 or a4..a6.")
  package var article: [String]

  @OptionGroup package var bulk: BulkOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    var ids = [ArticleID]()
    for word in article.flatMap({ $0.split(separator: ",") }) {
      ids += try stories(String(word), context, desk.store)
    }
    let claims = ids.reduce(0) { $0 + desk.store.listedClaims(in: $1).count }
    let isSmall = ids.count == 1 && !desk.store.hasWork(in: ids[0])
    guard bulk.isSure || isSmall || context.mayChange(claims, verb: "drop", on: desk) else {
      return .report(.leftAlone)
    }
    return .report(Report(try desk.perform(.dropArticles(ids))))
  }

  /// Those that stand of a range; one that is named must be there.
  private func stories(
    _ word: String, _ context: CommandContext, _ store: FactStore
  ) throws(UserError) -> [ArticleID] {
    guard let dots = word.firstRange(of: ".."),
      let first = ArticleID(parsing: String(word[..<dots.lowerBound])),
      let last = ArticleID(parsing: String(word[dots.upperBound...]))
    else { return [try context.article(word, of: Self.name, in: store).id] }
    guard first <= last else {
      throw UserError(
        UsageError(command: Self.name, .rule("'\(word)' goes backward; expected \(last)..\(first)"))
      )
    }
    let found = store.articles.map(\.id).filter { first <= $0 && $0 <= last }
    guard !found.isEmpty else {
      throw UserError(OperationError.noSuchArticle(first, last: store.lastArticle))
    }
    return found
  }
}

extension FactStore {
  /// Whether people did something with a story's claims.
  fileprivate func hasWork(in id: ArticleID) -> Bool {
    knownClaims(in: id).contains { $0.isWorkedOn || $0.isByHand }
  }
}
