import ClaimModel
import FactStore
import Figures
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Wire stories on three events")
struct WireStoriesTests {
  private let store = WireStories.store

  @Test(
    "come from the agencies that they name, cite or copy",
    arguments: [
      (1, ["AFP"]), (2, ["AFP"]), (3, ["AFP"]), (4, ["AFP"]), (5, ["Reuters"]), (6, ["a6"]),
      (7, ["Reuters"]), (8, ["AP"]), (9, ["Xinhua"]), (10, ["Xinhua"]), (11, ["AP"]),
      (12, ["AP"]), (13, ["AP"]), (14, ["a14"]),
    ])
  func roots(_ article: Int, _ roots: [String]) {
    #expect(store.provenance().roots(of: ArticleID(article)).map(\.name) == roots)
  }

  @Test("hold one copy, which leads to its agency by way of the text that it copies")
  func copies() throws {
    let copies = store.articles.flatMap { store.copies(of: $0.id) }
    #expect(Set(copies.map(\.article)) == [ArticleID(1), ArticleID(2)])
    let path = try #require(store.provenance().paths(of: ArticleID(2)).first)
    #expect(path.words.plain == "a2 → 90 % as in a1 → byline → AFP")
  }

  @Test(
    "carry the same claim from so many articles and sources",
    arguments: [
      (1, "Ít nhất 27 người thiệt mạng", [1, 2, 3, 4, 5, 6], ["AFP", "Reuters", "Đặng Thị Nhàn"]),
      (1, "phà Sao Mai được cấp phép", [1, 2, 3, 4], ["AFP"]),
      (1, "19 người mất tích", [1, 2, 3, 4, 5], ["AFP", "Reuters"]),
      (4, "the Sao Mai was licensed", [1, 2, 3, 4], ["AFP"]),
      (7, "8 người thiệt mạng", [7, 8, 9, 10], ["Reuters", "AP", "Xinhua"]),
      (10, "About 3,000 homes", [7, 8, 9, 10], ["Xinhua", "Reuters", "AP"]),
      (11, "Khởi công đập Thác Bạc trị giá", [11, 12, 13], ["AP"]),
      (12, "Work on the Thac Bac dam", [11, 12, 13], ["AP"]),
      (14, "đập Thác Bạc sẽ nhấn chìm", [14], ["Lương Mỹ Dung"]),
    ])
  func independence(
    _ article: Int, _ words: String, _ carriers: [Int], _ sources: [String]
  ) throws {
    let id = try #require(WireStories.claim(article, words))
    let found = try #require(store.independence(of: [id]).first)
    #expect(found.carriers.map(\.article.number).sorted() == carriers)
    #expect(found.count.fewest.map(\.name) == sources)
    #expect(found.count.isOneSource == (carriers.count > 1 && sources.count == 1))
  }

  @Test(
    "have the same claim in these articles, and in no other the same",
    arguments: [
      (1, "\"Sóng đánh gãy", [2]), (4, "19 people were missing", [1, 2, 3, 5]),
      (5, "The insurer Dong Phong", []), (7, "tâm chấn nằm cách", []),
      (8, "An earthquake damaged nearly", [7, 9, 10]), (8, "2,000 people were evacuated", []),
      (9, "Trận động đất năm 1988", []), (13, "đập Thác Bạc trị giá", [11, 12]),
      (6, "tang lễ chung", []),
    ])
  func same(_ article: Int, _ words: String, _ others: [Int]) throws {
    let id = try #require(WireStories.claim(article, words))
    let same = store.matches(of: id).filter(\.isSame)
    #expect(Set(same.map(\.article.number)).sorted() == others, "\(same.map(\.claim))")
  }

  @Test("match within their event before any other")
  func events() {
    let events = [1...6, 7...10, 11...14]
    for id in store.claims {
      guard let article = store.claim(id)?.articleID,
        let first = store.matches(of: id).first, first.score >= 0.6
      else { continue }
      let event = events.first { $0.contains(article.number) }
      #expect(event?.contains(first.article.number) == true, "\(WireStories.words(id))")
    }
  }

  @Test("contradict each other in what is known, and in nothing else")
  func conflicts() {
    let found = store.conflicts().filter { $0.relation == .contradict }.map { conflict in
      "\(conflict.kind) \(conflict.subject): "
        + conflict.sides.map { side in
          side.statements.map { "\($0.article) \(words($0))" }.joined(separator: ", ")
        }.joined(separator: " / ")
    }
    #expect(
      found == [
        "money damage-sum: a2 12 triệu USD / a5 $20 million",
        "number distance: a7 15 km / a9 25 km",
        "number people evacuated: a9 hơn 2.500 người, a10 more than 2,500 people"
          + " / a7 ít nhất 2.500 người / a8 2,000 people",
        "number people evacuated: a11 Khoảng 6.000 người, a12 About 6,000 people"
          + " / a13 chưa đến 6.500 người / a14 11.000 người",
      ])
  }

  private func words(_ statement: Conflict.Statement) -> String {
    ReadableText.text(store.article(statement.article)?.article.text(statement.figure) ?? "")
  }

  @Test("are compared by what people found: confirmed claims always, rejected ones never")
  func rulings() throws {
    var desk = testDesk()
    desk = Desk(store: store, surroundings: desk.surroundings)
    let near = try #require(WireStories.claim(7, "tâm chấn nằm cách"))
    let far = try #require(WireStories.claim(9, "Tâm chấn nằm cách"))
    try desk.perform(.ruleMatch(near, far, .rejected))
    #expect(!desk.store.conflicts().contains { $0.subject == "distance" })
    try desk.perform(.ruleMatch(far, near, .confirmed))
    #expect(desk.store.conflicts().contains { $0.subject == "distance" })
    #expect(desk.store.matches(of: near).first?.claim == far)
    // The dead of the ferry and of an earthquake of 1988: nobody would, but it is obeyed.
    let ferry = try #require(WireStories.claim(5, "A ferry that sank near Ben Lau"))
    let quake = try #require(WireStories.claim(9, "Trận động đất năm 1988"))
    try desk.perform(.ruleMatch(ferry, quake, .confirmed))
    #expect(desk.store.conflicts(among: [quake]).map(\.subject) == ["people dead"])
  }
}
