import Foundation
import Testing

/// Two shells of one user, typed to at the same time.
@Suite("Two shells", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct SharedHistoryTests {
  private static let count = 1000
  /// Lines typed at once: fewer bytes than a terminal holds for a program that is busy.
  private static let batch = 50

  @Test("that keep a thousand lines each at once have kept two thousand")
  func shared() throws {
    let scratch = try Scratch()
    let names = ["một", "hai"]
    let shells = try names.map { _ in
      try TmuxTerminal(
        folder: scratch.folder, environment: ["XDG_STATE_HOME": scratch.path("state")],
        command: Places.theo)
    }
    for shell in shells { try shell.wait(for: "theo>") }
    for start in stride(from: 0, to: Self.count, by: Self.batch) {
      for (name, shell) in zip(names, shells) {
        let lines = (start..<start + Self.batch).map { "# \(name) \($0)\r" }
        try shell.type(lines.joined())
      }
      for (name, shell) in zip(names, shells) {
        try shell.wait(for: "# \(name) \(start + Self.batch - 1)\ntheo>")
      }
    }
    let file = scratch.path("state/theo/history.jsonl")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 * Self.count)
    for name in names {
      let own = lines.filter { $0.contains("# \(name) ") }
      #expect(own == (0..<Self.count).map { "{\"line\":\"# \(name) \($0)\"}" })
    }
    // Both were at it together, not one after the other.
    let halfway = lines.prefix(Self.count).filter { $0.contains("một") }.count
    #expect((1..<Self.count).contains(halfway))
  }
}
