internal import ClaimModel

extension VietnameseFinder {
  /// "Theo X, Y" at the head of a clause, "Y, theo X" behind one.
  func theoReading(_ hit: CueHit, frame: Range<Int>) -> Reading? {
    let at = hit.range.lowerBound
    let opens = at == frame.lowerBound || isOpeningMark(at - 1) || isLink(frame.lowerBound..<at)
    let isAfterComma = at > frame.lowerBound && (isComma(at - 1) || isDash(at - 1))
    let isAfterQuote = quotes.closing(before: at) != nil
    guard opens || isAfterComma || isAfterQuote || endsWithName(hit, frame) else { return nil }
    let end = endOfSource(from: hit.range.upperBound, frame: frame)
    guard end > hit.range.upperBound, hasWords(hit.range.upperBound..<end) else { return nil }
    return Reading(
      hit: hit, cue: hit.range, form: .theo, source: hit.range.upperBound..<end,
      start: isAfterComma ? at - 1 : opens ? frame.lowerBound : at, isJoined: false, frame: frame)
  }

  /// "Cũng | theo X", "Vì vậy | theo X"
  private func isLink(_ range: Range<Int>) -> Bool {
    let match = grammar.classes(tokens, at: range.lowerBound, end: range.upperBound)
    return match.length == range.count && !match.value.isDisjoint(with: [.adverb, .clause, .joins])
  }

  private func isOpeningMark(_ at: Int) -> Bool {
    tokens[at].scalar == 0x28 || quotes.opening(at: at) != nil
  }

  func isDash(_ at: Int) -> Bool {
    tokens[at].scalar == 0x2D || tokens[at].scalar == 0x2013
  }

  /// "… theo Reuters" at a sentence's end, without a comma.
  private func endsWithName(_ hit: CueHit, _ frame: Range<Int>) -> Bool {
    let rest = hit.range.upperBound..<frame.upperBound
    return !rest.isEmpty && rest.count <= 4 && rest.allSatisfy(isCapital)
  }

  /// To the comma that ends the source; an apposition of a person is passed over.
  private func endOfSource(from start: Int, frame: Range<Int>) -> Int {
    var at = start
    while at < frame.upperBound, at - start < 30 {
      if isComma(at) {
        if let end = endOfName(behind: at, from: start, frame: frame) { return end }
        guard has(.person, at: at + 1, end: frame.upperBound),
          let next = ((at + 1)..<frame.upperBound).first(where: isComma), next - at < 18,
          isCapital(at - 1)
        else { return at }
        return next
      }
      if quotes.opening(at: at) != nil || isColon(at) || isClosing(at, from: start) { return at }
      if at > start, let cue = cues.phrases.match(tokens, at: at, end: frame.upperBound),
        cue.value == .say
      {
        return at
      }
      at += 1
    }
    return at
  }

  /// "Điều phối viên Hội đồng An ninh về châu Á, Kurt Hale, …": the comma behind a name that an
  /// office stands before.
  private func endOfName(behind comma: Int, from start: Int, frame: Range<Int>) -> Int? {
    guard
      let end = ((comma + 1)..<frame.upperBound).first(where: isComma),
      (2...4).contains(end - comma - 1), ((comma + 1)..<end).allSatisfy(isCapital),
      let title = story.language.titles.titles.match(at: start, in: tokens, limit: comma),
      !title.value.isHonorific, comma - title.end >= 3,
      story.language.titles.places.match(at: comma + 1, in: tokens, limit: end) == nil
    else { return nil }
    return end
  }

  /// The bracket of "(theo X)", not that of "theo Thông tấn xã Việt Nam (TTXVN)".
  private func isClosing(_ at: Int, from start: Int) -> Bool {
    tokens[at].scalar == 0x29 && !tokens[start..<at].contains { $0.scalar == 0x28 }
  }

  func theoDraft(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    guard let source = reading.source else { return nil }
    let frame = reading.frame
    var pieces = [Range<Int>]()
    if reading.start > frame.lowerBound, frame.lowerBound < reading.start,
      tokens[reading.cue.lowerBound - 1].scalar != 0x28
    {
      let end = reading.start
      var start = frame.lowerBound
      if let quotation = quotes.closing(before: end) {
        start = min(start, quotation.tokens.lowerBound)
      }
      let goesOn = source.upperBound + 1 < frame.upperBound
      if hasWords(start..<end), !goesOn || !isShortOpening(start..<end) {
        pieces.append(start..<end)
      }
    }
    var after = source.upperBound
    if let cue = cues.phrases.match(tokens, at: after, end: frame.upperBound), cue.value == .say {
      after += cue.length
    }
    while after < frame.upperBound, isComma(after) || isColon(after) { after += 1 }
    if after < frame.upperBound, pieces.isEmpty || isComma(source.upperBound) {
      let end = contentEnd(readings, index, from: after)
      if after < end, hasWords(after..<end) { pieces.append(after..<end) }
    }
    guard !pieces.isEmpty else { return nil }
    return AttributionDraft(
      content: pieces, cue: [reading.cue], source: [source],
      reasons: [
        Reason(.cue, "\"theo\" names whom it comes from", span: story.span(reading.cue)),
        Reason(.source, "the words from \"theo\" to the comma", span: story.span(source)),
      ])
  }

  /// "Tuy nhiên, theo X, Y": a linking word before "theo" is no content.
  private func isShortOpening(_ range: Range<Int>) -> Bool {
    range.count <= 3
      || has([.clause, .adverb], at: range.lowerBound, end: range.upperBound)
        && range.count <= 5
  }

  /// "Được biết, Y"
  func leadReading(_ hit: CueHit, frame: Range<Int>) -> Reading? {
    guard hit.range.lowerBound == frame.lowerBound || isComma(hit.range.lowerBound - 1) else {
      return nil
    }
    return Reading(
      hit: hit, cue: hit.range, form: .lead, source: nil, start: hit.range.lowerBound,
      isJoined: false, frame: frame)
  }

  func leadDraft(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    guard
      let start = contentStart(
        after: reading.cue.upperBound, frame: reading.frame, needsMark: false)
    else { return nil }
    let end = contentEnd(readings, index, from: start)
    guard start < end, hasWords(start..<end) else { return nil }
    return AttributionDraft(
      content: [start..<end], cue: [reading.cue],
      reasons: reasons(reading, "the statement behind the phrase"))
  }

  /// "X được cho là Y"
  func passiveReading(_ hit: CueHit, frame: Range<Int>, earlier: [Reading]) -> Reading? {
    let lower =
      earlier.last { $0.frame == frame }.map { max(frame.lowerBound, $0.cue.upperBound) }
      ?? frame.lowerBound
    let end = skipAdverbs(endingAt: hit.range.lowerBound, from: lower)
    let subject =
      end > lower && !isComma(end - 1)
      ? nounPhrase(endingAt: end, lower: lower) : openingSubject(frame, before: end)
    return Reading(
      hit: hit, cue: hit.range, form: .passive, source: subject,
      start: subject?.lowerBound ?? hit.range.lowerBound, isJoined: false, frame: frame)
  }

  func passiveDraft(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    let start = reading.cue.upperBound
    let end = contentEnd(readings, index, from: start)
    guard start < end, hasWords(start..<end) else { return nil }
    var content = [start..<end]
    if let subject = reading.source { content.insert(subject, at: 0) }
    return AttributionDraft(
      content: content, cue: [reading.cue],
      reasons: [
        Reason(
          .cue, "a passive that leaves the speaker open", span: story.span(reading.cue)),
        Reason(.content, "its subject and what is said of it"),
      ])
  }
}
