import ClaimExtraction
import ClaimModel
import Foundation

/// An article without title whose body is every line of `text` that holds something.
func article(_ text: String, _ language: ArticleLanguage, title: String? = nil) -> Article {
  let whole = title.map { $0 + "\n" + text } ?? text
  let titleSpan = title.map { TextSpan(0, $0.utf8.count) }
  var body = [TextSpan]()
  var start = titleSpan.map { $0.end + 1 } ?? 0
  for line in whole.utf8Slice(TextSpan(start, whole.utf8.count))
    .split(separator: "\n", omittingEmptySubsequences: false)
  {
    let end = start + line.utf8.count
    if !line.isEmpty { body.append(TextSpan(start, end)) }
    start = end + 1
  }
  return Article(name: "test", text: whole, language: language, title: titleSpan, body: body)
}

/// What `body` makes of the story of an article.
func withStory<Result>(_ article: Article, _ body: (Story) throws -> Result) rethrows -> Result {
  var text = article.text
  return try text.withUTF8 { try body(Story(article: article, bytes: $0)) }
}

/// The sentences of a text as they stand.
func sentences(_ text: String, _ language: ArticleLanguage) -> [String] {
  let article = article(text, language)
  return withStory(article) { story in
    story.sentences.map { article.text(story.span($0.tokens)) }
  }
}

/// The quotations of a text as they stand, "…" behind one that is not closed.
func quotations(_ text: String, _ language: ArticleLanguage = .english) -> [String] {
  let article = article(text, language)
  return withStory(article) { story in
    story.quotations.map { article.text(story.span($0.tokens)) + ($0.isClosed ? "" : "…") }
  }
}

/// What the rules alone attribute, a line each: "kind | source | cue | content".
func attributions(_ article: Article) -> [String] {
  let claims = withStory(article) { story in
    ClaimExtractor.claims(from: RuleFinder().attributions(in: story), in: story)
  }
  return claims.filter { $0.kind != .narrated }.map { claim in
    let columns = [claim.source, claim.cue, claim.content].map { spans in
      spans.map(article.text).joined(separator: " … ")
    }
    return ([claim.kind.rawValue] + columns).joined(separator: " | ")
  }
}

func attributions(_ text: String, _ language: ArticleLanguage) -> [String] {
  attributions(article(text, language))
}

/// Where some words stand first in an article; an empty span where they do not.
func span(of words: String, in article: Article) -> TextSpan {
  guard let range = article.text.range(of: words) else { return TextSpan(0, 0) }
  let start = article.text.utf8.distance(from: article.text.startIndex, to: range.lowerBound)
  return TextSpan(start, start + words.utf8.count)
}
