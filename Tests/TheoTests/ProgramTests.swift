import Foundation
import Testing

/// theo as the system's shell calls it.
@Suite("The program")
struct ProgramTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func theo(_ arguments: String..., input: String? = nil) throws -> Shell.Outcome {
    try Shell.run(
      Places.theo, arguments, input: input,
      environment: ["HOME": scratch.folder.path, "THEO_USER": "an"], folder: scratch.folder)
  }

  private static let stories = Places.stories.path

  @Test("runs commands given with -c in order")
  func lines() throws {
    let outcome = try theo(
      "-c", "load \(Self.stories)/hoi-nghi-song-trang.txt", "-c", "claims c1 --format csv; articles"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("c1,a1,"))
    #expect(outcome.output.contains("Sáu nước ven sông Trăng"))
  }

  @Test("runs a command on stories and writes no escape bytes into a pipe")
  func command() throws {
    let outcome = try theo(
      "-l", "\(Self.stories)/van-sa-port-fire.txt", "claims", "--format", "jsonl")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for line in outcome.output.split(separator: "\n") {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(row?["id"] is String)
    }
    #expect(!outcome.output.utf8.contains(0x1B))
  }

  @Test("saves a session again after a command that changed it")
  func session() throws {
    _ = try theo("-c", "load \(Self.stories)/van-sa-port-fire.txt; save s.json")
    let changed = try theo("-s", "s.json", "annotate", "c1", "--verdict", "false")
    #expect(changed.status == 0, "\(changed.errors)")
    let shown = try theo("-s", "s.json", "claims", "verdict:false", "--format", "csv")
    #expect(shown.output.contains("c1,a1,"))
    #expect(try theo("replay", "s.json", "--verify").status == 0)
  }

  @Test(
    "takes a session of operations alone with its stories, wherever they are",
    arguments: [
      ["session", "verify", "c.json"], ["replay", "c.json", "--verify"], ["open", "c.json"],
    ])
  func compact(command: [String]) throws {
    _ = try theo(
      "-c", "load \(Self.stories)/van-sa-port-fire.txt; annotate c1 --verdict false",
      "-c", "save c.json --compact")
    let alone = try Shell.run(Places.theo, command, folder: scratch.folder)
    #expect(alone.status == 65)
    #expect(alone.errors.contains("holds operations alone and needs its stories"))
    let given = try Shell.run(
      Places.theo, command + ["--stories", Self.stories], folder: scratch.folder)
    #expect(given.status == 0, "\(given.errors)")
  }

  @Test("runs a script from a file and from standard input")
  func scripts() throws {
    let script = "load \(Self.stories)/van-sa-port-fire.txt\n# a remark\narticles\n"
    _ = try scratch.file("script.theo", script)
    let fromFile = try theo("run", "script.theo")
    let fromInput = try theo(input: script)
    #expect(fromFile.status == 0)
    #expect(fromFile.output == fromInput.output)
    #expect(fromFile.output.contains("At least 14 dead"))
  }

  private static let endings: [(arguments: [String], status: Int32)] = [
    (["claims", "c99"], 1), (["clams"], 2), (["claims", "--nope"], 2),
    (["-l", "missing.txt", "claims"], 66), (["-s", "broken.json", "claims"], 65),
    (["-c", "quit"], 0), (["-l", "binary.bin", "claims"], 65),
    (["-l", "empty.txt", "claims"], 65), (["-c", "save /nowhere/x.json"], 73),
  ]

  @Test("ends with the code that says why", arguments: endings)
  func exitCodes(arguments: [String], status: Int32) throws {
    _ = try scratch.file("broken.json", "{\"format\": \"theo-session\", \"version\": 1,\n  oops")
    _ = try scratch.file("empty.txt")
    try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1, 2]).write(
      to: scratch.folder.appendingPathComponent("binary.bin"))
    let outcome = try Shell.run(
      Places.theo, arguments, environment: ["HOME": scratch.folder.path], folder: scratch.folder)
    #expect(outcome.status == status, "\(outcome.errors)")
    if status != 0 { #expect(outcome.errors.hasPrefix("theo: "), "\(outcome.errors)") }
  }

  @Test("names the line of a broken session and what was expected")
  func brokenSession() throws {
    _ = try scratch.file("broken.json", "{\"format\": \"theo-session\",\n  \"version\": oops}")
    let outcome = try theo("-s", "broken.json", "claims")
    #expect(outcome.errors.contains("broken.json"))
    #expect(outcome.errors.contains("line 2"))
  }

  @Test(
    "says so where its output cannot be written",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
    arguments: ["--version", "--help", "-h", "help", "-c 'help; help claims'", "claims --help"])
  func fullOutput(arguments: String) throws {
    let outcome = try Shell.run(
      "sh", ["-c", "'\(Places.theo)' \(arguments) > /dev/full"],
      environment: ["HOME": scratch.folder.path], folder: scratch.folder)
    #expect(outcome.status == 73)
    #expect(outcome.errors.lowercased().contains("no space left on device"), "\(outcome.errors)")
    let gone = try Shell.run(
      "bash", ["-c", "set -o pipefail; '\(Places.theo)' \(arguments) | true"],
      environment: ["HOME": scratch.folder.path], folder: scratch.folder)
    #expect(gone.status == 0, "\(gone.errors)")
  }

  @Test(
    "makes files as the umask says, apart from what is private",
    arguments: [("002", 0o664), ("022", 0o644), ("077", 0o600), ("027", 0o640)])
  func umask(mask: String, mode: Int) throws {
    let lines = [
      "load \(Self.stories)/van-sa-port-fire.txt; claims > x.csv; claims >> y.csv",
      "transcript on t.txt; claims c1; transcript off; set pager off",
    ]
    let outcome = try Shell.run(
      "sh",
      ["-c", #"umask \#(mask); "$0" -c "$1" -c "$2""#, Places.theo] + lines,
      environment: ["HOME": scratch.folder.path, "XDG_CONFIG_HOME": ""], folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in ["x.csv", "y.csv", "t.txt", ".config/theo/config.toml"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path(name))
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
  }

  @Test("does not wait for a pipe in the place of a file of its own", arguments: ["config.toml"])
  func pipes(name: String) throws {
    let folder = scratch.path("config/theo")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(mkfifo(folder + "/" + name, 0o600) == 0)
    let outcome = try Shell.run(
      "timeout", ["120", Places.theo, "-c", "set user lan; set user"],
      environment: ["XDG_CONFIG_HOME": scratch.path("config")], folder: scratch.folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("it is a pipe or a device"))
    #expect(outcome.output.contains("lan"))
  }

  @Test("has a page for man, with every command")
  func manualPage() throws {
    let page = try theo("help", "--man")
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.output.hasPrefix(".TH THEO 1") || page.output.contains(".TH"))
    for command in ["load", "annotate", "replay", "extract"] {
      #expect(page.output.contains(command))
    }
  }
}

@Suite("The shipped sessions")
struct ShippedSessionTests {
  private static let sessions =
    ((try? FileManager.default.contentsOfDirectory(atPath: Places.sessions.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.sorted()

  @Test("are at least three")
  func count() { #expect(Self.sessions.count >= 3) }

  @Test("replay to the recorded states", arguments: sessions)
  func verify(name: String) throws {
    let outcome = try Shell.run(
      Places.theo, ["replay", name, "--verify"], folder: Places.sessions)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("every state as recorded"))
  }
}
