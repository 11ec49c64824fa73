package import ClaimModel

extension Story {
  /// Cuts an article up, in its language among `languages`. `bytes` are the article's text; the
  /// story must not outlive them.
  package convenience init(
    article: Article, bytes: UnsafeBufferPointer<UInt8>, languages: LanguageSet = .standard
  ) {
    let language = languages[article.language].asTyped(bytes)
    let limit = TextSpan(0, bytes.count)
    var lines = [StoryLine]()
    let body = article.body.filter { limit.contains($0) }
    var pieces = [Range<Int>]()
    var isBlankBefore = [Bool]()
    var lastEnd = 0
    var tokens = [Token]()
    tokens.reserveCapacity(bytes.count / 5 + 4)
    for (span, region) in Self.regions(title: article.title, body: body, limit: limit) {
      let start = tokens.count
      Tokenizer.append(of: bytes, in: span, to: &tokens)
      let range = start..<tokens.count
      if range.isEmpty { continue }
      if region == .title {
        lines.append(StoryLine(tokens: range, region: .title, startsParagraph: true))
      } else {
        pieces.append(range)
        isBlankBefore.append(
          span.start < lastEnd
            || LineCutter.lineBreaks(in: bytes, from: lastEnd, to: span.start) > 1)
      }
      lastEnd = span.end
    }
    let cutter = LineCutter(bytes: bytes, tokens: tokens)
    let isWrapped = cutter.isWrapped(pieces)
    for (piece, isBlank) in zip(pieces, isBlankBefore) {
      lines += cutter.lines(of: piece, isWrapped: isWrapped, afterBlankLine: isBlank)
    }
    lines.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    lines = LineJoining(bytes: bytes, tokens: tokens).joined(lines)
    let quotations = QuotationPairing(tokens: tokens, customs: language.quotations)
      .quotations(in: lines)
    self.init(
      bytes: bytes, language: language, tokens: tokens,
      sentences: SentenceSplitting(tokens: tokens, quotations: quotations)
        .sentences(in: lines),
      quotations: quotations)
  }

  /// Title and body in text order, without overlaps: each region starts where the last ended.
  private static func regions(
    title: TextSpan?, body: [TextSpan], limit: TextSpan
  ) -> [(TextSpan, Sentence.Region)] {
    var all = body.map { ($0, Sentence.Region.body) }
    if let title, limit.contains(title) { all.append((title, .title)) }
    all.sort { $0.0 < $1.0 }
    var end = 0
    return all.compactMap { span, region in
      guard span.end > end else { return nil }
      let cut = TextSpan(max(span.start, end), span.end)
      end = span.end
      return (cut, region)
    }
  }
}
