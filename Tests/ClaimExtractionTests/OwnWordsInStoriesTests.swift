import ArticleReading
import ClaimExtraction
import ClaimModel
import Lexicons
import Testing

@Suite("A newsroom's own words in stories")
struct OwnWordsInStoriesTests {
  private static func own(_ tables: [String: String]) throws -> OwnWords {
    try OwnWords(
      tables.sorted { $0.key < $1.key }.map {
        OwnWords.File(name: $0.key, bytes: Array($0.value.utf8))
      })
  }

  /// The claims of a text, read with tables of one's own.
  private static func claims(
    _ text: String, _ tables: [String: String], title: String? = nil
  ) throws -> (article: Article, claims: [Claim], own: OwnWords) {
    let own = try own(tables)
    let words = WordTables(own)
    let article = ArticleReader.article(named: "t", text: text, words: ReadingWords(words))
    return (article, ClaimExtractor(languages: LanguageSet(words)).claims(in: article), own)
  }

  /// "source | cue | content" of the attributed claims.
  private static func lines(_ found: (article: Article, claims: [Claim], own: OwnWords)) -> [String]
  {
    found.claims.filter { $0.kind != .narrated }.map { claim in
      [claim.source, claim.cue, claim.content].map { spans in
        spans.map(found.article.text).joined(separator: " … ")
      }.joined(separator: " | ")
    }
  }

  @Test(
    "A cue of one's own finds cue, source and content, whatever the tagger thinks",
    arguments: [
      (
        "vi-cues.tsv", "say\tphân trần",
        "Ông Hoàng Văn Đức phân trần cầu phao đã hỏng từ hôm qua.",
        "Ông Hoàng Văn Đức | phân trần | cầu phao đã hỏng từ hôm qua"
      ),
      (
        "vi-cues.tsv", "say\tnói toạc",
        "Ông Hoàng Văn Đức nói toạc cầu phao đã hỏng từ hôm qua.",
        "Ông Hoàng Văn Đức | nói toạc | cầu phao đã hỏng từ hôm qua"
      ),
      (
        "vi-cues.tsv", "say\tnói toạc",
        "Ông Hoàng_Văn_Đức nói_toạc cầu phao đã hỏng từ hôm_qua .",
        "Ông Hoàng_Văn_Đức | nói_toạc | cầu phao đã hỏng từ hôm_qua"
      ),
      (
        "vi-cues.tsv", "say\tphân trần",
        "Ông Hoàng_Văn_Đức phân_trần cầu phao đã hỏng từ hôm_qua .",
        "Ông Hoàng_Văn_Đức | phân_trần | cầu phao đã hỏng từ hôm_qua"
      ),
      (
        "vi-cues.tsv", "that\tthì thào",
        "Ông Hoàng Văn Đức thì thào rằng cầu phao đã hỏng từ hôm qua.",
        "Ông Hoàng Văn Đức | thì thào | cầu phao đã hỏng từ hôm qua"
      ),
      (
        "cues.tsv", "vi\tsay\tphán",
        "Ông Hoàng Văn Đức phán cầu phao đã hỏng từ hôm qua.",
        "Ông Hoàng Văn Đức | phán | cầu phao đã hỏng từ hôm qua"
      ),
      (
        "en-cues.tsv", "say\tgrouched",
        "The mayor grouched that the bridge would reopen on Friday.",
        "The mayor | grouched | that the bridge would reopen on Friday"
      ),
      (
        "cues.tsv", "en\tsay\twent public",
        "The mayor went public that the bridge would reopen on Friday.",
        "The mayor | went public | that the bridge would reopen on Friday"
      ),
    ])
  func cues(table: String, rows: String, text: String, line: String) throws {
    let found = try Self.claims(text, [table: rows])
    #expect(Self.lines(found) == [line])
    let claim = try #require(found.claims.first)
    let entry = try #require(found.own.entries.first)
    #expect(claim.reasons.first?.words == "\(entry.description)")
    #expect(entry.description.hasSuffix("\(table) line 1"))
    #expect(claim.reasons.first?.subject == .claim)
    #expect(OwnWordUse(found.own).entries(in: claim, of: found.article) == [entry])
  }

