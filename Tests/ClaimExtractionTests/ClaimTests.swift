import ArticleReading
import ClaimExtraction
import ClaimModel
import Foundation
import Testing

@Suite("Claims")
struct ClaimTests {
  @Test("A sentence without an attribution is narrated, the title too")
  func narrated() {
    let article = article(
      "Nước đã rút . Bà Hoa nói đê vững .", .vietnamese, title: "Đê vỡ ở An Khê")
    let claims = ClaimExtractor().claims(in: article)
    #expect(claims.map(\.kind) == [.narrated, .narrated, .indirect])
    #expect(claims.map(\.sentence) == [0, 1, 2])
    #expect(
      claims.map { article.text($0.content[0]) } == ["Đê vỡ ở An Khê", "Nước đã rút", "đê vững"])
    #expect(article.text(claims[2].context) == "Bà Hoa nói đê vững .")
  }

  @Test("In an unknown language every claim is narrated")
  func unknownLanguage() {
    let claims = ClaimExtractor().claims(in: article("He said \"no\". They left.", .unknown))
    #expect(claims.map(\.kind) == [.narrated, .narrated])
  }

  @Test("A claim from a quotation that nothing closes says so, and where it opens")
  func unclosedQuotation() {
    let text = "\"The dam will hold, said Mayor Dana Reed. It is new.\n\nThe river rose on Monday."
    let article = article(text, .english)
    let notes = ClaimExtractor().claims(in: article).map { claim in
      claim.reasons.filter { $0.words.contains("no mark closes") }.map { reason in
        "\(reason.subject) \(reason.span.map(article.text) ?? "")"
      }
    }
    #expect(notes.count > 1)
    #expect(notes.dropLast().allSatisfy { $0 == ["content \"The dam will hold,"] })
    #expect(notes.last == [])
  }

  @Test("Narrated claims of an unknown language say that it is unknown")
  func unknownLanguageIsSaid() {
    let claims = ClaimExtractor().claims(in: article("Él dijo «no». Se fueron.", .unknown))
    #expect(claims.count == 2)
    #expect(claims.allSatisfy { $0.reasons.first?.words.contains("language is unknown") == true })
  }

  @Test(
    "The story about the coalition gives its eight attributions and six narrated claims",
    .enabled(if: FileManager.default.fileExists(atPath: coalition + ".txt")))
  func coalitionStory() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: coalition + ".txt")))
    let article = try ArticleReader.article(named: "iraq-coalition.txt", bytes: bytes)
    let data = try Data(contentsOf: URL(filePath: coalition + ".json"))
    let gold = try JSONDecoder().decode(Gold.self, from: data)
    let claims = ClaimExtractor().claims(in: article)
    #expect(claims.count == 14)
    let offsets = ScalarOffsets(article.text)
    let found = claims.filter { $0.kind != .narrated }.map { claim in
      [claim.source, claim.cue, claim.content].map { spans in
        spans.map { [offsets.scalars($0).start, offsets.scalars($0).end] }
      }
    }
    #expect(found == gold.attributions.map { [$0.source, $0.cue, $0.content] })
  }
}

private let coalition = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../shared/gold/vi/iraq-coalition").standardized.path

private struct Gold: Decodable {
  struct Attribution: Decodable {
    var source: [[Int]]
    var cue: [[Int]]
    var content: [[Int]]
  }
  var attributions: [Attribution]
}
