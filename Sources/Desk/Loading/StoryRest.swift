import ArticleReading
package import ClaimModel

/// What of a story is neither in a claim with its sentence nor a caption, byline, title or
/// dateline, and why.
package struct StoryRest {
  /// In text order.
  package let items: [LeftOut]

  /// `claims` are those that stand in the story.
  package init(_ article: Article, claims: [Claim], by newsroom: Newsroom) {
    items =
      (ArticleReader.leftOut(of: article, words: newsroom.reading)
      + Self.unclaimed(article, claims)).sorted { $0.span < $1.span }
  }

  /// Pieces of the prose that no claim and no claim's sentence covers.
  private static func unclaimed(_ article: Article, _ claims: [Claim]) -> [LeftOut] {
    let covered = claims.flatMap { $0.content + $0.cue + $0.source + [$0.context] }.sorted()
    return article.body.flatMap { piece in
      gaps(in: piece, between: covered).compactMap { gap in
        let text = article.text(gap)
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || "0"..."9" ~= $0 })
        else { return nil }
        return LeftOut(span: gap, cause: asks(text) ? .question : .noClaim)
      }
    }
  }

  private static func gaps(in piece: TextSpan, between covered: [TextSpan]) -> [TextSpan] {
    var gaps = [TextSpan]()
    var start = piece.start
    for span in covered where span.end > start && span.start < piece.end {
      if span.start > start { gaps.append(TextSpan(start, span.start)) }
      start = max(start, span.end)
    }
    if start < piece.end { gaps.append(TextSpan(start, piece.end)) }
    return gaps
  }

  private static func asks(_ text: String) -> Bool {
    text.utf8.last { $0 > 0x20 } == 0x3F
  }
}