  @Test func `words that are said to be no cue are none`() throws {
    let text = "Ông Hoàng Văn Đức cho biết cầu phao đã hỏng từ hôm qua."
    #expect(Self.lines(try Self.claims(text, [:])).count == 1)
    #expect(Self.lines(try Self.claims(text, ["vi-cues.tsv": "none\tcho biết"])) == [])
  }

  @Test func `sentences without a cue of one's own are read as before`() throws {
    let text = """
      Ông Hoàng Văn Đức phân trần cầu phao đã hỏng. Bộ Y tế cho biết dịch cúm đã lan ra năm tỉnh.
      """
    let before = ClaimExtractor().claims(in: ArticleReader.article(named: "t", text: text))
    let after = try Self.claims(text, ["vi-cues.tsv": "say\tphân trần"]).claims
    #expect(after.last == before.last)
    #expect(after.last?.kind == .indirect)
  }

  @Test func `an agency of one's own is told by any of its names, in byline and source`() throws {
    let text = """
      Cầu phao Bến Lau hỏng

      Theo báo Sóng Biếc, cầu phao Bến Lau đã hỏng từ hôm qua. Người dân phải đi vòng.

      Hoài Thu (theo SBO)
      """
    let tables = ["agencies.tsv": "Sóng Biếc\tagency\tVN\tbáo Sóng Biếc;SBO"]
    let found = try Self.claims(text, tables)
    #expect(found.article.byline?.agencies == ["Sóng Biếc"])
    #expect(ArticleReader.article(named: "t", text: text).byline?.agencies == ["SBO"])
    let claim = try #require(found.claims.first { $0.kind != .narrated })
    #expect(claim.speaker?.name == "Sóng Biếc" && claim.speaker?.kind == .agency)
    let use = OwnWordUse(found.own)
    #expect(use.entries(in: found.article).map(\.words) == ["Sóng Biếc"])
    #expect(use.entries(in: claim, of: found.article).map(\.words) == ["Sóng Biếc"])
  }

  @Test func `a title of one's own is no part of the name behind it`() throws {
    let text = "Thủ bạ Kalia Stone cho biết cầu phao đã hỏng. Ông Stone nói cầu sẽ được sửa."
    let found = try Self.claims(text, ["titles.tsv": "thủ bạ\tvi\tperson"])
    #expect(found.claims.map { $0.speaker?.name } == ["Kalia Stone", "Kalia Stone"])
    let without = try Self.claims(text, [:]).claims.map { $0.speaker?.name }
    #expect(without != ["Kalia Stone", "Kalia Stone"])
  }

  @Test func `a unit of one's own is one, with its class`() throws {
    let text = "Bộ Y tế cho biết tàu đã dỡ 15 phuy dầu máy xuống cảng."
    let found = try Self.claims(text, ["units.tsv": "phuy\tvi\tnoun\n"])
    #expect(found.claims.first?.quantities.map(\.unit) == ["phuy"])
    #expect(try Self.claims(text, [:]).claims.first?.quantities.map(\.unit) == ["phuy dầu máy"])
    let claim = try #require(found.claims.first)
    #expect(OwnWordUse(found.own).entries(in: claim, of: found.article).map(\.subject) == [.unit])
  }

  @Test func `a capital of one's own stands for its government`() throws {
    let text = "Vân Sa cho biết cầu phao đã hỏng từ hôm qua."
    let found = try Self.claims(text, ["places.tsv": "-\tBạch Dương\t\tVân Sa\t"])
    let speaker = try #require(found.claims.first?.speaker)
    #expect(speaker.name == "Bạch Dương" && speaker.kind == .government)
    #expect(try Self.claims(text, [:]).claims.first?.speaker?.name != "Bạch Dương")
  }

  @Test func `no words of one's own leave the languages as they are`() {
    #expect(LanguageSet(WordTables(.none))[.vietnamese] === LanguageSet.standard[.vietnamese])
  }
}
