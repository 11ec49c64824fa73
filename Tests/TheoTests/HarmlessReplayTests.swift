import Foundation
import Testing

/// What a session says is text: no file that it names is touched, no program that it names runs.
@Suite(
  "A session from elsewhere",
  .enabled(if: Shell.has("strace"), "needs strace to see what is opened"))
struct HarmlessReplayTests {
  @Test(
    "opens and runs nothing but what the command line names",
    arguments: [
      ["replay", "evil.json", "--verify"], ["replay", "evil.json", "--format", "json"],
      ["session", "verify", "evil.json"],
      ["-c", "open evil.json", "-c", "claims; show c1; history"],
      ["-s", "evil.json", "why", "c1"],
    ])
  func harmless(arguments: [String]) throws {
    let scratch = try Scratch()
    let home = scratch.folder.path
    _ = try scratch.file("secret.txt", "nobody reads this")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.txt"), withDestinationPath: "secret.txt")
    _ = try scratch.file("evil.json", try evilSession(scratch))
    let outcome = try Shell.run(
      "strace",
      [
        "-f", "-qq", "-e", "trace=execve,open,openat,creat,unlink,rename", "-o", "trace",
        Places.theo,
      ]
        + arguments,
      environment: ["HOME": home, "XDG_STATE_HOME": home + "/state"], folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let trace = try String(
      contentsOf: scratch.folder.appendingPathComponent("trace"), encoding: .utf8)
    let calls = trace.split(separator: "\n")
    #expect(calls.count { $0.contains("execve(") } == 1)
    // Up to the first of them, the loader opens what the program itself needs.
    let opened = calls.filter { !$0.contains("execve(") }
    let own = try #require(opened.firstIndex { $0.contains("evil.json") })
    for call in opened[own...] {
      let parts = call.split(separator: "\"")
      guard parts.count > 1 else { continue }
      let name = parts[1].split(separator: "/").last ?? ""
      // Folders are listed for journals, and times are shown by the clocks of the place.
      // The user's own memory of past checks may be asked, and how many processors there are; no
      // word of a session names them.
      let isAround =
        call.contains("O_DIRECTORY") || name == "localtime"
        || call.contains("/theo/claims.memory\"")
        || call.contains("/sys/devices/system/cpu/online\"")
      #expect(isAround || ["evil.json", ".evil.json.theo-lock"].contains(name), "\(call)")
    }
    #expect(!trace.contains("secret.txt"))
    #expect(!trace.contains("passwd"))
    let names = try FileManager.default.contentsOfDirectory(atPath: home)
    #expect(Set(names) == ["evil.json", "link.txt", "secret.txt", "trace"])
  }

  /// A sound session in which every text that is free names a file or a program.
  private func evilSession(_ scratch: Scratch) throws -> String {
    let names = ["../../../etc/passwd", "link.txt", "| touch owned", "$(touch owned)", "`touch x`"]
    let made = try Scratch()
    let story = "Cảng Vân Sa mở lại\n\nÔng Lê Minh nói rằng cảng mở lại hôm nay.\n"
    let record = { (name: String) in
      try JSONSerialization.data(withJSONObject: ["id": name, "text": story])
    }
    let lines = try names.map { String(decoding: try record($0), as: UTF8.self) }
    _ = try made.file("stories.jsonl", lines.joined(separator: "\n") + "\n")
    let script = [
      "load stories.jsonl", "annotate c1 --evidence file:///etc/passwd --note '! touch owned'",
      "annotate c2 --evidence ../secret.txt --tag '> owned'", "attribute c1 '| touch owned'",
      "save evil.json",
    ]
    let saved = try Shell.run(
      Places.theo, script.flatMap { ["-c", $0] }, environment: ["HOME": made.folder.path],
      folder: made.folder)
    try #require(saved.status == 0, "\(saved.errors)")
    return try String(contentsOf: made.folder.appendingPathComponent("evil.json"), encoding: .utf8)
  }
}
