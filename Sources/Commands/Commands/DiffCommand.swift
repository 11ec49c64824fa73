package import ArgumentParser
import ClaimModel
package import Desk
import FactStore
package import Presentation
import Sessions
package import Shell
import TerminalText

package struct DiffCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say in what two sessions differ, or two versions of a story.",
    discussion: """
      Of one file, what is open is compared with it. Stories are matched by their text and claims \
      by where they stand in it, whatever their ids. < stands before what the first alone has, > \
      before what the second has. Of versions of a story (a3@1 is the first one, a3 the one that \
      stands) it shows sentence by sentence what came, went and changed; a3 alone is compared with \
      the version before it. A session file of such a name is ./a3.
      """)
  package static let helpOrder = 770
  package static let examples = [
    Example("diff binh.json", "what is open, and what Bình has"),
    Example("diff an.json binh.json --format json", "two files, for other programs"),
    Example("diff a3 a3@1", "what changed in a story since it was loaded"),
  ]

  @Argument(help: "One or two session files, or stories as in a3 a3@1.")
  package var path: [String]

  @OptionGroup package var listing: ListingOptions
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { stories == nil ? .files(path) : .desk }

  /// The versions that are named, where all words name some.
  private var stories: [StoryVersionName]? {
    let names = path.compactMap(StoryVersionName.init)
    return names.count == path.count ? names : nil
  }

  package func validate() throws {
    guard (1...2).contains(path.count) else {
      throw ValidationError("expected one or two session files, or stories as in a3 a3@1")
    }
  }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    if let stories { return try versions(stories, desk.store, context) }
    let sessions = try desk.sessions(path)
    sessions.tellFindings(context.console)
    let difference = SessionDifference(ours: sessions[0].store, theirs: sessions[1].store)
    var table = Table(difference, names: [.ours: sessions[0].name, .theirs: sessions[1].name])
    let count = table.rows.count
    table.rows = Array(listing.cut(table.rows))
    if let more = listing.footer(table.rows.count, of: count, Self.name) { table.footer = more }
    return .table(table)
  }
}

extension DiffCommand {
  /// The older version first, whichever was typed first; two stories in the order given.
  private func versions(
    _ names: [StoryVersionName], _ store: FactStore, _ context: CommandContext
  ) throws(UserError) -> CommandOutput {
    var texts = [(id: ArticleID, version: Int, article: Article, record: ArticleRecord)]()
    for name in names {
      let record = try context.article(name.id.description, of: Self.name, in: store)
      let number = name.version ?? record.version
      guard let article = record.article(version: number) else {
        throw UserError(NoSuchVersion(id: name.id, version: number, last: record.version))
      }
      texts.append((name.id, number, article, record))
    }
    if texts.count == 1 {
      let other = texts[0].version > 1 ? texts[0].version - 1 : texts[0].record.version
      let record = texts[0].record
      texts.append((record.id, other, record.article(version: other) ?? record.article, record))
    }
    if texts[0].id == texts[1].id { texts.sort { $0.version < $1.version } }
    let new = texts[1]
    let claims = store.listedClaims(in: new.id).compactMap { id in
      store.claim(id)?.claim.content.first.map { (id: id, start: $0.start) }
    }
    let stands = new.version == new.record.version
    let difference = StoryDifference(texts[0].article, new.article, claims: stands ? claims : [])
    let words = texts.map { "\($0.id)@\($0.version)" }
    var table = difference.table((words[0], words[1]))
    let count = table.rows.count
    table.rows = Array(listing.cut(table.rows))
    if let more = listing.footer(table.rows.count, of: count, Self.name) { table.footer = more }
    return .table(table)
  }
}

/// A version that a story does not have.
private struct NoSuchVersion: UserFacing {
  let id: ArticleID
  let version: Int
  let last: Int

  var message: ErrorMessage {
    ErrorMessage(
      last == 1
        ? "\(id) has one version only; load PATH --update makes a new one"
        : "\(id) has no version \(version); the last is \(id)@\(last)")
  }
  var status: ProgramStatus { .failed }
}
