import Foundation
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// Reviews in files: after `open> LINE` and each `key>`, `answer>` or `size>` the whole screen as it
/// then stands, rows behind a bar. With THEO_RECORD=1 in the environment they are written anew.
@Suite("A review's screens")
struct ReviewScreenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Screens")

  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.sorted()

  @Test("are there") func there() { #expect(Self.names.count >= 3) }

  @Test("show to the letter what is recorded of them", arguments: names)
  func recorded(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let again = try replayed(text)
    if ProcessInfo.processInfo.environment["THEO_RECORD"] == "1" {
      return try again.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(again == text)
  }

  private func replayed(_ text: String) throws -> String {
    let keyboard = ScriptedKeyboard(text)
    let console = TestConsole()
    console.dialogue = .keys(keyboard)
    var desk = testDesk(TestStory.both)
    let line = try #require(keyboard.commands.first)
    let done = ran(line, on: &desk, width: 80, console: console)
    #expect(keyboard.rest.isEmpty, "keys that nothing took")
    return keyboard.transcript + "end>\n" + done.output + done.messages
  }
}

/// Plays the keys of a file and writes it anew, with the screens that are shown.
private final class ScriptedKeyboard: Keyboard {
  var size = (columns: 80, rows: 24)
  let commands: [String]
  private(set) var transcript = ""
  private(set) var rest: ArraySlice<String>

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = lines.prefix { $0.hasPrefix("#") }
    commands = lines.filter { $0.hasPrefix("open> ") }.map { String($0.dropFirst(6)) }
    transcript = (head + commands.map { "open> " + $0 }).map { $0 + "\n" }.joined()
    rest =
      lines.filter { line in
        ["key> ", "answer>", "size> "].contains { line.hasPrefix($0) }
      }[...]
  }

  func withScreen<Result>(_ body: () throws -> Result) rethrows -> Result { try body() }

  func show(_ rows: [StyledText]) {
    for row in rows {
      transcript += "|" + row.plain.replacing(#/ +$/#, with: "") + "\n"
    }
  }

  func next() -> ScreenKey {
    guard let line = rest.popFirst() else { return .ended }
    transcript += line + "\n"
    if line.hasPrefix("size> ") {
      let numbers = line.dropFirst(6).split(separator: "x").compactMap { Int($0) }
      size = (numbers[0], numbers[1])
      return .redraw
    }
    let name = String(line.dropFirst(5))
    let named: [String: ScreenKey] = [
      "Enter": .enter, "Escape": .escape, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
      "PageUp": .pageUp, "PageDown": .pageDown, "Backspace": .backspace, "^C": .cancel,
      "^L": .redraw,
    ]
    if name.hasPrefix("paste ") { return .pasted(String(name.dropFirst(6))) }
    return named[name] ?? .character(Character(name))
  }

  func ask(_ question: String) -> String? { ask(question, filledWith: "") }

  /// The question, and behind a bar what stands in the line already.
  func ask(_ question: String, filledWith text: String) -> String? {
    guard let line = rest.first, line.hasPrefix("answer>") else { return nil }
    rest = rest.dropFirst()
    let filled = text.isEmpty ? "" : " |" + text
    transcript += "(\(question.dropLast(2))\(filled))\n" + line + "\n"
    let answer = String(line.dropFirst(7).drop { $0 == " " })
    return answer == "^C" ? nil : answer
  }

  func suspend() {}
}
