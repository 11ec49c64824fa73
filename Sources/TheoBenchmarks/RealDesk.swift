import ClaimModel
import Commands
import Desk
import FactStore
import Presentation
import Shell
import TerminalText

/// A desk with 45,000 claims, or 450,000, of real stories: the same ones loaded over and over.
enum RealDesk {
  static let claims = LargeDesk.claims

  static func make() throws -> FactStore {
    let corpus = Corpus.find()
    var desk = Desk(
      surroundings: Surroundings(now: { Timestamp(seconds: 1_773_824_400) }, user: "an"))
    let files = Array(corpus.files.prefix(3000)).map { "'\($0)'" }.joined(separator: " ")
    let interpreter = CommandInterpreter(.standard, keepsGoing: true)
    _ = interpreter.run("load " + files, on: &desk, console: SilentConsole())
    let stories = desk.store.log.flatMap { logged -> [LoadedArticle] in
      if case .load(let articles) = logged.operation.action { articles } else { [] }
    }
    let count = stories.reduce(0) { $0 + $1.claims.count }
    guard count > 0 else { throw BenchmarkFailure(words: "no stories to load") }
    var store = FactStore()
    let all = Array(repeatElement(stories, count: (claims + count - 1) / count).joined())
    var some = [LoadedArticle]()
    var total = 0
    for story in all where total < claims {
      some.append(story)
      total += story.claims.count
    }
    _ = try store.apply(
      Operation(user: "an", time: Timestamp(seconds: 1_773_824_400), action: .load(some)))
    return store
  }
}

/// Shows nothing and asks nothing.
final class SilentConsole: Console {
  var renderOptions = RenderOptions()
  var isInteractive: Bool { false }
  func write(_ bytes: [UInt8]) {}
  func tell(_ lines: [StyledText]) {}
  func show(_ progress: Progress?) {}
  func confirm(_ question: String) -> Bool { false }
  func waitForStep() -> Bool { true }
}
