import Foundation
import Testing

/// A hundred claims judged at a real terminal, taken back to the first, saved and replayed.
@Suite("At a terminal, a review", .enabled(if: Shell.has("tmux"), "needs tmux"), .serialized)
struct ReviewSessionTests {
  /// Stories of invented ports: enough sentences for more than a hundred claims.
  private static func story(_ number: Int) -> String {
    let places = ["Vân Sa", "Hải Thanh", "Lộc Vĩnh", "Đồng Mây", "Bến Lụa", "Cửa Sóng"]
    let names = ["Lê Thu Hà", "Trần Kha", "Mai Văn Lộc", "Đỗ Minh An"]
    let place = places[number % places.count]
    var lines = ["Cảng \(place) mở thêm \(number + 2) bến", ""]
    for sentence in 0..<12 {
      let name = names[(number + sentence) % names.count]
      lines.append(
        "Ông \(name) cho biết cảng \(place) đã đón \(sentence * 17 + number + 3) tàu trong tháng "
          + "\(sentence + 1). Bà \(name) nói rằng \(sentence + 4) kho hàng đã đầy từ hôm thứ hai.")
    }
    return (lines + ["", "Minh An (Theo AFP)", ""]).joined(separator: "\n")
  }

  private func open(_ scratch: Scratch, rows: Int = 24) throws -> TmuxTerminal {
    for number in 0..<6 { _ = try scratch.file("cang-\(number).txt", Self.story(number)) }
    let terminal = try TmuxTerminal(
      columns: 80, rows: rows, folder: scratch.folder,
      environment: ["THEO_USER": "an", "THEO_PAGER": "off"],
      command: "\(Places.theo) cang-*.txt")
    try terminal.wait(for: "unchecked*>")
    return terminal
  }

  @Test("of a hundred claims is undone to the first, saved, and replayed to equal states")
  func hundred() throws {
    let scratch = try Scratch()
    let terminal = try open(scratch)
    try terminal.type("review", then: "Enter")
    try terminal.wait(for: "? help")
    let verdicts = Array("tmhxfu")
    for number in 0..<100 { try press(verdicts[number % 6], in: terminal, number) }
    try terminal.type("q")
    try terminal.wait(for: "100 changes; undo takes each back")
    try terminal.type("save judged.json", then: "Enter")
    try terminal.wait(for: "101 operations")
    try terminal.type("undo 100", then: "Enter")
    try terminal.wait(for: "took back 2: annotate", history: true)
    try terminal.type("claims verdict:true", then: "Enter")
    try terminal.wait(for: "no claim matches")
    try terminal.type("save undone.json", then: "Enter")
    try terminal.wait(for: "102 operations")
    for file in ["judged.json", "undone.json"] {
      let replay = try Shell.run(Places.theo, ["replay", file, "--verify"], folder: scratch.folder)
      #expect(replay.status == 0, "\(replay.errors)")
      #expect(replay.output.contains("every state as recorded"))
    }
    try expectDigestOfLoading(scratch)
  }

  /// Waits every ten keys: a person sees each claim, a test need not.
  private func press(_ key: Character, in terminal: TmuxTerminal, _ number: Int) throws {
    try terminal.type(String(key))
    if number % 10 == 9 { try terminal.wait(for: "\(number + 2) of ") }
  }

  /// Undone to the first, the facts are those that were loaded.
  private func expectDigestOfLoading(_ scratch: Scratch) throws {
    let rows = try Shell.run(
      Places.theo, ["-s", "undone.json", "history", "--format", "jsonl"], folder: scratch.folder
    ).output.split(separator: "\n")
    func digest(_ row: Substring?) throws -> String {
      let object = try JSONSerialization.jsonObject(with: Data((row ?? "").utf8))
      return try #require((object as? [String: Any])?["digest"] as? String)
    }
    #expect(rows.count == 102)
    #expect(try digest(rows.first) == digest(rows.last))
    #expect(try digest(rows.first) != digest(rows.dropFirst().first))
  }

  @Test("takes notes in Vietnamese, follows the window, and leaves the screen as it was")
  func screen() throws {
    let scratch = try Scratch()
    let terminal = try open(scratch)
    let before = try terminal.screen()
    try terminal.type("review", then: "Enter")
    try terminal.wait(for: "? help")
    try terminal.type("n")
    try terminal.wait(for: "note:")
    try terminal.type("Tân Hoa Xã: 11", then: "Enter")
    try terminal.wait(for: "notes        Tân Hoa Xã: 11")
    try terminal.resize(columns: 50, rows: 12)
    let small = try terminal.wait(for: "────\n")
    #expect(!small.contains("unverifiable"))
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait(for: "unverifiable")
    try terminal.type("f")
    try terminal.wait(for: "unchecked → false")
    try terminal.type("", then: "C-c")
    let after = try terminal.wait(for: "2 changes; undo takes each back")
    #expect(after.hasPrefix(before + " review"))
    #expect(!after.contains("────"))
    try terminal.type("undo", then: "Enter")
    try terminal.wait(for: "false → unchecked")
  }

