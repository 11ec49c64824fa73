import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import FactStore

@Suite("Claims of a story that was changed")
struct VersionStandingTests {
  private static let story = """
    Cháy lớn ở cảng Vân Sa, 12 người chết
    Sở Cứu hỏa Vân Sa cho biết 12 người chết. Khói bốc cao.
    Bà Lê Thu Hà nói mọi chuyến tàu đã dừng.
    """

  /// Claims of the story by their words, in order.
  private static let words = [
    "12 người chết", "12 người chết.", "Khói bốc cao", "mọi chuyến tàu đã dừng",
  ]

  private struct Case: Sendable {
    var words: String
    var new: String
    var elsewhere: [Int] = []
    var changed: [Int] = []
    var gone: [Int] = []
  }

  private static let cases = [
    Case(words: "nothing", new: story),
    Case(words: "a line above", new: "Cập nhật 10h30\n" + story, elsewhere: [1, 2, 3, 4]),
    Case(words: "a line below", new: story + "\nMinh An (Theo AFP)"),
    Case(
      words: "a number", new: story.replacing("12 người chết.", with: "112 người chết."),
      changed: [2]),
    Case(
      words: "the title's number", new: story.replacing("12 người chết\n", with: "13 người chết\n"),
      changed: [1]),
    Case(
      words: "a sentence less", new: story.replacing(" Khói bốc cao.", with: ""), elsewhere: [4],
      gone: [3]),
    Case(
      words: "a paragraph moved up",
      new: """
        Bà Lê Thu Hà nói mọi chuyến tàu đã dừng.
        Cháy lớn ở cảng Vân Sa, 12 người chết
        Sở Cứu hỏa Vân Sa cho biết 12 người chết. Khói bốc cao.
        """, elsewhere: [1, 2, 3, 4]),
    Case(
      words: "a word more within", new: story.replacing("chuyến tàu", with: "chuyến tàu hỏa"),
      changed: [4]),
    Case(words: "all", new: "Không còn gì.", gone: [1, 2, 3, 4]),
    Case(words: "everything taken away", new: "", gone: [1, 2, 3, 4]),
    Case(
      words: "a line above and a number",
      new: "Cập nhật\n" + story.replacing("12 người chết.", with: "15 người chết."),
      elsewhere: [1, 3, 4], changed: [2]),
  ]

  @Test("What stands elsewhere is told apart from what changed and what is gone", arguments: cases)
  private func tells(edited: Case) throws {
    var after = 0
    let claims = Self.words.map { words in
      let span = Self.place(of: words, after: after)
      after = span.end
      return Claim(kind: .narrated, content: [span], context: span)
    }
    let store = try Self.store(Self.story, claims)
    let record = try #require(store.article(ArticleID(1)))
    let new = edited.new
    for text in [new, new.replacing("\n", with: "\r\n"), new.decomposedStringWithCanonicalMapping] {
      let standing = StoryRevisor.standing(of: record, in: text, store)
      #expect(standing.elsewhere.map(\.number) == edited.elsewhere, "\(edited.words)")
      #expect(standing.changed.map(\.id.number) == edited.changed, "\(edited.words)")
      #expect(standing.gone.map(\.number) == edited.gone, "\(edited.words)")
    }
  }

  private static func store(_ text: String, _ claims: [Claim]) throws -> FactStore {
    var store = FactStore()
    let article = Article(name: "a.txt", text: text, language: .vietnamese)
    try store.apply(.load([LoadedArticle(article: article, claims: PackedClaims(claims))]))
    return store
  }

  private static func place(of words: String, after start: Int) -> TextSpan {
    let rest = String(decoding: Array(story.utf8)[start...], as: UTF8.self)
    let span = Stories.span(words, rest)
    return TextSpan(start + span.start, start + span.end)
  }

  @Test("A long story that was rewritten does not take long", arguments: [" ", ". W"])
  func longStory(gap: String) throws {
    var random = SplitMix(seed: 3)
    func text() -> String {
      (0..<20_000).map { _ in "w\(random.next(below: 5000))" }.joined(separator: gap)
    }
    let (old, new) = (text(), text())
    let claim = Claim(kind: .narrated, content: [TextSpan(0, 60)], context: TextSpan(0, 60))
    let store = try Self.store(old, [claim])
    let record = try #require(store.article(ArticleID(1)))
    let standing = StoryRevisor.standing(of: record, in: new, store)
    #expect(standing.elsewhere.isEmpty)
  }
}
