import ClaimExtraction
import ClaimModel
import Foundation

/// A story of one text, its tokens cut, for what works on tokens alone.
func withTokens<Result>(
  of text: String, _ language: ArticleLanguage = .vietnamese, _ body: (Story) throws -> Result
) rethrows -> Result {
  var copy = text
  return try copy.withUTF8 { bytes in
    let tokens = Tokenizer.tokens(of: bytes, in: TextSpan(0, bytes.count))
    let sentence = Sentence(tokens: tokens.indices, region: .body, paragraph: 0)
    return try body(
      Story(
        bytes: bytes, language: LanguageSet.standard[language], tokens: tokens,
        sentences: [sentence]))
  }
}

/// A quantity as a line: "hơn 60 nhóm dân quân | > 60 | nhóm dân quân".
func quantityLines(_ text: String, _ language: ArticleLanguage = .vietnamese) -> [String] {
  withTokens(of: text, language) { story in
    QuantityFinder.quantities(in: story.tokens.indices, of: story).map { quantity in
      let words = text.utf8Slice(quantity.span)
      let value = number(quantity.value) + (quantity.high.map { "..." + number($0) } ?? "")
      return "\(words) | \(quantity.comparator.rawValue) \(value) | \(quantity.unit)"
    }
  }
}

private func number(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}

/// A date as a line: "hôm 5/1 | --01-05".
func dateLines(
  _ text: String, _ language: ArticleLanguage = .vietnamese, on day: CalendarDay? = nil
) -> [String] {
  withTokens(of: text, language) { story in
    DateFinder.dates(in: story.tokens.indices, of: story, storyDate: day).map {
      text.utf8Slice($0.span) + " | " + $0.iso
    }
  }
}

/// A story whose text is all body, with its sentences.
func withStory<Result>(
  of text: String, _ language: ArticleLanguage, _ body: (Story) throws -> Result
) rethrows -> Result {
  var copy = text
  let span = TextSpan(0, text.utf8.count)
  let article = Article(name: "test", text: text, language: language, body: [span])
  return try copy.withUTF8 { try body(Story(article: article, bytes: $0)) }
}
