internal import ClaimModel

extension VietnameseFinder {
  /// `"Y", Hồ Văn Sáu, phát ngôn viên lực lượng cứu hộ, phía bắc Lam Sơn hôm nay cho biết`: all that
  /// stands between the quotation and the cue is the source, whatever its commas.
  func appositionBehindQuotation(_ range: Range<Int>) -> AttributionDraft? {
    guard let last = cues.hits(in: tokens, range).last, quotes[last.range.lowerBound] == nil,
      [.say, .act, .that, .quote].contains(last.kind),
      pastTime(last.range.upperBound, range.upperBound) >= range.upperBound,
      let quotation = story.quotations(overlapping: range).last, quotation.isClosed
    else { return nil }
    let close = quotation.tokens.upperBound
    guard range.contains(close), close < last.range.lowerBound, isComma(close) else { return nil }
    let end = skipAdverbs(endingAt: last.range.lowerBound, from: close + 1)
    let source = close + 1..<end
    guard source.count > 4, source.count < 40, source.contains(where: isComma),
      isCapital(source.lowerBound) || has(.person, at: source.lowerBound, end: end),
      let comma = source.first(where: isComma),
      (source.lowerBound..<comma).contains(where: isCapital),
      isPersonal(comma + 1, end: end), cues.hits(in: tokens, source).isEmpty
    else { return nil }
    var draft = AttributionDraft(
      content: [quotation.tokens], cue: [last.range], source: [source],
      reasons: [
        Reason(.cue, "a verb that closes the sentence", span: story.span(last.range)),
        Reason(
          .source, "a name and what he or she is, behind the quotation", span: story.span(source)),
      ])
    draft.isCertain = true
    return draft
  }

  /// Whether an apposition says what somebody is: "phát ngôn viên …", "45 tuổi".
  private func isPersonal(_ start: Int, end: Int) -> Bool {
    guard start < end else { return false }
    return tokens[start].kind == .number || has(.person, at: start, end: end)
      || story.language.titles.titles.match(tokens, at: start, end: end) != nil
  }

  private func pastTime(_ start: Int, _ end: Int) -> Int {
    var at = start
    while let next = timePhrase(at: at, end: end) { at = next }
    return at
  }
}
