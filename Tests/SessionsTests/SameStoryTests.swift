import ClaimModel
import FactStore
import Foundation
import Sessions
import TestSupport
import Testing

@testable import Disk

/// A way in which a story is saved that changes none of its words.
struct Variant: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var change: @Sendable (String) -> String

  /// Words within the story.
  func words(_ words: String) -> String {
    change(words).trimmingCharacters(in: ["\u{FEFF}", "\n", "\r", " ", "\t"])
  }

  static let all = [
    Variant(testDescription: "CRLF") { $0.replacing("\n", with: "\r\n") },
    Variant(testDescription: "CR") { $0.replacing("\n", with: "\r") },
    Variant(testDescription: "decomposed") { $0.decomposedStringWithCanonicalMapping },
    Variant(testDescription: "blanks at line ends") { $0.replacing("\n", with: "  \t\n") + " \n" },
    Variant(testDescription: "BOM") { "\u{FEFF}" + $0 },
    Variant(testDescription: "no-break blanks") { $0.replacing(" ", with: "\u{A0}") },
    Variant(testDescription: "empty lines") { "\n\n" + $0.replacing("\n", with: "\n\n") + "\n" },
    Variant(testDescription: "double blanks") { $0.replacing(" ", with: "  ") },
    Variant(testDescription: "wide blanks") { $0.replacing(" ", with: "\u{3000}") },
    Variant(testDescription: "zero-width blanks") { $0.replacing(" ", with: " \u{200B}") },
    Variant(testDescription: "all of it") {
      "\u{FEFF}"
        + $0.decomposedStringWithCanonicalMapping.replacing(" ", with: "\u{A0}")
        .replacing("\n", with: " \r\n")
    },
  ]
}

/// The sample story of the fire, saved in another way.
private struct FireStory {
  var variant: Variant
  var text: String { variant.change(Sample.fire) }

  /// Where words of the story stand in it.
  func span(_ words: String) -> TextSpan { text.span(variant.words(words)) }

  func claim(_ words: String) -> Claim {
    Claim(
      kind: .indirect, content: [span(words)],
      speaker: Speaker(name: variant.words("Sở Cứu hỏa Vân Sa"), kind: .government), worth: 0.5,
      sentence: 1, context: span("hôm 5/1. Khói bốc"))
  }

  var loaded: LoadedArticle {
    let claims = ["hơn 40 người bị thương hôm 5/1", "Khói bốc cao"].map(claim)
    return LoadedArticle(
      article: Article(name: "fire.txt", text: text, language: .vietnamese),
      claims: PackedClaims(claims))
  }
}

@Suite("The same story saved in another way")
struct SameStoryTests {
  private let plain = FireStory(variant: Variant(testDescription: "plain") { $0 })
  private let first = [ClaimID(1)]

  private func store(_ user: String, _ story: FireStory, _ actions: [Action]) throws -> FactStore {
    var store = FactStore()
    for (minute, action) in ([.load([story.loaded])] + actions).enumerated() {
      let time = Timestamp(seconds: 1_704_445_200 + 60 * minute)
      _ = try store.apply(Operation(user: user, time: time, action: action))
    }
    return store
  }

  @Test("Two people who judge it are compared", arguments: Variant.all)
  func agrees(variant: Variant) throws {
    let story = FireStory(variant: variant)
    let an = try store("an", plain, [.annotateClaims(first, ClaimMark(verdict: .true))])
    let binh = try store("binh", story, [.annotateClaims(first, ClaimMark(verdict: .false))])
    let ratings = VerdictRatings([("a", an), ("b", binh)], by: .user)
    #expect(ratings.agreements(by: nil)[0].claims == 1)
    #expect(
      ratings.disputes.map(\.opinions) == [
        [Opinion(user: "an", verdict: .true), Opinion(user: "binh", verdict: .false)]
      ])
  }

  @Test("Nothing differs but what people did", arguments: Variant.all)
  func differs(variant: Variant) throws {
    let story = FireStory(variant: variant)
    let an = try store("an", plain, [])
    let other = try store("binh", story, [])
    #expect(SessionDifference(ours: an, theirs: other).isEmpty)
    let binh = try store("binh", story, [.annotateClaims(first, ClaimMark(verdict: .false))])
    let found = SessionDifference(ours: an, theirs: binh)
    #expect(found.stories.isEmpty)
    #expect(found.claims.map(\.ids) == [[.ours: ClaimID(1), .theirs: ClaimID(1)]])
    #expect(found.claims.flatMap(\.entries).count == 1)
  }

  @Test("A merge is one story, and what was put right stands on its words", arguments: Variant.all)
  func merges(variant: Variant) throws {
    let story = FireStory(variant: variant)
    let an = try store(
      "an", plain,
      [
        .annotateClaims(first, ClaimMark(verdict: .true)),
        .addClaim(ArticleID(1), plain.claim("Cháy lớn ở cảng Vân Sa")),
      ])
    let binh = try store(
      "binh", story,
      [
        .annotateClaims(first, ClaimMark(verdict: .false)),
        .editClaim(ClaimID(2), story.claim("bốc cao")),
        .addClaim(ArticleID(1), story.claim("cảng Vân Sa")),
      ])
    for (ours, theirs) in [(an, binh), (binh, an)] {
      let merged = SessionMerge(ours: ours, theirs: theirs).merged { $0.newest }
      #expect(merged.skipped.isEmpty)
      let store = merged.store
      #expect(store.articles.count == 1)
      #expect(store.claimCount == 4)
      #expect(store.claim(ClaimID(1))?.assessment.verdictWords == "true/false")
      let isPlain = store.articles[0].article.text.utf8.elementsEqual(plain.text.utf8)
      var texts = Set<String>()
      for number in 1...4 {
        if let record = store.claim(ClaimID(number)) { texts.insert(store.text(of: record)) }
      }
      let wanted = [
        "hơn 40 người bị thương hôm 5/1", "bốc cao", "Cháy lớn ở cảng Vân Sa", "cảng Vân Sa",
      ]
      #expect(texts == Set(isPlain ? wanted : wanted.map(variant.words)))
    }
  }

  @Test("Reloaded, nothing is lost", arguments: Variant.all)
  func reloads(variant: Variant) throws {
    let text = variant.change(plain.text)
    #expect(AnchorCheck.isSame(plain.text, text))
    let claims = plain.loaded.claims.enumerated().map { (id: ClaimID($0 + 1), claim: $1) }
    let check = AnchorCheck(claims, from: plain.text, to: text)
    #expect(check.elsewhere.isEmpty)
    #expect(check.gone.isEmpty)
  }

  @Test("Another word is another story")
  func isAnother() throws {
    for other in ["Cháy nhỏ ở cảng", "Chay lớn ở cảng", "cháy lớn ở cảng"] {
      let text = Sample.fire.replacing("Cháy lớn ở cảng", with: other)
      #expect(!AnchorCheck.isSame(Sample.fire, text))
    }
  }
}

