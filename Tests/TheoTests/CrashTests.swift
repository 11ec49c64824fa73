import Foundation
import Testing

/// theo is killed at random moments of a scripted session: 100 times, or as often as
/// THEO_KILLS says; and 15 times, or THEO_SAVE_KILLS, while it saves after every change. By hand:
/// THEO_PROGRAM=.build/release/theo THEO_KILLS=1000 THEO_SAVE_KILLS=300 swift test --filter CrashTests
@Suite("A crash")
struct CrashTests {
  private static let kills =
    ProcessInfo.processInfo.environment["THEO_KILLS"].flatMap(Int.init) ?? 100
  private static let saveKills =
    ProcessInfo.processInfo.environment["THEO_SAVE_KILLS"].flatMap(Int.init) ?? 15
  private static let lines = 120

  @Test("loses no operation that was acknowledged, wherever it comes")
  func killed() throws { try Self.killed(Self.kills, saving: false) }

  @Test("while it saves leaves the file whole, the work kept, and nothing unfinished beside it")
  func killedSaving() throws { try Self.killed(Self.saveKills, saving: true) }

  private static func killed(_ kills: Int, saving: Bool) throws {
    let scratch = try Scratch()
    let environment = ["HOME": scratch.folder.path, "XDG_STATE_HOME": "", "THEO_USER": "an"]
    let stories = Places.stories.path
    let saved = try Shell.run(
      Places.theo, ["-l", "\(stories)/van-sa-port-fire.txt", "-c", "save s.json"],
      environment: environment, folder: scratch.folder)
    try #require(saved.status == 0, "\(saved.errors)")
    let original = try Data(contentsOf: scratch.folder.appendingPathComponent("s.json"))
    _ = try scratch.file("script.theo", Self.script(stories: stories, saving: saving))
    let whole = try Self.wholeRun(scratch, environment)
    var random = SystemRandomNumberGenerator()
    var interrupted = 0
    for round in 0..<kills {
      try original.write(to: scratch.folder.appendingPathComponent("s.json"))
      let moment = Double.random(in: 0...whole * 1.1, using: &random)
      let acknowledged = try Self.killedRun(scratch, environment, after: moment)
      let there = try Self.recovered(scratch, environment) - 1
      try Self.expectTidy(scratch, environment)
      #expect(there >= acknowledged, "round \(round), after \(moment) s")
      // At most one was done and could not be acknowledged any more.
      #expect(there <= acknowledged + 1, "round \(round), after \(moment) s")
      if acknowledged > 0, acknowledged <= Self.lines { interrupted += 1 }
    }
    #expect(interrupted > kills / 10, "too few kills came while operations were done")
    print(
      "\(kills) kills\(saving ? " while saving" : ""), \(interrupted) of them between operations: nothing lost"
    )
  }

  /// Opens the session and changes it: each note, and one more story, is an operation that is
  /// acknowledged by a line of output.
  private static func script(stories: String, saving: Bool) -> String {
    let notes = (1...lines).map { "annotate c\($0 % 9 + 1) --note \"note \($0)\"" }
    let load = "load \(stories)/hoi-nghi-song-trang.txt"
    let all = ["open s.json"] + notes[..<60] + [load] + notes[60...] + ["save"]
    return all.joined(separator: saving ? "\nsave\n" : "\n") + "\n"
  }

  /// Seconds that the script takes when nobody kills it.
  private static func wholeRun(
    _ scratch: Scratch, _ environment: [String: String]
  ) throws -> Double {
    let start = Date()
    let acknowledged = try killedRun(scratch, environment, after: nil)
    try #require(acknowledged == lines + 1)
    return Date().timeIntervalSince(start)
  }

  /// Number of operations that the output acknowledges before the kill.
  private static func killedRun(
    _ scratch: Scratch, _ environment: [String: String], after seconds: Double?
  ) throws -> Int {
    let kill = seconds.map { "sleep \($0); kill -9 $pid 2>/dev/null;" } ?? ""
    _ = try Shell.run(
      "sh",
      ["-c", #""$0" < script.theo > out 2> err & pid=$!; \#(kill) wait $pid"#, Places.theo],
      environment: environment, folder: scratch.folder)
    let output = try String(
      contentsOf: scratch.folder.appendingPathComponent("out"), encoding: .utf8)
    // "c3  note" or "c3  note changed" for an annotation, "a2  …" for the story.
    return output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .count { $0.hasSuffix("note") || $0.hasSuffix("note changed") || $0.hasPrefix("a2") }
  }

  /// The next theo takes away what an unfinished save left.
  private static func expectTidy(_ scratch: Scratch, _ environment: [String: String]) throws {
    let opened = try Shell.run(
      Places.theo, ["s.json"], input: "", environment: environment, folder: scratch.folder)
    #expect(opened.status == 0, "\(opened.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names.filter { $0.contains(".theo-") }.isEmpty, "\(names)")
  }

  /// Recovers what there is, saves it, and has the file verified; the number of its operations.
  private static func recovered(
    _ scratch: Scratch, _ environment: [String: String]
  ) throws -> Int {
    let outcome = try Shell.run(
      Places.theo, ["-c", "recover 1; save"], environment: environment, folder: scratch.folder)
    // There is no journal before the first operation, and none after the save.
    try #require(
      outcome.status == 0 || outcome.errors.contains("there is no journal 1"), "\(outcome.errors)")
    let verified = try Shell.run(
      Places.theo, ["session", "verify", "s.json", "--format", "json"], environment: environment,
      folder: scratch.folder)
    try #require(verified.status == 0, "\(verified.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(verified.output.utf8))
    return try #require((value as? [String: Any])?["operations"] as? Int)
  }
}
