import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// A dialogue in a file: `theo> LINE`, then all that it gives; a status other than 0 follows as
/// `[exit 2]`. Checked by doing it again. With THEO_RECORD=1 in the environment it is written
/// anew: look at the difference before it is kept.
struct Transcript {
  private let file: URL
  private let prompt = "theo> "

  init(_ name: String) {
    file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Transcripts/\(name).txt")
  }

  static var names: [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Transcripts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }

  /// The lines that are typed in it.
  var commands: [String] {
    get throws {
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix(prompt) }.map { String($0.dropFirst(prompt.count)) }
    }
  }

  func check() throws {
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let again = try replayed(recorded)
    if ProcessInfo.processInfo.environment["THEO_RECORD"] == "1" {
      return try again.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(again == recorded)
  }

  /// What the desk starts with: two stories, unless the head says otherwise.
  private static func stories(_ head: some Sequence<String>) -> [(name: String, claims: TestStory)]
  {
    if head.contains("# an empty desk") { return [] }
    if head.contains("# the desk has chains") { return TestStory.chains }
    if head.contains("# the desk has namesakes") { return TestStory.namesakes }
    return head.contains("# the desk has wire stories") ? TestStory.wires : TestStory.both
  }

  private func replayed(_ recorded: String) throws -> String {
    let folder = try TestFolder()
    let lines = recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = lines.prefix { !$0.hasPrefix(prompt) }
    var desk = testDesk(Self.stories(head))
    var out = head.map { $0 + "\n" }.joined()
    for line in lines where line.hasPrefix(prompt) {
      let command = folder.filled(String(line.dropFirst(prompt.count)))
      let ran = ran(command, on: &desk, width: 100)
      out += line + "\n" + folder.hidden(ran.output) + folder.hidden(ran.messages)
      if ran.status != .done { out += "[exit \(ran.status.rawValue)]\n" }
    }
    return out
  }
}
