import ClaimModel
import FactStore

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// A console that keeps what it is given.
final class TestConsole: Console {
  var renderOptions = RenderOptions()
  var isInteractive = false
  var output = ""
  var messages = ""
  var answers: [Bool] = []
  /// Answers in words.
  var replies: [String] = []
  var questions: [String] = []
  var isClosed = false
  /// How often it can be asked whether the user wants no more, before they do; nil for ever.
  var stepsLeft: Int?
  var isInterrupted: Bool {
    guard let left = stepsLeft else { return false }
    stepsLeft = max(0, left - 1)
    return left == 0
  }
  var dialogue = Dialogue.none("there is no terminal")

  func write(_ bytes: [UInt8]) throws {
    if isClosed { throw OutputClosed() }
    output += String(decoding: bytes, as: UTF8.self)
  }

  func tell(_ lines: [StyledText]) {
    messages += lines.map { Renderer(options: RenderOptions()).line($0) + "\n" }.joined()
  }

  func show(_ progress: Progress?) {}

  func confirm(_ question: String) -> Bool {
    questions.append(question)
    return answers.isEmpty ? false : answers.removeFirst()
  }

  func answer(_ question: String) -> String? {
    questions.append(question)
    return replies.isEmpty ? nil : replies.removeFirst()
  }

  func waitForStep() -> Bool { answers.isEmpty ? true : answers.removeFirst() }
}

/// A desk whose clock starts at 2026-03-18T09:00:00Z and goes on by a second at each look.
func testDesk(_ stories: [(name: String, claims: TestStory)] = []) -> Desk {
  let clock = TestClock()
  var desk = Desk(
    store: FactStore(catalogue: .agencies),
    surroundings: Surroundings(now: { clock.next() }, user: "an"))
  if !stories.isEmpty {
    _ = try? desk.perform(.load(stories.map { $0.claims.loaded(as: $0.name) }))
  }
  return desk
}

private final class TestClock: @unchecked Sendable {
  // Touched by the one thread that a test runs on.
  private var seconds = 1_773_824_400
  func next() -> Timestamp {
    defer { seconds += 1 }
    return Timestamp(seconds: seconds)
  }
}

/// What a line gave.
struct Ran: Equatable {
  var output: String
  var messages: String
  var status: ProgramStatus
}

/// Runs commands on a desk and keeps everything.
func ran(
  _ line: String, on desk: inout Desk, width: Int? = nil, console: TestConsole = TestConsole(),
  keepsGoing: Bool = false, zone: LocalZone = .utc
) -> Ran {
  console.renderOptions.width = width
  var interpreter = CommandInterpreter(.standard, keepsGoing: keepsGoing)
  interpreter.expandsAliases = true
  let status = LocalZone.$current.withValue(zone) {
    interpreter.run(line, on: &desk, console: console)
  }
  return Ran(output: console.output, messages: console.messages, status: status)
}
