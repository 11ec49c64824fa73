package import ClaimModel

/// A place in a story where words were found.
package struct TextHit: Sendable, Hashable {
  package var article: ArticleID
  /// In UTF-8 bytes of the article's text.
  package var span: TextSpan
  /// The claim whose words they are; nil for what stands beside the claims.
  package var claim: ClaimID?
}

extension FactStore {
  /// Where the words stand in the stories that have all of them, in order. Each item is a word, a
  /// phrase or, with "*" behind it, the beginning of a word. Nil names the first item that has no
  /// letter and no digit.
  package func find(_ items: [String]) throws(QueryError) -> [TextHit] {
    var patterns = [TextPattern]()
    for item in items {
      let isPrefix = item.hasSuffix("*")
      guard let pattern = TextPattern(isPrefix ? item.dropLast() : item[...], isPrefix: isPrefix)
      else { throw QueryError(kind: .noWord(item), offset: 0, length: max(1, item.count)) }
      patterns.append(pattern)
    }
    return articles.flatMap { record in
      Self.places(of: patterns, in: record.article.text).map { span in
        TextHit(article: record.id, span: span, claim: claim(at: span, in: record))
      }
    }
  }

  /// Hits that touch are one.
  private static func places(of patterns: [TextPattern], in text: String) -> [TextSpan] {
    var text = text
    return text.withUTF8 { bytes in
      var all = [TextSpan]()
      var mapped = [Spelling: MappedWords]()
      for pattern in patterns {
        let words =
          mapped[pattern.spelling] ?? MappedWords(bytes, in: 0..<bytes.count, pattern.spelling)
        mapped[pattern.spelling] = words
        let found = words.places(of: pattern)
        guard !found.isEmpty else { return [] }
        all += found
      }
      return all.sorted().reduce(into: []) { kept, span in
        if let last = kept.last, span.start < last.end {
          kept[kept.count - 1] = TextSpan(last.start, max(last.end, span.end))
        } else {
          kept.append(span)
        }
      }
    }
  }

  /// The first standing claim whose content, cue or source the span touches.
  private func claim(at span: TextSpan, in record: ArticleRecord) -> ClaimID? {
    claims(in: record.id).first { id in
      guard let run = run(of: id.number) else { return false }
      let claim = claim(id.number, run, overlays[id.number] ?? .none)
      return (claim.content + claim.cue + claim.source)
        .contains { $0.start < span.end && span.start < $0.end }
    }
  }
}
