import ClaimModel
import FactStore
import JSONText
import TestSupport
import Testing

@testable import Commands
@testable import Desk
@testable import Disk
@testable import Presentation
@testable import Shell
import TerminalText

@Suite("What a record says of its story")
struct GivenFactsTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    try folder.write(
      #"{"id":"r1","text":"Ông Trần Kha cho biết 3 xe tải rơi xuống sông. Nước sông dâng cao.","#
        + #""title":"Cầu Bến Lụa sập","author":"Hải Đăng","url":"https://example.org/1","#
        + #""date":"2024-01-05","language":"vi","section":"Xã hội"}"# + "\n"
        + #"{"id":"r2","text":"Ferry line reopens.\nThe harbour chief said it would run hourly.","#
        + #""headline":"Ferry line reopens","link":"https://example.org/2","section":"x","n":1}"#
        + "\n", to: "s.jsonl")
  }

  private func loaded() -> (desk: Desk, ran: Ran) {
    var desk = testDesk()
    let ran = ran(folder.filled("load $DIR/s.jsonl"), on: &desk)
    return (desk, ran)
  }

  @Test("is shown where the story is listed, and members of no use are told once")
  func load() {
    let ran = loaded().ran
    #expect(ran.status == .done)
    #expect(ran.output.contains("Cầu Bến Lụa sập · "))
    #expect(ran.output.contains("Hải Đăng"))
    #expect(ran.output.contains("passed over, no use here: \"n\", \"section\"\n"))
    #expect(ran.output.split(separator: "\n").count { $0.contains("section") } == 1)
  }

  @Test(
    "is in the output of the commands that show the story, in every format",
    arguments: ["articles", "show c1", "read a1"])
  func shown(command: String) {
    var desk = loaded().desk
    for format in ["json", "jsonl", "csv", "tsv"] + (command == "articles" ? [] : ["md", "table"]) {
      let text = ran("\(command) --format \(format)", on: &desk).output
      for fact in ["Cầu Bến Lụa sập", "Hải Đăng", "https://example.org/1"] {
        #expect(text.replacing("\\/", with: "/").contains(fact), "\(command) as \(format): \(text)")
      }
    }
    #expect(ran("articles", on: &desk).output.contains("2024-01-05"))
  }

  @Test("finds it by its title, and leaves the text as it was")
  func found() {
    var desk = loaded().desk
    #expect(ran("claims in:\"ben lua\" --format csv", on: &desk).output.contains("c1,a1"))
    #expect(desk.store.articles[0].article.text.hasPrefix("Ông Trần Kha"))
    #expect(desk.store.articles[0].article.title == nil)
    let second = desk.store.articles[1].article
    #expect(second.title.map(second.text) == "Ferry line reopens")
    #expect(second.url == "https://example.org/2" && second.givenTitle == nil)
  }

  @Test("is kept in the session, which verifies")
  func kept() {
    var desk = loaded().desk
    let saved = ran(
      folder.filled("save $DIR/s.json; session verify $DIR/s.json"), on: &desk)
    #expect(saved.status == .done, "\(saved.messages)")
    var again = testDesk()
    _ = ran(folder.filled("open $DIR/s.json"), on: &again)
    #expect(again.store.digest == desk.store.digest)
    #expect(again.store.articles.map(\.article) == desk.store.articles.map(\.article))
    #expect(again.store.articles[0].article.url == "https://example.org/1")
  }
}