  @Test("puts claims right, is stopped in a menu and goes on, and all of it is saved")
  func corrections() throws {
    let scratch = try Scratch()
    for number in 0..<6 { _ = try scratch.file("cang-\(number).txt", Self.story(number)) }
    // A shell to stop it in.
    let terminal = try TmuxTerminal(
      columns: 80, rows: 24, folder: scratch.folder,
      environment: ["THEO_USER": "an", "THEO_PAGER": "off"],
      command: "bash --noprofile --norc -i")
    try terminal.type("\(Places.theo) cang-*.txt", then: "Enter")
    try terminal.wait(for: "unchecked*>")
    try terminal.type("review", then: "Enter")
    try terminal.wait(for: "1 of ")
    try terminal.type("w")
    try terminal.wait(for: "who said")
    try terminal.type("Đỗ Thị Hoà")
    try terminal.wait(for: "Đỗ Thị Hoà  a new name")
    try terminal.type("", then: "C-z")
    try terminal.wait(for: "Stopped")
    try terminal.type("fg", then: "Enter")
    try terminal.wait(for: "Đỗ Thị Hoà  a new name")
    try terminal.resize(columns: 60, rows: 20)
    try terminal.wait(for: "Đỗ Thị Hoà  a new name")
    try terminal.type("", then: "Enter")
    try terminal.wait(for: "said by Đỗ Thị Hoà")
    try terminal.type("c")
    try terminal.wait(for: "claim:")
    try terminal.type("", then: "C-e", "M-BSpace", "Enter")
    try terminal.wait(for: "put right · z")
    try terminal.type("a")
    try terminal.wait(for: "which agency")
    try terminal.type("", then: "Escape")
    try terminal.wait(for: "nothing chosen")
    try terminal.type("hp")
    try terminal.wait(for: "note:")
    try terminal.type("theo Sở Giao thông", then: "Enter")
    try terminal.wait(for: "note · z")
    try terminal.type("d")
    try terminal.wait(for: "dropped")
    try terminal.type("q")
    try terminal.wait(for: "put right: 1 claim dropped, 1 speaker, the words of 1 claim")
    try terminal.type("save s.json", then: "Enter")
    try terminal.wait(for: "saved")
    let claims = try Shell.run(
      Places.theo, ["-s", "s.json", "claims", "has:note", "--format", "jsonl"],
      folder: scratch.folder)
    #expect(claims.output.contains("Đỗ Thị Hoà"))
    #expect(claims.output.contains("half-true"))
    let verified = try Shell.run(
      Places.theo, ["session", "verify", "s.json"], folder: scratch.folder)
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test("goes line by line where nothing is repainted", arguments: ["TERM=dumb", "ACCESSIBLE=1"])
  func plain(setting: String) throws {
    let scratch = try Scratch()
    _ = try scratch.file("cang.txt", Self.story(1))
    let terminal = try TmuxTerminal(
      folder: scratch.folder, command: "\(setting) \(Places.theo) cang.txt review")
    try terminal.wait(for: "verdict:")
    try terminal.type("half-true", then: "Enter")
    try terminal.wait(for: "unchecked → half-true")
    try terminal.type("n", then: "Enter")
    try terminal.wait(for: "note:")
    try terminal.type("xem lại", then: "Enter")
    try terminal.wait(for: "note · z takes it back")
    try terminal.type("q", then: "Enter")
    try terminal.wait(for: "1 half-true")
    try terminal.wait(for: "ended-with-0")
  }

  @Test("reads its answers from a pipe, and saves the session")
  func piped() throws {
    let scratch = try Scratch()
    _ = try scratch.file("cang.txt", Self.story(2))
    func theo(_ words: String..., input: String = "") throws -> Shell.Outcome {
      try Shell.run(
        Places.theo, words, input: input, environment: ["HOME": scratch.folder.path],
        folder: scratch.folder)
    }
    #expect(try theo("-c", "load cang.txt; save s.json").status == 0)
    let reviewed = try theo(
      "-s", "s.json", "review", "--format", "jsonl", input: "t\nn Xinhua: 11\nfalse\n")
    #expect(reviewed.status == 0, "\(reviewed.errors)")
    #expect(reviewed.output.contains("\"reviewed\":2"))
    let counted = try theo("-s", "s.json", "claims", "verdict:true", "--format", "jsonl")
    #expect(counted.output.split(separator: "\n").count == 1)
    #expect(try theo("-s", "s.json", "review").status == 2)
  }
}
