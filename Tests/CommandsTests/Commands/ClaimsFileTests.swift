import ClaimModel
import FactStore
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("Claims that come with their stories")
struct ClaimsFileTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      "Cháy lớn ở cảng Bến Lụa\n\nÔng Trần Kha cho biết ít nhất 3 xe tải rơi xuống sông sáng 12/3. "
        + "Theo Kyodo, 5 đến 7 người bị thương.\n\nBà Hoa nói: \"Cảng đã đóng\".\n\n"
        + "Hải Đăng (Theo AFP, Reuters)\n", to: "cang.txt")
    try folder.write(
      "PARIS, Jan 5 (Reuters) - A port official, who was not authorised to speak, said 14 people "
        + "had died. The mayor of Lowfield said the dam holds.\n", to: "dam.txt")
    try folder.write(
      #"{"id":17,"text":"Dam 1 holds, the mayor said.","title":"The dam","date":"2024-01-05","#
        + #""url":"https://a.example/1","author":"Ann Poe"}"# + "\n", to: "n.jsonl")
    var desk = testDesk()
    let ran = ran(
      folder.filled("extract $DIR/cang.txt $DIR/dam.txt $DIR/n.jsonl > $DIR/claims.jsonl"),
      on: &desk)
    #expect(ran.status == .done)
  }

  private func lines() throws -> [String] {
    try folder.text("claims.jsonl").split(separator: "\n").map(String.init)
  }

  private func loaded(_ lines: [String], _ name: String = "slice.jsonl") throws -> (Desk, Ran) {
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
    var desk = testDesk()
    let ran = ran(folder.filled("load $DIR/\(name)"), on: &desk)
    return (desk, ran)
  }

  /// What is kept of claims: all but how a name was found.
  private func claims(_ desk: Desk) -> [[Claim]] {
    desk.store.articles.map { record in
      record.extracted.map { claim in
        var claim = claim
        claim.speaker?.reason = ""
        claim.speaker?.others = []
        claim.worth = (claim.worth * 100).rounded() / 100
        let confidence = claim.speaker?.confidence ?? 0
        claim.speaker?.confidence = (confidence * 100).rounded() / 100
        return claim
      }
    }
  }

  @Test("are those that the stories themselves give")
  func same() throws {
    var fresh = testDesk()
    _ = ran(folder.filled("load $DIR/cang.txt $DIR/dam.txt $DIR/n.jsonl"), on: &fresh)
    let (desk, ran) = try loaded(lines())
    #expect(ran.status == .done)
    #expect((ran.output + ran.messages).contains("claims as given, not extracted again"))
    #expect(claims(desk) == claims(fresh))
    for (given, own) in zip(desk.store.articles, fresh.store.articles) {
      #expect(given.article.text == own.article.text && given.article.name == own.article.name)
      #expect(given.article.body == own.article.body && given.article.title == own.article.title)
      #expect(given.article.agencies == own.article.agencies)
      #expect(given.article.headline == own.article.headline)
      #expect(given.article.author == own.article.author)
      #expect(given.article.date == own.article.date && given.article.url == own.article.url)
    }
  }

  @Test("may come in any order, in part, twice, and as a list")
  func selections() throws {
    let lines = try lines()
    let (whole, _) = try loaded(lines)
    let (turned, _) = try loaded(lines.reversed())
    #expect(claims(turned).reversed() == claims(whole))
    let (twice, _) = try loaded(lines + lines.filter { $0.contains("\"record\":\"claim\"") })
    #expect(claims(twice) == claims(whole))
    let (list, ran) = try loaded(["[" + lines.joined(separator: ",\n") + "]"], "slice.json")
    #expect(ran.status == .done)
    #expect(claims(list) == claims(whole))
    let some = lines.filter { !$0.contains("\"id\":\"c1\"") }
    let (part, _) = try loaded(some)
    #expect(claims(part).map(\.count) == claims(whole).map { $0.count - 1 })
  }

  @Test("whose story is missing are told, with the line and what to do")
  func lost() throws {
    let claims = try lines().filter { $0.contains("\"record\":\"claim\"") }
    let (desk, ran) = try loaded(claims)
    #expect(desk.store.articles.isEmpty && ran.status == .badData)
    #expect(ran.messages.contains("claims, line 1: the story '"))
    #expect(ran.messages.contains("keep the record of the story"))
  }

  @Test(
    "that are not as they should be are told by line and member; the others are loaded",
    arguments: [
      (#""kind":"[a-z]+""#, #""kind":"spoken""#, "\"kind\" is \"spoken\"; expected one of"),
      (#""content":\[\[\d+,\d+"#, #""content":[[1,99999"#, "\"content\" is not a list of which"),
      (#""worth":[0-9.]+"#, #""worth":"high""#, "\"worth\" is not a number"),
      (#""text":""#, #""text":"Other words "#, "the words of this claim do not stand at"),
      (#"^\{"#, "{,", "line 2, column 2"),
    ])
  func faults(_ pattern: String, _ other: String, _ told: String) throws {
    var lines = try lines()
    let found = try #require(lines[1].firstRange(of: try Regex(pattern)))
    lines[1].replaceSubrange(found, with: other)
    let (desk, ran) = try loaded(lines)
    #expect(ran.messages.contains("line 2"), "\(ran.messages)")
    #expect(ran.messages.contains(told), "\(ran.messages)")
    #expect(desk.store.articles.count == 3 && ran.status == .badData)
  }

  @Test("stay so in a session: it is saved, opened, replayed, and not extracted again")
  func session() throws {
    let some = try lines().filter { !$0.contains("\"id\":\"c1\"") }
    var (desk, _) = try loaded(some)
    let all = claims(desk)
    #expect(ran(folder.filled("save $DIR/s.json"), on: &desk).status == .done)
    var second = testDesk()
    #expect(ran(folder.filled("open $DIR/s.json"), on: &second).status == .done)
    #expect(claims(second) == all)
    #expect(ran(folder.filled("replay $DIR/s.json --verify"), on: &second).status == .done)
    let again = ran(folder.filled("replay $DIR/s.json --extract-again"), on: &second)
    #expect(again.output.contains("3 stories with claims as they were given, not extracted again"))
    #expect(ran("why c1", on: &second).output.contains("as it was given with its story"))
  }
}
