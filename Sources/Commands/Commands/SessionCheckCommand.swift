package import ArgumentParser
package import Desk
import Disk
import FactStore
import JSONText
package import Presentation
package import Shell
import SystemPackage
import TerminalText

package struct SessionCheckCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "session check",
    abstract: "Run the commands of a transcript again and compare what they give.",
    discussion: """
      On a desk of its own: what is open stays as it is. No program is run, and no file is read or \
      written but those that are named here. Where something differs, it is shown as diff -u \
      shows it, and the exit status is 1. A transcript can be written by hand: 'theo> ' before \
      each command, what it gives below.
      """)
  package static let helpOrder = 820
  package static let examples = [
    Example("session check morning.txt", "a transcript of an empty desk"),
    Example("session check morning.txt stories", "its commands may read what is in stories"),
    Example("session check noon.txt cang-van-sa.txt", "it began with this story loaded"),
    Example("session check evening.txt --session fire.json", "it began with this session open"),
  ]

  @Argument(help: "The transcript.")
  package var file: String

  @Argument(help: "Files and folders that its commands may read and write.")
  package var allowed: [String] = []

  @Option(help: "The session that was open when it began.")
  package var session: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .outside }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let transcript = TranscriptText(
      try MappedFile(UserPath.located(file)).text(named: file).replacing("\r\n", with: "\n"))
    guard !transcript.entries.isEmpty else { throw TranscriptError.noTranscript(file) }
    let files = CheckGuard(allowed + (session.map { [$0] } ?? []))
    let start = try start(of: transcript, files, desk) { try context.console.step($0) }
    context.console.show(nil)
    let difference = try TranscriptCheck(
      transcript: transcript, files: files, catalogue: context.interpreter.catalogue
    ).run(on: start, by: desk.newsroom)
    let count = transcript.entries.count
    guard !difference.isEmpty else {
      return .report(
        Report(
          [
            StyledText("\(file): \(counted(count, "command")) give what is recorded", .good)
          ], value: ["path": .string(file), "commands": .integer(count), "same": .bool(true)]))
    }
    let lines = difference.lines(from: file, to: "now")
    try context.emit(
      .text(TextView(paragraphs: lines, value: JSONValue(lines.map(\.plain)))), isWhole: true)
    throw TranscriptError.checkDiffers(
      file, removed: difference.removals, added: difference.additions)
  }

  /// The state that it begins with: of the session that is named, else what its head says was opened
  /// and loaded.
  private func start(
    of transcript: TranscriptText, _ guarding: CheckGuard, _ desk: Desk,
    step: (Progress) throws -> Void
  ) throws -> FactStore {
    var store = FactStore(catalogue: desk.newsroom.catalogue)
    if let session {
      store = try desk.session(session).store
    } else if transcript.start != nil {
      let missing = transcript.origins.flatMap(\.words).filter { !guarding.mayTouch($0) }
      guard missing.isEmpty else { throw TranscriptError.startNotNamed(file, missing) }
      store = try made(transcript.origins, desk, step: step)
    }
    guard store.digest.description == transcript.start ?? StateDigest().description else {
      let began = session ?? transcript.origins.last?.words.joined(separator: " ")
      throw TranscriptError.otherStart(file, session: began)
    }
    return store
  }

  private func made(
    _ origins: [DeskOrigin], _ desk: Desk, step: (Progress) throws -> Void
  ) throws -> FactStore {
    var surroundings = desk.surroundings
    surroundings.protection = nil
    var made = Desk(surroundings: surroundings)
    for origin in origins {
      switch origin {
      case .opened(let path):
        made = Desk(store: try desk.session(path).store, surroundings: surroundings)
      case .loaded(let words, let user):
        made.settings.set(.user, to: .text(user), from: .shell)
        _ = try made.load(words, progress: step)
      }
    }
    return made.store
  }
}
