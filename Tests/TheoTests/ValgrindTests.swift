import Foundation
import Testing

/// The C of the editor (the shim, and libedit as it is used) reads and writes where it may.
@Suite(
  "Under valgrind",
  .enabled(if: Shell.has("tmux") && Shell.has("valgrind") && Shell.has("strip"), "needs valgrind"))
struct ValgrindTests {
  /// What the Swift runtime does when it makes a generic type, which is not the program's; and what
  /// a global holds for as long as the program runs, by pointers with marks in their spare bits,
  /// which valgrind does not take for pointers.
  private static let runtime = """
    {
      swift-metadata
      Memcheck:Cond
      fun:swift_init*Metadata*
    }
    {
      swift-globals
      Memcheck:Leak
      match-leak-kinds: definite
      ...
      fun:swift_slowAlloc
      ...
      fun:*once_slow*
    }
    """

  @Test("a session of typing, pasting, searching, completing and reviewing is clean")
  func clean() throws {
    let scratch = try Scratch()
    // valgrind stumbles over the debug information of new compilers.
    let program = scratch.path("theo")
    #expect(try Shell.run("strip", ["-o", program, Places.theo]).status == 0)
    let suppressions = try scratch.file("runtime.supp", Self.runtime)
    let session = try scratch.session()
    let terminal = try TmuxTerminal(
      folder: scratch.folder, environment: ["EDITRC": "/dev/null"],
      command: "valgrind -q --error-exitcode=9 --leak-check=full "
        + "--show-leak-kinds=definite --errors-for-leak-kinds=definite --log-file=valgrind.log "
        + "--suppressions=\(suppressions.path) \(program) \(session)")
    try terminal.wait(for: "unchecked>", seconds: 120)
    try edit(terminal)
    try terminal.type("review", then: "Enter")
    try terminal.wait(for: "? help", seconds: 60)
    try terminal.type("tn")
    try terminal.wait(for: "note:", seconds: 60)
    try terminal.type("Tân Hoa Xã", then: "Enter")
    try terminal.wait(for: "note · z takes it back", seconds: 60)
    try terminal.resize(columns: 50, rows: 12)
    try terminal.type("q")
    try terminal.wait(for: "2 changes", seconds: 60)
    try terminal.type("quit --discard", then: "Enter")
    try terminal.wait(for: "ended-with-", seconds: 120)
    let log = try String(contentsOfFile: scratch.path("valgrind.log"), encoding: .utf8)
    #expect(log.isEmpty, "\(log.prefix(3000))")
    #expect(try terminal.screen().contains("ended-with-0"))
  }

  private func edit(_ terminal: TmuxTerminal) throws {
    try terminal.type("claims said:\"Bo", then: "Tab")
    try terminal.type("", then: "C-c")
    try terminal.type("ghi chu\u{301} 漢字 👩‍🚀", then: "C-b", "C-b", "BSpace", "C-k", "C-y", "M-b")
    try terminal.type("", then: "C-_", "C-r")
    try terminal.type("cl", then: "C-c")
    try terminal.type("", then: "C-c")
    try terminal.type("\u{1B}[200~một\nhai\u{1B}[201~", then: "C-a", "C-u", "C-c")
    try terminal.type("help quit", then: "Enter")
    try terminal.wait(for: "quit [options]", seconds: 120)
  }
}
