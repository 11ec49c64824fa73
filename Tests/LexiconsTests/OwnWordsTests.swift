import Lexicons
import Testing

@Suite("A newsroom's own tables")
struct OwnWordsTests {
  private static func file(_ name: String, _ text: String) -> OwnWords.File {
    OwnWords.File(name: name, bytes: Array(text.utf8))
  }

  @Test(
    "are read in the form of the embedded ones",
    arguments: [
      (
        "agencies.tsv", "# ours\nSóng Xanh\toutlet\tVN\tbáo Sóng Xanh;SX\n",
        ["own agency 'Sóng Xanh', agencies.tsv line 2"]
      ),
      (
        "vi-cues.tsv", "say\thé lộ; rỉ tai\n\nnone\trỉ tai nhau",
        [
          "own cue 'hé lộ', vi-cues.tsv line 1", "own cue 'rỉ tai', vi-cues.tsv line 1",
          "own cue 'rỉ tai nhau', vi-cues.tsv line 3",
        ]
      ),
      (
        "cues.tsv", "vi\tsay\thé lộ\r\nen\tthat\tgrumble;grumbled\r\n",
        [
          "own cue 'hé lộ', cues.tsv line 1", "own cue 'grumble', cues.tsv line 2",
          "own cue 'grumbled', cues.tsv line 2",
        ]
      ),
      ("titles.tsv", "thuyền phó\tvi\tperson\t\n", ["own title 'thuyền phó', titles.tsv line 1"]),
      ("titles.tsv", "thuyền phó\tvi\tperson\n", ["own title 'thuyền phó', titles.tsv line 1"]),
      (
        "units.tsv", "hải lý\tvi\tmeasure\n‰\t*\tmeasure",
        ["own unit 'hải lý', units.tsv line 1", "own unit '‰', units.tsv line 2"]
      ),
      (
        "places.tsv", "-\tLiên minh Bạch Dương\tBirch Union\tVân Sa\n",
        [
          "own place 'Liên minh Bạch Dương', places.tsv line 1",
          "own place 'Birch Union', places.tsv line 1",
        ]
      ),
      ("places.tsv", "\u{FEFF}# nothing yet\n", []),
    ])
  func reading(name: String, text: String, entries: [String]) throws {
    #expect(try OwnWords([Self.file(name, text)]).entries.map(\.description) == entries)
  }

  @Test(
    "say what is wrong in which line and column, and what was expected",
    arguments: [
      (
        "vi-cues.tsv", "say\tnói\nsya\thé lộ",
        "'vi-cues.tsv', line 2, column 1: 'sya' is no class; expected one of say, act, that, "
          + "quote, relay, passive, lead, theo, none; did you mean 'say'?"
      ),
      (
        "cues.tsv", "vi\taccording\thé lộ",
        "'cues.tsv', line 1, column 4: 'according' is no class; expected one of say, act, that, "
          + "quote, relay, passive, lead, theo, none"
      ),
      (
        "cues.tsv", "\nfr\tsay\tdit",
        "'cues.tsv', line 2, column 1: 'fr' is no language; expected one of vi, en"
      ),
      (
        "cues.tsv", "vi\tsay",
        "'cues.tsv', line 1, column 7: 2 columns, expected 3 with a tab between them: language, "
          + "class, cues"
      ),
      (
        "units.tsv", "hải lý\tvi\tmeasure\tx",
        "'units.tsv', line 1, column 19: 4 columns, expected 3 with a tab between them: words, "
          + "language, class"
      ),
      (
        "units.tsv", "\tvi\tmeasure",
        "'units.tsv', line 1, column 1: nothing in the column 'words'"
      ),
      (
        "units.tsv", "hải lý\t vi\tmesure",
        "'units.tsv', line 1, column 12: 'mesure' is no class; expected one of measure, currency, time, "
          + "definite, noun, head, suffix; did you mean 'measure'?"
      ),
      (
        "agencies.tsv", "Sóng Xanh\toutlet\tVietnam",
        "'agencies.tsv', line 1, column 18: 'Vietnam' is no country; expected two capital letters "
          + "such as VN, or nothing"
      ),
      (
        "agencies.tsv", "Sóng Xanh\tpaper",
        "'agencies.tsv', line 1, column 11: 'paper' is no kind; expected one of agency, outlet"
      ),
      (
        "agencies.tsv", "SX\toutlet\t\tSóng; -- ",
        "'agencies.tsv', line 1, column 18: '--' has no letter or digit; expected words of a story"
      ),
      (
        "vi-cues.tsv", "say\thé lộ\nthat\tHé lộ",
        "'vi-cues.tsv', line 2, column 6: 'Hé lộ' stands in line 1 already, with something else; "
          + "expected one line for it"
      ),
      (
        "places.tsv", "XX\t\t",
        "'places.tsv', line 1, column 5: nothing in the column 'Vietnamese names'"
      ),
      (
        "titels.tsv", "",
        "'titels.tsv': no table is called so; expected one of agencies.tsv, cues.tsv, titles.tsv, "
          + "units.tsv, places.tsv, vi-cues.tsv, en-cues.tsv; did you mean 'titles.tsv'?"
      ),
    ])
  func faults(name: String, text: String, words: String) throws {
    let error = #expect(throws: OwnWordsError.self) { try OwnWords([Self.file(name, text)]) }
    #expect(error?.description == words)
  }

  @Test func `tell the byte that is no UTF-8`() {
    let bytes: [UInt8] = Array("say\tn".utf8) + [0xF3, 0x69, 0x0A]
    let error = #expect(throws: OwnWordsError.self) {
      try OwnWords([OwnWords.File(name: "vi-cues.tsv", bytes: bytes)])
    }
    #expect(
      error?.description == "'vi-cues.tsv', line 1, column 6: not UTF-8; save the table as UTF-8")
  }

  @Test func `tell every fault, in the order of files and lines`() {
    let error = #expect(throws: OwnWordsError.self) {
      try OwnWords([
        Self.file("titles.tsv", "ông\tvn\thonorific\tx"),
        Self.file("en-cues.tsv", "say\tsays\nsya\tx"),
      ])
    }
    let places = error?.faults.map { "\($0.file) \($0.line):\($0.column)" }
    #expect(places == ["titles.tsv 1:5", "titles.tsv 1:18", "en-cues.tsv 2:1"])
  }

  @Test func `of no rows are none, and leave the tables as they are`() throws {
    let own = try OwnWords([Self.file("units.tsv", "# none\n")])
    #expect(own.isEmpty)
    #expect(WordTables(own).agencies === AgencyRegistry.shared)
    #expect(WordTables(own).list("units.tsv") == WordList(embedded: "units.tsv"))
  }

  @Test func `have names of agencies that go before the program's own`() throws {
    let own = try OwnWords([
      Self.file(
        "agencies.tsv", "Sóng Xanh\toutlet\tVN\tSX;Reuters VN;UPI\nAFP\tagency\t\tPháp tấn xã\n")
    ])
    let agencies = WordTables(own).agencies
    let names = ["sx", "Reuters VN", "UPI", "Pháp tấn xã", "Agence France-Presse", "Reuters"].map {
      agencies.entry(named: $0)?.name
    }
    #expect(names == ["Sóng Xanh", "Sóng Xanh", "Sóng Xanh", "AFP", "AFP", "Reuters"])
    #expect(agencies.entry(named: "AFP")?.country == "FR")
  }
}
