import ClaimModel
import FactStore
import Foundation
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

/// Stories of invented places, read and searched for claims as they are.
@Suite("A story that is put right")
struct ArticleTests {
  private static let fire = """
    Cháy kho hàng ở cảng Vân Sa

    Ông Lê Văn Tám cho biết đám cháy bùng phát hôm qua làm 3 người bị thương. Bà Mai Hoa nói cảng \
    sẽ mở lại vào thứ hai. Cuộc họp ngày 12/3 đã bàn việc này.

    Minh An (Theo AFP)
    """
  private static let brief = """
    Ferry sinks off northern coast
    "We do not know the cause," police chief Tran Minh said on Monday. The harbour master said 14 \
    people were missing.
    """

  private func desk(_ stories: [(String, String)], _ options: String = "") throws -> Desk {
    let folder = try TestFolder()
    var desk = testDesk([])
    var names = [String]()
    for (name, text) in stories {
      names.append("'\(try folder.write(text, to: name))'")
    }
    let done = ran("load \(names.joined(separator: " ")) \(options)", on: &desk)
    #expect(done.status == .done, "\(done.messages)")
    return desk
  }

  private func dates(_ desk: Desk) -> [[String]] {
    desk.store.claims.compactMap { desk.store.claim($0)?.claim.dates.map(\.iso) }
  }

  private static let days: [(day: String, dates: [[String]])] = [
    ("2024-03-14", [[], ["2024-03-13"], ["2024-03-18"], ["2024-03-12"]]),
    ("1/1/2025", [[], ["2024-12-31"], ["2025-01-06"], ["2025-03-12"]]),
    ("2024-03-01", [[], ["2024-02-29"], ["2024-03-04"], ["2024-03-12"]]),
  ]

  @Test(
    "has its dates resolved by its new day, and by none when that is taken away", arguments: days)
  func date(day: String, dates: [[String]]) throws {
    var desk = try desk([("chay.txt", Self.fire)])
    let before = desk.store.digest
    let old = self.dates(desk)
    let claims = Array(desk.store.claims)
    _ = ran("article a1 --date \(day)", on: &desk)
    #expect(self.dates(desk) == dates)
    #expect(Array(desk.store.claims) == claims)
    _ = ran("article a1 --date \"\"", on: &desk)
    #expect(self.dates(desk) == old)
    _ = ran("undo 2", on: &desk)
    #expect(desk.store.digest == before)
  }

  @Test("gives the claims of a load with that day")
  func loadedWithDay() throws {
    var edited = try desk([("chay.txt", Self.fire)])
    _ = ran("article a1 --date 2024-03-14 --lang vi", on: &edited)
    let loaded = try desk([("chay.txt", Self.fire)], "--date 14/3/2024 --lang vi")
    #expect(dates(edited) == dates(loaded))
    let claims = { (desk: Desk) in
      desk.store.claims.compactMap { desk.store.claim($0)?.claim.worth }
    }
    #expect(claims(edited) == claims(loaded))
    #expect(loaded.store.article(ArticleID(1))?.article.date?.description == "2024-03-14")
    #expect(loaded.store.log.count == 1)
  }

  @Test("is read by that again where a session without its story is opened")
  func compact() throws {
    let folder = try TestFolder()
    let story = try folder.write(Self.brief, to: "brief.txt")
    var desk = testDesk([])
    let lines = [
      "load '\(story)' --lang vi --date 2024-03-14 --title Phà", "annotate c1 --tag a",
      "save '\(folder.path)/c.json' --compact",
    ]
    for line in lines {
      let done = ran(line, on: &desk)
      #expect(done.status == .done, "\(done.messages)")
    }
    var other = testDesk([])
    let opened = ran("open '\(folder.path)/c.json' --stories '\(story)'", on: &other)
    #expect(opened.status == .done, "\(opened.messages)")
    #expect(other.store.digest == desk.store.digest)
  }

  @Test("is found again as it is read now by 'replay --extract-again'")
  func extractedAgain() throws {
    let folder = try TestFolder()
    var desk = try desk([("chay.txt", Self.fire), ("brief.txt", Self.brief)])
    _ = ran(
      "article a1 --date 2024-03-14; article a2 --lang vi; claim edit c1 --words \"kho hàng\"",
      on: &desk)
    _ = ran("save '\(folder.path)/s.json'", on: &desk)
    let again = ran("replay '\(folder.path)/s.json' --extract-again", on: &desk)
    #expect(again.output.contains("every claim is found as it was"), "\(again.output)")
  }

