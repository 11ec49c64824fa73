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

  @Test("Reloaded, it is the same", arguments: Variant.all)
  func reloads(variant: Variant) throws {
    let text = variant.change(plain.text)
    #expect(StoryText.isSame(plain.text, text))
  }

  @Test("Another word is another story")
  func isAnother() throws {
    for other in ["Cháy nhỏ ở cảng", "Chay lớn ở cảng", "cháy lớn ở cảng"] {
      let text = Sample.fire.replacing("Cháy lớn ở cảng", with: other)
      #expect(!StoryText.isSame(Sample.fire, text))
    }
  }
}
