import Foundation
import Testing

/// Crash and lock at a real terminal.
@Suite("At a terminal, a session is kept", .enabled(if: Shell.has("tmux"), "needs tmux"))
struct KeptSessionTests {
  private static let story = Places.stories.appendingPathComponent("van-sa-port-fire.txt").path

  private func save(_ scratch: Scratch) throws {
    let saved = try Shell.run(
      Places.theo, ["-l", Self.story, "-c", "save s.json"],
      environment: ["HOME": scratch.folder.path], folder: scratch.folder)
    try #require(saved.status == 0, "\(saved.errors)")
  }

  private func kill(_ scratch: Scratch) throws {
    // The lock file says which process it is.
    let lock = scratch.folder.appendingPathComponent(".s.json.theo-lock")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: lock)) as? [String: Any]
    let process = try #require(object?["process"] as? Int)
    _ = try Shell.run("kill", ["-9", "\(process)"])
  }

  @Test("through a crash: the next theo says what it holds, and brings it back")
  func recovers() throws {
    let scratch = try Scratch()
    try save(scratch)
    let first = try TmuxTerminal(
      folder: scratch.folder, environment: ["THEO_USER": "an"], command: "\(Places.theo) s.json")
    try first.wait(for: "unchecked>")
    try first.type("annotate c2 --verdict false", then: "Enter")
    try first.wait(for: "unchecked → false")
    try kill(scratch)
    try first.wait(for: "ended-with-137")
    let above = scratch.folder.deletingLastPathComponent()
    let named = "\(scratch.folder.lastPathComponent)/s.json"
    for arguments in [[named, "--recover"], ["--recover", named], ["-s", named, "--recover"]] {
      let list = try Shell.run(
        Places.theo, arguments + ["--format", "csv"],
        environment: ["HOME": scratch.folder.path], folder: above)
      #expect(list.status == 0, "\(list.errors)")
      #expect(list.output.contains("annotate c2"), "\(list.output)")
    }
    let none = try Shell.run(
      Places.theo, ["--recover"], environment: ["HOME": scratch.folder.path],
      folder: URL(fileURLWithPath: "/usr"))
    #expect(none.output.contains("no journal was left of '/usr'"), "\(none.output)")
    let second = try TmuxTerminal(
      columns: 120, folder: scratch.folder, environment: ["THEO_USER": "binh"],
      command: "\(Places.theo) s.json")
    let offer = try second.wait(for: "Recover them? [y/N]")
    #expect(offer.contains("1 change by an was not saved"))
    #expect(offer.contains("annotate c2"))
    #expect(offer.contains("left locked by an on"))
    try second.type("y", then: "Enter")
    try second.wait(for: "recovered 1 change")
    try second.wait(for: "unchecked*>")
    try second.type("save", then: "Enter")
    try second.wait(for: "saved")
    try second.type("quit", then: "Enter")
    try second.wait(for: "ended-with-0")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.filter { $0.contains(".theo-") }.isEmpty)
  }

  @Test("from a second writer, who is told who has it")
  func locks() throws {
    let scratch = try Scratch()
    try save(scratch)
    let first = try TmuxTerminal(
      folder: scratch.folder, environment: ["THEO_USER": "an"], command: "\(Places.theo) s.json")
    try first.wait(for: "unchecked>")
    let second = try TmuxTerminal(
      columns: 200, folder: scratch.folder, environment: ["THEO_USER": "binh"],
      command: "\(Places.theo) s.json")
    let told = try second.wait(for: "open for reading alone: an on ")
    #expect(told.contains("works on it"))
    try second.wait(for: "unchecked>")
    try second.type("annotate c2 --verdict false", then: "Enter")
    try second.wait(for: "save a copy under another name", history: true)
    try second.type("claims c2", then: "Enter")
    try second.wait(for: "c2")
    try second.type("quit", then: "Enter")
    try second.wait(for: "ended-with-0")
    try first.type("quit", then: "Enter")
    try first.wait(for: "ended-with-0")
  }

  @Test("until the user lets changes go: leaving so takes the journal away, a hang-up keeps it")
  func letsGo() throws {
    let scratch = try Scratch()
    try save(scratch)
    for (leaving, isKept) in [("quit --discard", false), ("", true)] {
      let terminal = try TmuxTerminal(folder: scratch.folder, command: "\(Places.theo) s.json")
      try terminal.wait(for: "unchecked>")
      try terminal.type("annotate c2 --verdict false", then: "Enter")
      try terminal.wait(for: "unchecked → false")
      if leaving.isEmpty {
        // Twice the end of input, the question in between unanswered.
        try terminal.type("", then: "C-d")
        try terminal.wait(for: "Leave all the same?")
        try terminal.type("", then: "C-d")
        try terminal.type("", then: "C-d")
        try terminal.wait(for: "Leave all the same?")
        try terminal.type("", then: "C-d")
      } else {
        try terminal.type(leaving, then: "Enter")
      }
      try terminal.wait(for: "ended-with-0")
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
      #expect(names.contains(".s.json.theo-journal") == isKept, "\(leaving)")
    }
  }
}
