internal import ClaimModel
internal import Lexicons

extension VietnameseFinder {
  /// Whether "rằng", a colon or a quotation follows, at once or behind a short phrase.
  func introducesContent(at start: Int, frame: Range<Int>) -> Bool {
    contentStart(after: start, frame: frame, needsMark: true) != nil
  }

  /// Where the content of a cue starts: behind "rằng", a colon, or a phrase that ends in one.
  func contentStart(after cue: Int, frame: Range<Int>, needsMark: Bool) -> Int? {
    var at = cue
    while at < frame.upperBound, at < cue + 14 {
      if quotes.opening(at: at) != nil, at == cue || isPunctuation(at - 1) || needsMark {
        return at
      }
      if isColon(at) { return at + 1 < frame.upperBound ? at + 1 : nil }
      let match = grammar.classes(tokens, at: at, end: frame.upperBound)
      if match.value.contains(.that), at == cue || tokens[at].key == Self.rang {
        return pastMarks(at + match.length, frame: frame)
      }
      if isComma(at), at > cue || needsMark { break }
      if at > cue, let next = cues.phrases.match(tokens, at: at, end: frame.upperBound),
        next.value == .say || next.value == .act
      {
        break
      }
      if at > cue, match.value.contains(.clause) { break }
      at += max(1, match.length)
    }
    return needsMark ? nil : pastMarks(cue, frame: frame)
  }

  private static let rang = WordKey("rằng")

  private func pastMarks(_ start: Int, frame: Range<Int>) -> Int? {
    var at = start
    while at < frame.upperBound,
      isComma(at) || isColon(at) || has(.links, at: at, end: at + 1)
    { at += 1 }
    return at < frame.upperBound ? at : nil
  }

  /// Whether what is said stands before the cue: `"Y", X nói`, "Y, X cho biết".
  func isBehindContent(_ reading: Reading) -> Bool {
    let frame = reading.frame
    guard let source = reading.source else { return false }
    var before = source.lowerBound
    if before > frame.lowerBound, isComma(before - 1) || isDash(before - 1) { before -= 1 }
    guard before > frame.lowerBound || before < source.lowerBound else {
      return false
    }
    let isQuoted = quotes.closing(before: before) != nil
    guard isQuoted || before < source.lowerBound else { return false }
    let end = pastTimePhrases(reading.cue.upperBound, frame: frame)
    if end >= frame.upperBound { return true }
    guard isQuoted else { return false }
    if reading.hit.kind == .relay { return true }
    if isComma(end) || isColon(end) { return quotes.opening(at: end + 1) != nil || isComma(end) }
    if introducesContent(at: end, frame: frame) { return false }
    return has([.tail, .time, .adverb, .clause], at: end, end: frame.upperBound)
  }

  private func pastTimePhrases(_ start: Int, frame: Range<Int>) -> Int {
    var at = start
    while let next = timePhrase(at: at, end: frame.upperBound) { at = next }
    return at
  }

  /// "X cho biết Y"
  func contentBehind(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    let frame = reading.frame
    guard
      let start = contentStart(after: reading.cue.upperBound, frame: frame, needsMark: false)
    else { return nil }
    if start == reading.cue.upperBound, reading.hit.kind == .act,
      has([.tail, .clause], at: start, end: frame.upperBound)
    {
      return nil
    }
    let end = contentEnd(readings, index, from: start)
    guard start < end, hasWords(start..<end) else { return nil }
    return AttributionDraft(
      content: [start..<end], cue: [reading.cue], source: reading.source.map { [$0] } ?? [],
      reasons: reasons(reading, "what the verb introduces, to the end of its clause"))
  }

  /// Where content that starts at `start` ends: with its quotation, before the next joined verb,
  /// before a speaker behind it, or with the sentence.
  func contentEnd(_ readings: [Reading], _ index: Int, from start: Int) -> Int {
    let frame = readings[index].frame
    var end = frame.upperBound
    if let quotation = quotes.opening(at: start) {
      let close = RuleReach.end(of: quotation, from: end) ?? end
      if close >= end || (close + 1 == end && isPunctuation(close)) { return close }
    } else if let last = quotes[end - 1], last.tokens.upperBound > end,
      !frame.contains(where: { quotes[$0] == nil }) == false
    {
      end = RuleReach.end(of: last, from: end) ?? end
    }
    for next in readings[(index + 1)...] where next.frame == frame && next.start > start {
      if next.isJoined || next.form == .behind || next.form == .theo {
        end = min(end, next.start)
        break
      }
      if let turn = turn(from: start, to: next.start) {
        end = min(end, turn)
        break
      }
    }
    if let cut = adversative(from: start, to: end, in: frame) { end = cut }
    while end > start, isComma(end - 1) { end -= 1 }
    return end
  }

