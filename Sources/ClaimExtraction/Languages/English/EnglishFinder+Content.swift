internal import ClaimModel

extension EnglishFinder {
  /// `"Y," X said`, `"Y," said X`, `"Y," X said, "Z"`
  func behindQuotation(
    _ verb: Verb, _ range: Range<Int>, after reach: Int
  ) -> AttributionDraft? {
    guard verb.hit.kind != .act || verb.hit.range.count == 1 else { return nil }
    let inverted = verb.cue.lowerBound == verb.hit.range.lowerBound
    if inverted, let quotation = quotation(before: verb.cue.lowerBound),
      let source = nounPhrase(startingAt: verb.cue.upperBound, end: range.upperBound)
    {
      return quoted(quotation, verb, source, range, after: reach)
    }
    guard let subject = verb.subject, !verb.isJoined,
      let quotation = quotation(before: subject.lowerBound), !introduces(verb, range)
    else { return nil }
    return quoted(quotation, verb, subject, range, after: reach)
  }

  /// The quotation that ends before a token, with a comma or nothing between.
  private func quotation(before token: Int) -> Quotation? {
    var at = token
    if at > 0, isComma(at - 1) { at -= 1 }
    return quotes.closing(before: at)
  }

  /// Whether "that", a colon or a quotation follows the verb at once.
  private func introduces(_ verb: Verb, _ range: Range<Int>) -> Bool {
    let next = verb.cue.upperBound
    guard next < range.upperBound else { return false }
    return has(.that, at: next, end: range.upperBound) || quotes.opening(at: next) != nil
  }

  private func quoted(
    _ quotation: Quotation, _ verb: Verb, _ source: Range<Int>, _ range: Range<Int>,
    after reach: Int
  ) -> AttributionDraft? {
    let end = quotation.tokens.upperBound
    var start = quotation.tokens.lowerBound
    if start > range.lowerBound, reach <= range.lowerBound { start = range.lowerBound }
    guard start < end else { return nil }
    var content = [start..<end]
    let after = max(verb.cue.upperBound, source.upperBound)
    if let more = interruption(after: after, range) { content.append(more) }
    return draft(content, verb, source, "the quotation beside its speaker")
  }

  /// `"Y," X said on Monday, "Z"` → the range of "Z".
  private func interruption(after start: Int, _ range: Range<Int>) -> Range<Int>? {
    guard
      let next = (start..<min(range.upperBound, start + 14)).first(where: {
        quotes.opening(at: $0) != nil
      }), next > start, isComma(next - 1) || isColon(next - 1),
      cues.hits(in: tokens, start..<next).isEmpty
    else { return nil }
    return quotes.opening(at: next)?.tokens
  }

  /// "X said Y"
  func beforeContent(_ verbs: [Verb], _ index: Int, _ range: Range<Int>) -> AttributionDraft? {
    let verb = verbs[index]
    guard verb.subject != nil || verb.isJoined,
      let start = contentStart(verb, range, needsMark: verb.hit.kind == .that)
    else { return nil }
    let end = contentEnd(verbs, index, range, from: start)
    guard start < end, hasWords(start..<end) else { return nil }
    return draft([start..<end], verb, verb.subject, "what the verb introduces")
  }

  /// Past the person told and the time: "told reporters Tuesday | that …".
  private func contentStart(_ verb: Verb, _ range: Range<Int>, needsMark: Bool) -> Int? {
    var at = verb.cue.upperBound
    let limit = min(range.upperBound, at + 16)
    while at < limit {
      if quotes.opening(at: at) != nil, at == verb.cue.upperBound || isPunctuation(at - 1) {
        return at
      }
      if isColon(at) { return at + 1 < range.upperBound ? at + 1 : nil }
      if verb.hit.kind != .act, has(.that, at: at, end: at + 1) { return at }
      if isComma(at), !(at + 1 < limit && quotes.opening(at: at + 1) != nil) { break }
      if at > verb.cue.upperBound, has(.verb, at: at, end: at + 1) { break }
      at += 1
    }
    if needsMark { return nil }
    var start = verb.cue.upperBound
    while start < range.upperBound, has(.time, at: start, end: range.upperBound) {
      start += max(1, grammar.classes(tokens, at: start, end: range.upperBound).length)
    }
    if start < range.upperBound, isComma(start) { start += 1 }
    return start < range.upperBound ? start : nil
  }

  func contentEnd(_ verbs: [Verb], _ index: Int, _ range: Range<Int>, from start: Int) -> Int {
    var end = range.upperBound
    if let quotation = quotes.opening(at: start) {
      let close = RuleReach.end(of: quotation, from: end) ?? end
      if close >= end || verbs[index].hit.kind != .act && isPunctuation(close) { return close }
    } else if let last = quotes[end - 1], last.tokens.upperBound > end {
      end = RuleReach.end(of: last, from: end) ?? end
    }
    for next in verbs[(index + 1)...] where next.start > start {
      if next.isJoined, next.hit.kind != .evidence {
        end = min(end, next.start)
        break
      }
    }
    for at in (start + 1)..<max(start + 1, end) where isComma(at) && at + 1 < end {
      if !quotes.contains(at), has(.ends, at: at + 1, end: end) {
        end = at
        break
      }
    }
    while end > start, isComma(end - 1) { end -= 1 }
    return end
  }

  /// "According to X, Y" / "Y, according to X"
  func according(_ verb: Verb, _ range: Range<Int>) -> AttributionDraft? {
    var end = verb.cue.upperBound
    while end < range.upperBound, !isComma(end), quotes.opening(at: end) == nil { end += 1 }
    if end + 1 < range.upperBound, isComma(end), has(.person, at: end + 1, end: range.upperBound),
      verb.cue.lowerBound > range.lowerBound
    {
      end = ((end + 1)..<range.upperBound).first(where: isComma) ?? range.upperBound
    }
    let source = verb.cue.upperBound..<end
    guard hasWords(source) else { return nil }
    if verb.cue.lowerBound > range.lowerBound + 2 {
      var stop = verb.cue.lowerBound
      if isComma(stop - 1) { stop -= 1 }
      let content = range.lowerBound..<stop
      return hasWords(content) ? draft([content], verb, source, "what stands before it") : nil
    }
    let content = min(end + 1, range.upperBound)..<range.upperBound
    return hasWords(content) ? draft([content], verb, source, "what stands behind it") : nil
  }

  /// "The change appears to help": nobody is named; subject and rest are the content.
  func evidence(
    _ verb: Verb, _ verbs: [Verb], _ index: Int, _ range: Range<Int>
  ) -> AttributionDraft? {
    let start = verb.cue.upperBound
    let end = contentEnd(verbs, index, range, from: start)
    guard start < end, hasWords(start..<end), let subject = verb.subject else { return nil }
    return draft([subject, start..<end], verb, nil, "its subject and what is said of it")
  }
}