  @Test("keeps hand-made claims, their dates resolved too")
  func handmade() throws {
    var desk = try desk([("chay.txt", Self.fire)])
    _ = ran("claim add a1 \"bùng phát hôm qua\"; claim edit c2 --words \"hôm qua\"", on: &desk)
    _ = ran("annotate c2 --verdict true --note đúng", on: &desk)
    _ = ran("article a1 --date 2024-03-14", on: &desk)
    let added = try #require(desk.store.lastClaim.flatMap(desk.store.claim))
    #expect(added.claim.dates.map(\.iso) == ["2024-03-13"])
    let edited = try #require(desk.store.claim(ClaimID(2)))
    #expect(edited.claim.dates.map(\.iso) == ["2024-03-13"])
    #expect(edited.verdict == .true)
    #expect(edited.origin != .extracted)
    #expect(desk.store.text(of: edited) == "hôm qua")
  }

  @Test("in another language is searched anew: what people worked on stays, ids never come again")
  func language() throws {
    var desk = try desk([("brief.txt", Self.brief)], "--lang vi")
    let before = desk.store.digest
    let attributed = { (desk: Desk) in
      desk.store.claims.compactMap { desk.store.claim($0)?.claim.speaker?.name }
    }
    #expect(!attributed(desk).contains("Tran Minh"))
    let first = try #require(desk.store.lastClaim)
    _ = ran("annotate c2 --note xem", on: &desk)
    let done = ran("article a1 --lang en", on: &desk)
    #expect(attributed(desk).contains("Tran Minh"))
    #expect(desk.store.claim(ClaimID(2))?.notes == ["xem"])
    #expect(
      (done.output + done.messages).contains(
        "c2: not found any more, but stays, since people worked on it"))
    let last = try #require(desk.store.lastClaim)
    #expect(last > first)
    let found = Array(desk.store.claims)
    _ = ran("article a1 --lang vi; article a1 --lang en", on: &desk)
    #expect(desk.store.lastClaim == last)
    #expect(Array(desk.store.claims) == found)
    _ = ran("undo 4", on: &desk)
    #expect(desk.store.digest == before)
    _ = ran("redo 4", on: &desk)
    #expect(Array(desk.store.claims) == found)
  }

  @Test("keeps what was dropped by hand dropped, though it is found again")
  func droppedByHand() throws {
    var desk = try desk([("brief.txt", Self.brief)])
    _ = ran("claim drop c1; article a1 --lang vi; article a1 --lang en", on: &desk)
    #expect(desk.store.claim(ClaimID(1)) == nil)
    let title = desk.store.claims.filter { id in
      desk.store.claim(id).map { desk.store.text(of: $0) } == "Ferry sinks off northern coast"
    }
    #expect(title.isEmpty)
  }

  private static let wrong: [(line: String, words: String)] = [
    ("article a1 --date hôm-qua", "'hôm-qua' is no day"),
    ("article a1 --date 30/2/2024", "'30/2/2024' is no day"),
    ("article a1 --date 2024", "'2024' is no day"),
    ("article a1 --lang vn", "'vn' is no value of --lang"),
    ("article a3 --lang en", "there is no article a3; the last is a2"),
    ("article c1", "expected an article such as a1, found 'c1'"),
    ("load x.txt --date 12-3", "'12-3' is no day"),
  ]

  @Test("says what is wrong, and changes nothing", arguments: wrong)
  func refused(line: String, words: String) throws {
    var desk = try desk([("chay.txt", Self.fire), ("brief.txt", Self.brief)])
    let done = ran(line, on: &desk)
    #expect(done.status != .done)
    #expect(done.messages.contains(words), "\(done.messages)")
    #expect(desk.store.log.count == 1)
  }

  @Test("takes link, title and author of a load where that is one story")
  func ofOneStory() throws {
    let desk = try desk(
      [("chay.txt", Self.fire)], "--url https://a.example/1 --title \"Cháy kho\" --author An")
    let article = try #require(desk.store.article(ArticleID(1))?.article)
    #expect(article.headline == "Cháy kho")
    #expect(article.author == "An")
    #expect(article.url == "https://a.example/1")
    var other = testDesk([])
    let folder = try TestFolder()
    for name in ["a.txt", "b.txt"] { try folder.write(Self.fire, to: name) }
    let refused = ran("load '\(folder.path)' --title x", on: &other)
    #expect(refused.status == .usage)
    #expect(refused.messages.contains("are of one story, and these are 2"))
    #expect(other.store.articles.isEmpty)
  }
}

