import ClaimModel
import Foundation

/// A story of one paragraph a line, with its title above if one is given.
func article(_ text: String, _ language: ArticleLanguage, title: String? = nil) -> Article {
  let whole = title.map { $0 + "\n" + text } ?? text
  let titleSpan = title.map { TextSpan(0, $0.utf8.count) }
  let start = titleSpan.map { $0.end + 1 } ?? 0
  return Article(
    name: "test", text: whole, language: language, title: titleSpan,
    body: [TextSpan(start, whole.utf8.count)])
}

func span(of words: String, in article: Article) -> TextSpan {
  guard let range = article.text.range(of: words) else { return TextSpan(0, 0) }
  let start = article.text.utf8.distance(from: article.text.startIndex, to: range.lowerBound)
  return TextSpan(start, start + words.utf8.count)
}
