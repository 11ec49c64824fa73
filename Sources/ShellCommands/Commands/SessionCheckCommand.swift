package import ArgumentParser
import FactStore
import JSONText
import Sessions
import SystemPackage

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
  package static let examples = [
    Example("session check morning.txt", "a transcript of an empty desk"),
    Example("session check morning.txt stories", "its commands may read what is in stories"),
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

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    let bytes: [UInt8]
    do throws(Errno) {
      bytes = try SystemCalls.live.contents(of: FilePath(FileFinder.expandingHome(file)))
    } catch { throw ShellError.unreadable(file, reason: error.words) }
    let transcript = TranscriptText(String(decoding: bytes, as: UTF8.self))
    guard !transcript.entries.isEmpty else { throw ShellError.noTranscript(file) }
    let check = TranscriptCheck(
      transcript: transcript, files: CheckGuard(allowed + (session.map { [$0] } ?? [])))
    let difference = try check.run(on: try start(of: transcript, desk))
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
    throw ShellError.checkDiffers(file, removed: difference.removals, added: difference.additions)
  }

  private func start(of transcript: TranscriptText, _ desk: Desk) throws(ShellError) -> FactStore {
    let store = try session.map { path throws(ShellError) in try desk.session(path).store }
    let found = store ?? FactStore(catalogue: .agencies)
    let expected = transcript.start ?? StateDigest().description
    guard found.digest.description == expected else {
      throw .otherStart(file, session: session)
    }
    return found
  }
}
