import ClaimModel
import FactStore
import Foundation
import Sessions
import SystemPackage
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// How an editor may have stored a text.
enum Stored: CaseIterable {
  case utf8WithMark, utf16Little, utf16Big

  func bytes(_ text: String) -> [UInt8] {
    switch self {
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16Little, .utf16Big:
      return ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
        let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return self == .utf16Little ? pair : pair.reversed()
      }
    }
  }
}

@Suite("A byte order mark", .serialized)
struct ByteOrderMarkTests {
  private let folder: TestFolder
  private static let record = #"{"id":"n1","text":"Ông Trần Kha cho biết 4 người chết ở bến Sen."}"#

  init() throws { folder = try TestFolder() }

  private func session() throws -> String {
    var desk = testDesk(TestStory.both)
    _ = ran(folder.filled("annotate c2 --verdict false; save $DIR/s.json"), on: &desk)
    return try folder.text("s.json")
  }

  @Test(
    "is no part of a session: it is told to be one, opened, verified, merged",
    arguments: Stored.allCases)
  func sessions(_ stored: Stored) throws {
    try folder.write(stored.bytes(session()), to: "m.json")
    let path = folder.path + "/m.json"
    #expect(try Invocation([path], .standard).session == path)
    var desk = testDesk()
    for line in [
      "open $DIR/m.json", "session verify $DIR/m.json", "diff $DIR/m.json $DIR/s.json",
      "replay $DIR/m.json --verify", "merge $DIR/m.json $DIR/s.json -o $DIR/b.json", "save",
    ] {
      let told = ran(folder.filled(line), on: &desk)
      #expect(told.status == .done, "\(line): \(told.messages)")
    }
  }

  @Test(
    "is no part of JSON Lines, whatever the file's name", arguments: Stored.allCases,
    ["a.jsonl", "a.txt"])
  func records(_ stored: Stored, _ name: String) throws {
    try folder.write(stored.bytes(Self.record + "\r\n" + Self.record + "\n"), to: name)
    var desk = testDesk()
    let told = ran(folder.filled("load $DIR/\(name)"), on: &desk)
    #expect(told.messages == "")
    #expect(desk.store.articles.map(\.article.name) == ["n1", "n1"])
  }

  @Test("is no part of a script, a transcript, rc.theo or config.toml", arguments: Stored.allCases)
  func texts(_ stored: Stored) throws {
    try folder.write(stored.bytes("set user lan\r\narticles\r\n"), to: "x.theo")
    try folder.write(
      stored.bytes("theo> articles\r\nno stories yet; load some: load PATH\r\n"), to: "t.txt")
    try folder.write(stored.bytes("user = \"lan\"\r\n"), to: "config.toml")
    var desk = testDesk()
    for line in ["run $DIR/x.theo", "session check $DIR/t.txt"] {
      let told = ran(folder.filled(line), on: &desk)
      #expect(told.status == .done, "\(line): \(told.messages)\(told.output)")
    }
    #expect(desk.user == "lan")
    var other = testDesk()
    let console = TestConsole()
    StartScript.run(
      folder.path + "/x.theo", on: &other, with: CommandInterpreter(.standard), console: console)
    #expect(console.messages == "")
    #expect(other.user == "lan")
    let store = ConfigurationStore(path: folder.path + "/config.toml")
    #expect(try store.read().problems.isEmpty)
    #expect(try store.read().entries.map(\.key) == ["user"])
  }

  @Test("before what is piped in is a blank")
  func piped() {
    var desk = testDesk()
    #expect(ran("\u{FEFF}articles\n", on: &desk).status == .done)
  }

  @Test(
    "A session that was cut in half is told to be that, whichever half it is",
    arguments: [0.1, 0.3, 0.5, 0.8])
  func cut(_ part: Double) throws {
    let text = Array(try session().utf8)
    let at = Int(Double(text.count) * part)
    try folder.write(Array(text[..<at]), to: "head.json")
    try folder.write(Array(text[at...]), to: "tail.json")
    let path = folder.path + "/head.json"
    #expect(try Invocation([path], .standard).session == path)
    var desk = testDesk()
    let head = ran(folder.filled("open $DIR/head.json"), on: &desk)
    #expect(head.status == .badData)
    let loaded = ran(folder.filled("load $DIR/head.json"), on: &desk)
    #expect(loaded.status != .done)
    #expect(loaded.messages.contains("a session is opened: open FILE"))
    #expect(loaded.messages.split(separator: "\n").count <= 2)
    let tail = ran(folder.filled("load $DIR/tail.json"), on: &desk)
    #expect(tail.status == .badData)
    #expect(tail.messages.contains("a piece of a JSON file"))
    #expect(desk.store.log.isEmpty)
  }

  @Test(
    "A story is none of these",
    arguments: [
      "\"Cầu đã đóng\", ông nói.\n\"Mở lại sau\", bà nói.\n",
      "[Ảnh]\nCháy kho ở bến Sen,\nđêm qua.\n",
    ])
  func stories(_ text: String) throws {
    try folder.write(text, to: "a.txt")
    var desk = testDesk()
    #expect(ran(folder.filled("load $DIR/a.txt"), on: &desk).status == .done)
  }
}