  /// The comma before "nhưng", "trong khi" and the like, outside quotations that open behind
  /// `start`.
  private func adversative(from start: Int, to end: Int, in frame: Range<Int>) -> Int? {
    guard end <= frame.upperBound, start + 2 < end else { return nil }
    for at in (start + 2)..<end where isComma(at) && at + 1 < end {
      if has(.ends, at: at + 1, end: end), quotes.contains(at) == quotes.contains(frame.lowerBound)
      {
        return at
      }
    }
    return nil
  }

  /// A comma and "trong khi", "còn", "nhưng" right before another speaker.
  private func turn(from start: Int, to end: Int) -> Int? {
    let match = grammar.classes(tokens, endingAt: end, from: start)
    guard match.value.contains(.turns), end - match.length > start,
      isComma(end - match.length - 1)
    else { return nil }
    return end - match.length - 1
  }

  /// `"Y", X nói`
  func contentBefore(_ readings: [Reading], _ index: Int) -> AttributionDraft? {
    let reading = readings[index]
    guard let source = reading.source else { return nil }
    var end = source.lowerBound
    let relay = index > 0 && readings[index - 1].hit.kind == .relay ? readings[index - 1] : nil
    if let relay, relay.cue.upperBound == end, let start = relay.source?.lowerBound { end = start }
    if end > 0, isComma(end - 1) || isDash(end - 1) { end -= 1 }
    var start = reading.frame.lowerBound
    if index > 0, readings[index - 1].frame == reading.frame, readings[index - 1].form == .behind,
      readings[index - 1].cue.upperBound < end
    {
      start = max(start, readings[index - 1].cue.upperBound)
      if start < end, isComma(start) { start += 1 }
    }
    if let quotation = quotes.closing(before: end), !quotes.contains(source.lowerBound) {
      let open = quotation.tokens.lowerBound
      let isAlone = open <= start || readings[..<index].contains { $0.cue.upperBound <= open }
      start = isAlone ? open : min(open, start)
    }
    guard start < end, hasWords(start..<end) else { return nil }
    var content = [start..<end]
    if let more = interruption(after: reading.cue.upperBound, frame: reading.frame) {
      content.append(more)
    } else if reading.hit.kind == .relay, reading.cue.upperBound < reading.frame.upperBound {
      content.append(reading.cue.upperBound..<reading.frame.upperBound)
    }
    return AttributionDraft(
      content: content, cue: [reading.cue], source: [source],
      reasons: reasons(reading, "what stands before its speaker"))
  }

  /// `"A", ông B nói, "C"` → the range of "C".
  private func interruption(after cue: Int, frame: Range<Int>) -> Range<Int>? {
    guard cue < frame.upperBound, isComma(cue) || isColon(cue),
      let quotation = quotes.opening(at: cue + 1)
    else { return nil }
    return quotation.tokens
  }

  func reasons(_ reading: Reading, _ content: String) -> [Reason] {
    var out = [
      Reason(.cue, words(for: reading.hit.kind), span: story.span(reading.cue)),
      Reason(.content, content),
    ]
    if let source = reading.source {
      let how =
        reading.isJoined
        ? "the subject of the verb before, which this verb shares"
        : "the noun phrase before the verb"
      out.append(Reason(.source, how, span: story.span(source)))
    }
    return out
  }

  private func words(for kind: CueLexicon.CueClass) -> String {
    switch kind {
    case .say: "a verb that attributes wherever it has a subject"
    case .act: "a verb of asking, wanting or judging with a subject before it"
    case .that: "a verb that attributes before \"rằng\", a colon or a quotation"
    case .quote: "words that close a quotation"
    case .relay: "the speaker passes on what another says"
    case .passive: "a passive that leaves the speaker open"
    case .lead: "a phrase that introduces what is known"
    case .theo: "\"theo\" names whom it comes from"
    case .according, .evidence, .noun, .none: "a cue"
    }
  }
}
