import Foundation
import Testing

/// Saving as a program does it: with its own folder, user and limits.
@Suite("A session is saved by the program")
struct SaveProgramTests {
  private static let story = Places.stories.appendingPathComponent("van-sa-port-fire.txt").path
  private static let isRoot = geteuid() == 0 && Shell.has("setpriv")

  private func theo(
    _ scratch: Scratch, _ arguments: [String], before: String = ""
  ) throws -> Shell.Outcome {
    try Shell.run(
      "sh", ["-c", "\(before) exec \"$0\" \"$@\"", Places.theo] + arguments,
      environment: ["HOME": scratch.folder.path, "XDG_STATE_HOME": ""], folder: scratch.folder)
  }

  @Test(
    "under every spelling of its name, twice",
    arguments: ["s.json", "./s.json", "t/../s.json", "t/s.json", "~/s.json", "link.json"])
  func again(name: String) throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch.path("t"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.json"), withDestinationPath: "t/later.json")
    let saved = try theo(
      scratch,
      [
        "-l", Self.story, "-c", "save \(name); annotate c3 --verdict true; save",
        "-c", "annotate c2 --tag x; save \(name); session verify",
      ])
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(saved.errors.isEmpty)
    let beside = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(beside.filter { $0.contains(".theo-") }.isEmpty)
  }

  @Test("past the size that a file may have is told, and leaves the old one")
  func limit() throws {
    let scratch = try Scratch()
    _ = try scratch.file("s.json", "old")
    let saved = try theo(
      scratch, ["-l", Self.story, "-c", "save s.json"], before: "ulimit -f 2;")
    #expect(saved.status == 73)
    #expect(saved.errors.contains("'s.json'"))
    #expect(saved.errors.contains("larger than is allowed"))
    #expect(try String(contentsOfFile: scratch.path("s.json"), encoding: .utf8) == "old")
  }

  @Test("with -s, and what the new file could not keep of the old one is told")
  func otherNames() throws {
    let scratch = try Scratch()
    _ = try scratch.session()
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        .first { $0.hasSuffix(".json") })
    try FileManager.default.linkItem(
      atPath: scratch.path(name), toPath: scratch.path("other.json"))
    let saved = try theo(scratch, ["-s", name, "annotate", "c2", "--tag", "x"])
    #expect(saved.status == 0)
    #expect(saved.errors.contains("'\(name)' had 1 other name (hard links)"), "\(saved.errors)")
  }

  @Test(
    "is not what a pipe without a writer can be",
    arguments: [
      ["-s", "p.json", "claims"], ["p.json"], ["-c", "open p.json"], ["-c", "load p.json"],
    ])
  func pipe(arguments: [String]) throws {
    let scratch = try Scratch()
    #expect(mkfifo(scratch.path("p.json"), 0o600) == 0)
    let outcome = try Shell.run(
      "timeout", ["60", Places.theo] + arguments, folder: scratch.folder)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.errors.contains("a pipe that nobody writes to"))
  }

  @Test(
    "by one of two users of a group at a time, who both keep the group",
    .enabled(if: isRoot, "needs root, to be two users"))
  func twoUsers() throws {
    let scratch = try Scratch()
    let program = scratch.path("theo")
    // By another process: a test beside this one may fork while the copy is open, which keeps it busy.
    _ = try Shell.run("cp", [Places.theo, program])
    _ = try Shell.run("cp", [Self.story, scratch.path("a.txt")])
    _ = try Shell.run(
      "sh", ["-c", "chmod 755 theo; chmod 644 a.txt; chgrp 5000 .; chmod 2775 ."],
      folder: scratch.folder)
    func run(_ user: Int, _ command: String) throws -> Shell.Outcome {
      try Shell.run(
        "setpriv",
        [
          "--reuid=\(user)", "--regid=\(user + 500)", "--groups=5000", "sh", "-c",
          "umask 002; " + command,
        ], environment: ["HOME": "/nonexistent"], folder: scratch.folder)
    }
    let first = try run(5001, "./theo -l a.txt -c 'save s.json'")
    try #require(first.status == 0, "\(first.errors)")
    // The lock of a first one at work, as its umask made it.
    _ = try run(
      5001,
      #"""
      umask 022
      echo '{"host":"desk-3","process":7,"since":"2024-01-05T09:00:00Z","user":"an"}' \
        > .s.json.theo-lock
      flock .s.json.theo-lock sh -c 'touch held; while [ ! -e go ]; do sleep 0.1; done; touch done' &
      while [ ! -e held ]; do sleep 0.1; done
      """#)
    let second = try run(5002, "./theo -s s.json annotate c3 --tag fromB")
    let reading = try run(5002, "./theo -s s.json claims c3; touch go")
    #expect(second.status != 0)
    #expect(second.errors.components(separatedBy: "an on desk-3 (process 7)").count == 2, "once")
    #expect(reading.status == 0)
    _ = try run(5002, "flock .s.json.theo-lock true")
    let third = try run(5002, "./theo -s s.json annotate c3 --tag fromB")
    #expect(third.status == 0, "\(third.errors)")
    let shown = try run(5002, "stat -c '%g %a' s.json; ./theo -s s.json claims --format json")
    #expect(shown.output.hasPrefix("5000 660"))
    #expect(shown.output.contains("fromB"))
  }
}
