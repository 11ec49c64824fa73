import ClaimModel
package import Desk
package import FactStore
import Presentation
import Synchronization
package import TerminalText

/// Runs the commands of a transcript on a desk of their own, and compares what they give.
package struct TranscriptCheck {
  package let transcript: TranscriptText
  /// What its commands may touch.
  package let files: CheckGuard
  package let catalogue: CommandCatalogue

  package init(
    transcript: TranscriptText, files: CheckGuard, catalogue: CommandCatalogue
  ) {
    self.transcript = transcript
    self.files = files
    self.catalogue = catalogue
  }

  /// The difference of what is recorded and what comes now. Throws before the first command where
  /// one of them may not be run.
  package func run(
    on start: FactStore, by newsroom: Newsroom
  ) throws(UserError) -> UnifiedDiff {
    for entry in transcript.entries { try checkLine(entry) }
    let clock = CheckClock()
    let recorder = TranscriptRecorder()
    var desk = Desk(
      store: start,
      surroundings: Surroundings(
        now: { clock.time }, user: CheckClock.user, newsroom: newsroom))
    desk.transcript = recorder
    let console = CheckConsole()
    for entry in transcript.entries where !desk.isLeaving {
      clock.set(entry.time)
      if let user = entry.user { desk.settings.set(.user, to: .text(user), from: .shell) }
      var interpreter = CommandInterpreter(catalogue, keepsGoing: true)
      interpreter.expandsAliases = true
      interpreter.prompt = entry.prompt
      interpreter.checkGuard = files
      _ = interpreter.run(entry.line, on: &desk, console: console)
    }
    let found = recorder.text.split(separator: "\n", omittingEmptySubsequences: false)
    return UnifiedDiff(transcript.lines, found.dropLast().map(String.init))
  }

  /// A line that cannot be cut into words, or words that are no command, are told where they are
  /// run, as they were then.
  private func checkLine(_ entry: TranscriptText.Entry) throws(UserError) {
    for statement in (try? LineLexer.statements(in: entry.line)) ?? [] {
      guard let command = try? catalogue.parse(statement) else { continue }
      do throws(UserError) { try files.check(statement, command) } catch {
        throw UserError(TranscriptError.checkedLine(entry.number, entry.line, error))
      }
    }
  }
}

/// The time that stands before a command; for one without, seconds from a fixed time on.
private final class CheckClock: Sendable {
  static let user = "an"
  private let now = Mutex(Timestamp(seconds: 946_684_800))
  var time: Timestamp { now.withLock { $0 } }

  func set(_ time: Timestamp?) {
    now.withLock { $0 = time ?? Timestamp(seconds: $0.seconds + 1) }
  }
}

/// Shows nothing and says yes.
private final class CheckConsole: Console {
  let renderOptions = RenderOptions(width: TranscriptRecorder.width)
  let isInteractive = true
  func write(_ bytes: [UInt8]) {}
  func tell(_ lines: [StyledText]) {}
  func show(_ progress: Progress?) {}
  func confirm(_ question: String) -> Bool { true }
  func waitForStep() -> Bool { true }
}