@Suite("A story that is dropped")
struct ArticleDropTests {
  private static let lines = [
    "articles", "claims", "find ferry", "stats", "sources", "independence", "conflicts", "words",
    "timeline", "sources --graph", "next",
  ]

  @Test("is in no listing, and what is left reads as if it never came", arguments: lines)
  func gone(line: String) {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c6 --verdict true; article drop a2 --yes", on: &desk)
    var alone = testDesk([TestStory.both[0]])
    let (one, other) = (ran(line, on: &desk), ran(line, on: &alone))
    #expect(one.output == other.output)
    #expect(one.status == other.status)
  }

  @Test("comes back by undo with all that was said of it, and keeps all ids")
  func back() {
    var desk = testDesk(TestStory.both)
    _ = ran("annotate c6 --verdict true --note a; attribute c5 AFP", on: &desk)
    let (digest, tally) = (desk.store.digest, desk.store.tally)
    _ = ran("article drop a2 --yes", on: &desk)
    #expect(desk.store.claimCount == 4)
    #expect(desk.store.tally[.true] == 0)
    #expect(ran("compare c1", on: &desk).status == .done)
    _ = ran("claim add a1 \"Nước sông\"", on: &desk)
    #expect(desk.store.lastClaim == ClaimID(7))
    _ = ran("undo 2", on: &desk)
    #expect(desk.store.digest == digest)
    #expect(desk.store.tally == tally)
    _ = ran("redo 2; goto 2; goto 5", on: &desk)
    #expect(desk.store.claimCount == 5)
  }

  @Test(
    "keeps a source that people worked on",
    arguments: ["source add Xinhua2", "annotate source Xinhua --note x"])
  func sources(line: String) {
    var desk = testDesk(TestStory.both)
    _ = ran(line + "; article drop a2 --yes", on: &desk)
    #expect(ran("sources", on: &desk).output.contains("Xinhua"))
  }

  @Test("asks where people worked on it, and takes no for an answer")
  func asks() {
    var desk = testDesk(TestStory.both)
    let console = TestConsole()
    _ = ran("annotate c6 --verdict true", on: &desk, console: console)
    _ = ran("article drop a1", on: &desk, console: console)
    #expect(desk.store.articles.count == 1)
  }
}

@Suite("A date without a year")
struct YearlessDateTests {
  private static let queries: [(query: String, found: [Int])] = [
    ("date:12/3", [1, 2]), ("date:--03-12", [1, 2]), ("date:12/03", [1, 2]), ("date:13/3", []),
    ("date:--03", [1, 2, 3]), ("date:3/2024", [1, 2, 3]), ("date:2024-03-12", [1, 2]),
    ("date:29/2", [4]), ("date:--02-29", [4]),
  ]

  @Test("is found by day and month, whatever year a claim has", arguments: queries)
  func found(query: String, found: [Int]) throws {
    let text = "Một hai ba bốn."
    let isos = ["--03-12", "2024-03-12", "--03-20", "2024-02-29"]
    let claims = isos.enumerated().map { place, iso in
      Claim(
        kind: .narrated, content: [TextSpan(place, place + 3)],
        dates: [DateMention(span: TextSpan(place, place + 3), iso: iso)],
        context: TextSpan(0, 10))
    }
    var desk = testDesk([])
    let article = Article(name: "a.txt", text: text, language: .vietnamese)
    try desk.perform(.load([LoadedArticle(article: article, claims: PackedClaims(claims))]))
    let done = ran("claims \(query) --format jsonl", on: &desk)
    let ids = done.output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /"id":"c(\d+)"/).flatMap { Int($0.1) }
    }
    #expect(ids == found, "\(done.messages)")
  }

  @Test(
    "is shown as it is found",
    arguments: [
      ("--03-12", "12/3"), ("--12-01", "1/12"),
      ("--02", "month 2"), ("2024-03-12", "2024-03-12"), ("2024", "2024"),
    ])
  func shown(iso: String, words: String) { #expect(readableDate(iso) == words) }

  private static let wrong = [
    "date:31/2", "date:0/3", "date:12/3..13/3", "date:12/3/", "date:--13",
  ]

  @Test("that no year has is refused", arguments: wrong)
  func refused(query: String) {
    var desk = testDesk(TestStory.both)
    let done = ran("claims \(query)", on: &desk)
    #expect(done.status == .usage)
    #expect(done.messages.contains("Expected a year, month or day, or a range"), "\(done.messages)")
  }
}
