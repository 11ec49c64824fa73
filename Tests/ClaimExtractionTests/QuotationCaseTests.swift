import ClaimExtraction
import ClaimModel
import Testing

@Suite("Quotation cases", .enabled(if: CaseFolder.isThere("quote-tests"), "needs ../shared/gold"))
struct QuotationCaseTests {
  private struct Pairing: Decodable {
    var text: String
    var quotes: [String?]
  }

  @Test("Quotation marks pair as in the cases of a quote annotator")
  func pairing() throws {
    var tally = Tally()
    let file = "quote-tests/corenlp_quote_annotator.jsonl"
    for one in try CaseFolder.records(file, as: Pairing.self) {
      let expected = one.quotes.compactMap { $0.map(CaseFolder.withoutBlanks) }
      guard expected.count == one.quotes.count else { continue }
      let article = article(one.text, .english)
      let found = withStory(article) { story in
        story.quotations.filter(\.isClosed).map { article.text(story.span($0.tokens)) }
      }
      tally.add(found.map(CaseFolder.withoutBlanks), expected, in: one.text)
    }
    print(tally.summary("quotation marks"))
    #expect(tally.share >= 0.56, "\(tally.failures.joined(separator: "\n"))")
  }

  private struct Attributed: Decodable {
    struct Quote: Decodable {
      var speaker: [String]
      var cue: [String]
      var content: String

      enum CodingKeys: String, CodingKey {
        case content
        case speaker = "speaker_tokens"
        case cue = "cue_tokens"
      }
    }

    var lang: String
    var text: String
    var quotes: [Quote]
  }

  @Test("Direct quotations have the cue and the speaker of the cases")
  func attribution() throws {
    var tally = Tally()
    let file = "quote-tests/textacy_direct_quotations.jsonl"
    for one in try CaseFolder.records(file, as: Attributed.self) where one.lang == "en" {
      let article = article(one.text, .english)
      let text = { (spans: [TextSpan]) in spans.map(article.text).joined(separator: " ") }
      let found = ClaimExtractor().claims(in: article).filter { $0.kind == .direct }.map {
        "\(text($0.source)) | \(text($0.cue)) | \(text($0.content))"
      }
      let expected = one.quotes.map { quote in
        "\(quote.speaker.joined(separator: " ")) | \(quote.cue.joined(separator: " ")) | "
          + quote.content
      }
      tally.add(found, expected, in: one.text)
    }
    print(tally.summary("direct quotations"))
    #expect(tally.share >= 0.83, "\(tally.failures.joined(separator: "\n"))")
  }
}
