internal import ClaimModel

extension VietnameseFinder {
  /// Quotations that fill whole sentences and have no cue of their own, behind an attribution.
  func continuations(of drafts: [AttributionDraft]) -> [AttributionDraft] {
    QuotationContinuations(story: story).drafts(besides: drafts)
  }

  /// `Ông A: "Y"`, most of all in titles: the colon stands for the verb.
  func colonDraft(_ sentence: Sentence, _ range: Range<Int>) -> AttributionDraft? {
    guard let colon = range.prefix(24).first(where: isColon),
      colon > range.lowerBound, colon + 1 < range.upperBound
    else { return nil }
    // `Ông Kèo (bản Xốp) bức xúc: "Y"`: a cue right before the colon is no part of the name.
    let hit = cues.hits(in: tokens, range.lowerBound..<colon).last {
      $0.range.upperBound == colon && $0.range.lowerBound > range.lowerBound
    }
    let source = range.lowerBound..<(hit?.range.lowerBound ?? colon)
    let quotation = quotes.opening(at: colon + 1)
    let isNamed =
      source.contains(where: { isCapital($0) && $0 > source.lowerBound })
      || source.count == 1
    guard isNamed, colon - range.lowerBound < 14 || isAddressed(source), quotation != nil,
      !source.contains(where: quotes.contains),
      !source.contains(where: { tokens[$0].kind == .number })
    else { return nil }
    let end = quotation.map { max($0.tokens.upperBound, range.upperBound) } ?? range.upperBound
    var draft = AttributionDraft(
      content: [(colon + 1)..<end], cue: hit.map { [$0.range] } ?? [], source: [source],
      reasons: [Reason(.source, "a name before a colon speaks", span: story.span(source))])
    draft.isCertain = hit?.kind == .quote && isAddressed(source)
    return draft
  }

  /// "Ông Kèo (bản Xốp)", "Đại sứ Danny Dale": a title or an honorific opens it, and a name follows.
  private func isAddressed(_ source: Range<Int>) -> Bool {
    let title = story.language.titles.titles.match(
      tokens, at: source.lowerBound, end: source.upperBound)
    return title.map { source.dropFirst($0.length).contains(where: isCapital) } ?? false
  }
}
