import Foundation
import Testing

/// A newsroom's own words, from the folder to the session and back without the folder.
@Suite("A newsroom's own words in the program")
struct OwnWordsProgramTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// theo with what is in `lexicons` of a folder of its own as a newsroom's words.
  private func theo(
    _ arguments: [String], _ tables: [String: String]?, input: String? = nil
  ) throws -> Shell.Outcome {
    let home = tables == nil ? "empty" : "config"
    let folder = scratch.folder.appendingPathComponent("\(home)/theo/lexicons")
    if let tables {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in tables {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
      }
    }
    return try Shell.run(
      Places.theo, arguments, input: input,
      environment: [
        "XDG_CONFIG_HOME": scratch.folder.appendingPathComponent(home).path,
        "XDG_STATE_HOME": scratch.folder.path, "THEO_USER": "an", "NO_COLOR": "1",
      ], folder: scratch.folder)
  }

  private static let stories = [
    "vi": """
    Cầu phao Bến Lau hỏng

    Ông Hoàng Văn Đức nói toạc cầu phao đã hỏng từ hôm qua. Người dân phải đi vòng.

    Hoài Thu (theo SBO)

    """,
    "en": """
    Bridge shut

    The mayor grouched that the bridge would reopen on Friday. People had to walk.

    By Anna Field, Blue Wave

    """,
  ]

  private static let tables = [
    "cues.tsv": "# ours\nvi\tsay\tnói toạc\nen\tsay\tgrouched\n",
    "agencies.tsv":
      "Sóng Biếc\tagency\tVN\tbáo Sóng Biếc;SBO\nBlue Wave Press\tagency\t\tBlue Wave\n",
  ]

  @Test(
    "read stories, are told by why and article, and stay with the session",
    arguments: [
      ("vi", "own cue 'nói toạc', cues.tsv line 2", "Sóng Biếc"),
      ("en", "own cue 'grouched', cues.tsv line 3", "Blue Wave Press"),
    ])
  func wholePath(language: String, reason: String, agency: String) throws {
    let story = try scratch.file("story.txt", Self.stories[language] ?? "").path
    let session = scratch.folder.appendingPathComponent("s.json").path
    let saved = try theo(["-l", story, "-c", "save s.json"], Self.tables)
    #expect(saved.status == 0 && saved.errors == "")
    let text = try String(contentsOfFile: session, encoding: .utf8)
    #expect(text.contains("\"ownWords\""))
    #expect(text.contains("\"name\": \"\(agency)\""))
    for tables in [Self.tables, nil] {
      let why = try theo(["-s", session, "-c", "why c2"], tables)
      #expect(why.output.components(separatedBy: reason).count == 2, "\(why.output)")
      let card = try theo(["-s", session, "-c", "article a1"], tables)
      #expect(card.output.contains("agency '\(agency)', cue"), "\(card.output)")
      #expect(try theo(["-c", "replay \(session) --verify"], tables).status == 0)
      #expect(try theo(["-c", "session verify \(session)"], tables).status == 0)
    }
    let again = try theo(["-c", "replay s.json --extract-again"], Self.tables)
    #expect(again.output.contains("every claim is found as it was"), "\(again.output)")
  }

  @Test func `are told as the session has them, and the chain holds them`() throws {
    let story = try scratch.file("story.txt", Self.stories["vi"] ?? "").path
    let session = scratch.folder.appendingPathComponent("s.json")
    _ = try theo(["-l", story, "-c", "save s.json"], Self.tables)
    let text = try String(contentsOf: session, encoding: .utf8)
    let other = text.replacing(
      "\"line\": 2, \"subject\": \"cue\"", with: "\"line\": 9, \"subject\": \"cue\"")
    #expect(other != text)
    try Data(other.utf8).write(to: session)
    #expect(try theo(["-c", "session verify s.json"], nil).status == 65)
  }

  @Test func `are for extract and JSON Lines as well`() throws {
    let line =
      #"{"id":"1","text":"Ông Hoàng Văn Đức nói toạc cầu phao đã hỏng từ hôm qua.\n\nHoài Thu (theo SBO)"}"#
    let found = try theo(["extract", "-"], Self.tables, input: line + "\n").output
    #expect(found.contains("\"Sóng Biếc\"") && found.contains("\"indirect\""), "\(found)")
    let loaded = try theo(["-l", "-", "-c", "articles --format csv"], Self.tables, input: line)
    #expect(loaded.output.contains("Sóng Biếc"), "\(loaded.output)")
  }

  @Test func `with faults are told with line and column, and the others are used`() throws {
    let story = try scratch.file("story.txt", Self.stories["vi"] ?? "").path
    let outcome = try theo(
      ["-l", story, "-c", "why c2"],
      [
        "cues.tsv": "vi\tsya\trỉ tai\nvi\tsay\tnói toạc\n", "ceus.tsv": "vi\tsay\tx\n",
        "notes.md": "ours", "titles.tsv": "ông\n",
      ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("own cue 'nói toạc', cues.tsv line 2"), "\(outcome.output)")
    let folder = scratch.folder.appendingPathComponent("config/theo/lexicons").path
    let errors = outcome.errors.replacing(folder, with: "…")
    let lines = errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(errors)")
    #expect(lines.first?.hasPrefix("theo: …/ceus.tsv: no table is called so") == true, "\(errors)")
    #expect(lines.first?.hasSuffix("did you mean 'cues.tsv'?") == true, "\(errors)")
    #expect(lines.contains("  the file is not used"))
    #expect(lines.contains { $0.hasPrefix("theo: …/cues.tsv:1:4: 'sya' is no class") })
    #expect(lines.contains { $0.hasPrefix("theo: …/titles.tsv:1:4: 1 column, expected") })
    #expect(lines.contains("  this line is not used, the others are"))
  }

  @Test func `are listed by set --show, below the settings`() throws {
    let before = try theo(["-c", "set --show --format csv"], nil).output
    let after = try theo(["-c", "set --show --format csv"], Self.tables).output
    let rows = after.replacing(scratch.folder.path, with: "…").split(separator: "\n")
    #expect(rows.count == before.split(separator: "\n").count + 2)
    #expect(rows.contains { $0.hasPrefix("agencies.tsv,") && $0.contains("Blue Wave Press") })
    #expect(
      rows.contains { $0.hasPrefix("cues.tsv,") && $0.contains("…/config/theo/lexicons/cues.tsv") })
    #expect(try theo(["-c", "set --show"], Self.tables).output.contains("2 agencies: Sóng Biếc"))
  }

  @Test func `that no story uses leave the session as it would be without them`() throws {
    let text = "Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.\n"
    let story = try scratch.file("story.txt", text).path
    let sessions = try [("a.json", Self.tables), ("b.json", nil)].map { name, tables in
      let outcome = try theo(["-l", story, "-c", "save \(name)"], tables)
      #expect(outcome.status == 0)
      let saved = try String(
        contentsOf: scratch.folder.appendingPathComponent(name), encoding: .utf8)
      return saved.components(separatedBy: "\n").filter {
        !["\"time\"", "\"hash\"", "\"digest\"", "\"head\""].contains(where: $0.contains)
      }
    }
    #expect(sessions[0] == sessions[1] && !sessions[0].isEmpty)
    #expect(!sessions[0].joined().contains("ownWords"))
  }
}
