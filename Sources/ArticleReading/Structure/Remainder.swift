internal import ClaimModel

/// The words of a text that no part of its article has.
struct Remainder {
  let article: Article
  let bytes: UnsafeBufferPointer<UInt8>

  /// A stretch between two parts, cut at line breaks, with its cause where one of `causes` covers it.
  func leftOut(causes: [LeftOut]) -> [LeftOut] {
    gaps().flatMap(lines).compactMap { span in
      guard hasWord(span) else { return nil }
      let cause = causes.first { $0.span.overlaps(span) }?.cause
      return LeftOut(span: span, cause: cause ?? .between)
    }
  }

  private func gaps() -> [TextSpan] {
    var parts = article.body + article.captions.map(\.span)
    parts += [article.title, article.byline?.span, article.dateline?.span].compactMap { $0 }
    var gaps = [TextSpan]()
    var end = 0
    for part in parts.sorted() {
      if part.start > end { gaps.append(TextSpan(end, part.start)) }
      end = max(end, part.end)
    }
    if end < bytes.count { gaps.append(TextSpan(end, bytes.count)) }
    return gaps
  }

  private func lines(of gap: TextSpan) -> [TextSpan] {
    var lines = [TextSpan]()
    var start = gap.start
    for at in gap.start..<gap.end where bytes[at] == 0x0A {
      lines.append(TextLayout.trimmed(bytes, TextSpan(start, at)))
      start = at + 1
    }
    lines.append(TextLayout.trimmed(bytes, TextSpan(start, gap.end)))
    return lines.filter { !$0.isEmpty }
  }

  private func hasWord(_ span: TextSpan) -> Bool {
    WordScanner(bytes: bytes).words(from: span.start, to: span.end, limit: 40)
      .contains { $0.kind != .punctuation }
  }
}
