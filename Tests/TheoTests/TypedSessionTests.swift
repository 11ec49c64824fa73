import Foundation
import Testing

/// The whole job at a real terminal, 80 columns by 24 rows, keys as a person presses them.
@Suite("At a terminal", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct TypedSessionTests {
  private static let story = Places.stories.appendingPathComponent("chay-cang-van-sa.seg.txt").path

  @Test("a session is typed, saved, opened again and replayed to the same state")
  func typed() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Self.story, toPath: scratch.path("story.seg.txt"))
    let terminal = try TmuxTerminal(folder: scratch.folder, command: Places.theo)
    try terminal.wait(for: "theo>")
    try terminal.type("load story.seg.txt", then: "Enter")
    try terminal.wait(for: "unchecked*>")
    try terminal.type("claims", then: "Enter")
    try terminal.wait(for: "each: via AFP, Reuters")
    try terminal.type("attribute c1 \"Agence France-Presse\"", then: "Enter")
    try terminal.wait(for: "AFP", history: true)
    try terminal.type("annotate c2 --verdict half-true --note \"Bệnh viện: 11\"", then: "Enter")
    try terminal.wait(for: "unchecked → half-true")
    try terminal.type("annotate c3 --verdict false", then: "Enter")
    try terminal.wait(for: "unchecked → false")
    try terminal.type("undo", then: "Enter")
    try terminal.wait(for: "false → unchecked")
    try terminal.type("show c2", then: "Enter")
    let card = try terminal.wait(for: "Bệnh viện: 11")
    #expect(card.contains("half-true"))
    try terminal.type("save saved.json", then: "Enter")
    try terminal.wait(for: "saved saved.json")
    try terminal.type("quit", then: "Enter")
    try terminal.wait(for: "ended-with-0")

    let reopened = try TmuxTerminal(
      folder: scratch.folder, command: "\(Places.theo) saved.json")
    try reopened.wait(for: "unchecked>")
    try reopened.type("show c2", then: "Enter")
    try reopened.wait(for: "Bệnh viện: 11")
    try reopened.type("replay saved.json --verify", then: "Enter")
    try reopened.wait(for: "every state as recorded")
    try reopened.type("", then: "C-d")
    try reopened.wait(for: "ended-with-0")
  }

  @Test("Tab completes a command, and the arrow keys bring a line back")
  func keys() throws {
    let scratch = try Scratch()
    let terminal = try TmuxTerminal(
      folder: scratch.folder, command: "\(Places.theo) \(Self.story)")
    try terminal.wait(for: "unchecked*>")
    try terminal.type("artic", then: "Tab")
    try terminal.wait(for: "> article")
    try terminal.type("s", then: "Enter")
    try terminal.wait(for: "Cháy lớn ở cảng Vân Sa")
    try terminal.type("", then: "Up")
    try terminal.wait(for: "> articles", history: false)
    try terminal.type("", then: "C-c")
    try terminal.type("quit --discard", then: "Enter")
    try terminal.wait(for: "ended-with-0")
  }

  @Test("history lasts from one shell to the next")
  func history() throws {
    let scratch = try Scratch()
    let first = try TmuxTerminal(folder: scratch.folder, command: Places.theo)
    try first.wait(for: "theo>")
    try first.type("claims said:\"Hà\"", then: "Enter")
    try first.wait(for: "theo>")
    try first.type("quit", then: "Enter")
    try first.wait(for: "ended-with-0")
    let second = try TmuxTerminal(folder: scratch.folder, command: Places.theo)
    try second.wait(for: "theo>")
    try second.type("", then: "Up", "Up")
    try second.wait(for: "claims said:\"Hà\"")
  }

  @Test("text of a story cannot steer the terminal")
  func harmless() throws {
    let scratch = try Scratch()
    _ = try scratch.file(
      "evil.txt",
      """
      Cảng Vân Sa mở lại

      Ông Lê Minh nói rằng cảng \u{1B}[2J\u{1B}]0;hacked\u{7} mở lại \u{202E}hôm nay\u{9B}31m.

      """)
    let terminal = try TmuxTerminal(folder: scratch.folder, command: "\(Places.theo) evil.txt")
    try terminal.wait(for: "unchecked*>")
    try terminal.type("read a1", then: "Enter")
    let screen = try terminal.wait(for: "␛[2J")
    #expect(screen.contains("unchecked*>"))
    #expect(screen.contains("‹202E›"))
    #expect(screen.contains("‹009B›31m"))
  }
}