@Suite("Claims of a story that was changed")
struct AnchorCheckTests {
  private static let story = """
    Cháy lớn ở cảng Vân Sa, 12 người chết
    Sở Cứu hỏa Vân Sa cho biết 12 người chết. Khói bốc cao.
    Bà Lê Thu Hà nói mọi chuyến tàu đã dừng.
    """

  /// Claims of the story by their words, in order.
  private static let words = [
    "12 người chết", "12 người chết.", "Khói bốc cao", "mọi chuyến tàu đã dừng",
  ]

  private static let cases: [(words: String, new: String, elsewhere: [Int], gone: [Int])] = [
    ("nothing", story, [], []),
    ("a line above", "Cập nhật 10h30\n" + story, [1, 2, 3, 4], []),
    ("a line below", story + "\nMinh An (Theo AFP)", [], []),
    ("a number, as long", story.replacing("12 người chết.", with: "13 người chết."), [], [2]),
    ("a number, longer", story.replacing("12 người chết.", with: "112 người chết."), [3, 4], [2]),
    ("the title's number", story.replacing("12 người chết\n", with: "13 người chết\n"), [], [1]),
    ("a sentence less", story.replacing(" Khói bốc cao.", with: ""), [4], [3]),
    (
      "a paragraph moved up",
      """
      Bà Lê Thu Hà nói mọi chuyến tàu đã dừng.
      Cháy lớn ở cảng Vân Sa, 12 người chết
      Sở Cứu hỏa Vân Sa cho biết 12 người chết. Khói bốc cao.
      """, [1, 2, 3, 4], []
    ),
    ("a word more within", story.replacing("chuyến tàu", with: "chuyến tàu hỏa"), [], [4]),
    ("all", "Không còn gì.", [], [1, 2, 3, 4]), ("everything taken away", "", [], [1, 2, 3, 4]),
    (
      "a line above and a number",
      "Cập nhật\n"
        + story.replacing("12 người chết.", with: "15 người chết."), [1, 3, 4], [2]
    ),
  ]

  @Test("What stands elsewhere is told apart from what is gone", arguments: cases)
  func tells(words: String, new: String, elsewhere: [Int], gone: [Int]) {
    var after = 0
    let claims = Self.words.enumerated().map { place, words in
      let span = Self.place(of: words, after: after)
      after = span.end
      let claim = Claim(kind: .narrated, content: [span], context: span)
      return (id: ClaimID(place + 1), claim: claim)
    }
    for text in [new, new.replacing("\n", with: "\r\n"), new.decomposedStringWithCanonicalMapping] {
      let check = AnchorCheck(claims, from: Self.story, to: text)
      #expect(check.elsewhere.map(\.number) == elsewhere, "\(words)")
      #expect(check.gone.map(\.number) == gone, "\(words)")
    }
  }

  private static func place(of words: String, after start: Int) -> TextSpan {
    let rest = String(decoding: Array(story.utf8)[start...], as: UTF8.self)
    let span = rest.span(words)
    return TextSpan(start + span.start, start + span.end)
  }

  @Test("A long story that was rewritten does not take long")
  func longStory() {
    var random = SplitMix(seed: 3)
    func text() -> String {
      (0..<20_000).map { _ in "w\(random.next(below: 5000))" }.joined(separator: " ")
    }
    let (old, new) = (text(), text())
    let claim = Claim(kind: .narrated, content: [TextSpan(0, 60)], context: TextSpan(0, 60))
    let check = AnchorCheck([(id: ClaimID(1), claim: claim)], from: old, to: new)
    #expect(check.gone == [ClaimID(1)])
  }
}
