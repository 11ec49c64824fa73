import Foundation
import Testing

/// Stories that come while somebody types, 80 columns by 24 rows or a narrow window.
@Suite("Watching at a terminal", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct WatchTerminalTests {
  private static let story = "Cháy kho gỗ\n\nKhông ai bị thương.\n\nLê An (Theo AFP)\n"

  private func terminal(_ scratch: Scratch, columns: Int = 80) throws -> TmuxTerminal {
    try FileManager.default.createDirectory(
      atPath: scratch.path("wire"), withIntermediateDirectories: true)
    let terminal = try TmuxTerminal(
      columns: columns, folder: scratch.folder, command: Places.theo)
    try terminal.wait(for: "theo>")
    try terminal.type("watch wire/", then: "Enter")
    try terminal.wait(for: "watching wire/")
    return terminal
  }

  @Test("a half-typed line stays with its cursor, and what came stands above it")
  func halfTyped() throws {
    let scratch = try Scratch()
    let terminal = try terminal(scratch)
    try terminal.type("claims said:\"Hà", then: "Left", "Left")
    try terminal.wait(for: "claims said:\"Hà")
    _ = try scratch.file("wire/a.txt", Self.story)
    let screen = try terminal.wait(for: "1 story from wire/: a1 Cháy kho gỗ")
    #expect(screen.contains("via AFP\ntheo> claims said:\"Hà"))
    #expect(try terminal.cursor() == "19,5")
    try terminal.type("x")
    try terminal.wait(for: "theo> claims said:\"xHà")
    try terminal.type("", then: "C-c")
    try terminal.wait(for: "unchecked*>")
    try terminal.type("articles", then: "Enter")
    try terminal.wait(for: "wire/a.txt")
  }

  @Test("lines of several rows, a menu and a search stay as well, in a narrow window")
  func modes() throws {
    let scratch = try Scratch()
    let terminal = try terminal(scratch, columns: 30)
    try terminal.type("find \"một hai ba bốn năm sáu bảy", then: "Enter")
    try terminal.type("tám")
    try terminal.wait(for: "… tám")
    _ = try scratch.file("wire/a.txt", Self.story)
    try terminal.wait(for: "1 story from wire/: a1")
    #expect(try terminal.screen().hasSuffix("theo> find \"một hai ba bốn năm\n sáu bảy\n… tám"))
    try terminal.type("", then: "C-c")
    try terminal.type("source ", then: "Tab")
    let menu = try terminal.wait(for: "alias  Give")
    let rows = menu.components(separatedBy: "\n").suffix(3)
    _ = try scratch.file("wire/b.txt", Self.story)
    let below = try terminal.wait(for: "1 story from wire/: a2")
    #expect(below.components(separatedBy: "\n").suffix(3) == rows)
    try terminal.type("", then: "Escape", "C-c")
    try terminal.type("", then: "C-r")
    try terminal.type("watch")
    try terminal.wait(for: "search")
    _ = try scratch.file("wire/c.txt", Self.story)
    try terminal.wait(for: "1 story from wire/: a3")
    try terminal.type("", then: "Enter")
    try terminal.wait(for: "watched")
  }

  @Test("in a plain terminal the line is said again below what came")
  func plain() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("wire"), withIntermediateDirectories: true)
    let terminal = try TmuxTerminal(folder: scratch.folder, command: Places.theo + " --plain")
    try terminal.wait(for: "theo>")
    try terminal.type("watch wire/", then: "Enter")
    try terminal.wait(for: "watching wire/")
    try terminal.type("claims")
    try terminal.wait(for: "theo> claims")
    _ = try scratch.file("wire/a.txt", Self.story)
    let screen = try terminal.wait(for: "1 story from wire/: a1")
    #expect(screen.contains("via AFP\ntheo> claims"))
  }

  @Test("without a prompt it goes on until ^C, tells each load and ends with 0")
  func called() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("wire"), withIntermediateDirectories: true)
    #expect(try Shell.run(Places.theo, ["-c", "save s.json"], folder: scratch.folder).status == 0)
    let terminal = try TmuxTerminal(
      folder: scratch.folder, command: "\(Places.theo) -s s.json watch wire/")
    try terminal.wait(for: "^C ends it")
    _ = try scratch.file("wire/a.txt", Self.story)
    try terminal.wait(for: "1 story from wire/: a1")
    try terminal.type("", then: "C-c")
    try terminal.wait(for: "ended-with-0")
    let again = try Shell.run(
      Places.theo, ["s.json", "articles"], folder: scratch.folder)
    #expect(again.output.contains("Cháy kho gỗ"))
  }
}
