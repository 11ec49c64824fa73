internal import ClaimModel

extension EnglishFinder {
  /// The cues of a sentence that stand outside quotations.
  func verbs(in range: Range<Int>) -> [Verb] {
    var found = [Verb]()
    for hit in cues.hits(in: tokens, range) where !quotes.contains(hit.range.lowerBound) {
      if let verb = verb(hit, range, earlier: found) { found.append(verb) }
    }
    return found
  }

  private func verb(_ hit: CueHit, _ range: Range<Int>, earlier: [Verb]) -> Verb? {
    let cue = extended(hit.range, from: range.lowerBound)
    var verb = Verb(hit: hit, cue: cue, subject: nil, isJoined: false, start: cue.lowerBound)
    if hit.kind == .according {
      verb.cue = hit.range
      return verb
    }
    let lower = earlier.last.map { max(range.lowerBound, $0.cue.upperBound) } ?? range.lowerBound
    if cue.lowerBound == hit.range.lowerBound, hit.range.count == 1,
      endsWith(.noun, cue.lowerBound, from: lower)
    {
      return nil
    }
    guard cue.lowerBound > range.lowerBound else { return verb }
    let isJoint =
      isComma(cue.lowerBound - 1) || endsWith(.joins, cue.lowerBound, from: lower)
    if isJoint {
      if let whole = subjectWithApposition(endingAt: cue.lowerBound, lower: lower),
        !isParticiple(hit)
      {
        verb.subject = whole
        verb.start = whole.lowerBound
      } else {
        verb.isJoined = true
        verb.subject = earlier.last { $0.subject != nil }?.subject
        if verb.subject == nil { verb.subject = openingSubject(range, before: cue.lowerBound) }
        verb.start = joinStart(cue.lowerBound, lower: lower)
      }
    } else {
      verb.subject = nounPhrase(endingAt: cue.lowerBound, lower: lower)
      verb.start = verb.subject?.lowerBound ?? cue.lowerBound
    }
    return verb
  }

  /// With the auxiliaries and adverbs before it: "has also said".
  private func extended(_ cue: Range<Int>, from lower: Int) -> Range<Int> {
    var start = cue.lowerBound
    while start > lower, isAdverb(start - 1, lower: lower) { start -= 1 }
    while start < cue.lowerBound, tokens[start].scalar == 0x27 || tokens[start].scalar == 0x2019 {
      start += 1
    }
    return start..<cue.upperBound
  }

  private func isAdverb(_ at: Int, lower: Int) -> Bool {
    if endsWith(.adverb, at + 1, from: at) { return true }
    let token = tokens[at]
    guard token.kind == .word, token.shape == .lower, token.end - token.start > 4 else {
      return false
    }
    let end = Int(token.end)
    return story.bytes[end - 1] == 0x79 && story.bytes[end - 2] == 0x6C
  }

  /// "adding", "saying"
  func isParticiple(_ hit: CueHit) -> Bool {
    let end = Int(tokens[hit.range.lowerBound].end)
    return tokens[hit.range.lowerBound].span.count > 4 && story.bytes[end - 1] == 0x67
      && story.bytes[end - 2] == 0x6E && story.bytes[end - 3] == 0x69
  }

  private func joinStart(_ end: Int, lower: Int) -> Int {
    let match = grammar.classes(tokens, endingAt: end, from: lower)
    var start = match.value.contains(.joins) ? end - match.length : end
    if start > lower, isComma(start - 1) { start -= 1 }
    return start
  }

  /// The noun phrase that ends before `end`, back to the word or mark that bounds it.
  func nounPhrase(endingAt end: Int, lower: Int) -> Range<Int>? {
    guard end > lower else { return nil }
    let last = grammar.classes(tokens, endingAt: end, from: end - 1).value
    if last.contains(.pronoun) { return (end - 1)..<end }
    var start = end
    while start > lower, end - start < 40 {
      if isPunctuation(start - 1) {
        guard let next = passable(start - 1, lower: lower) else { break }
        start = next
        continue
      }
      let match = grammar.classes(tokens, endingAt: start, from: lower)
      if match.value.contains(.clause) { break }
      if match.value.contains(.joins), hasVerb(before: start - match.length, lower: lower) { break }
      start -= 1
    }
    return trimmed(start..<end)
  }

  private func passable(_ at: Int, lower: Int) -> Int? {
    switch tokens[at].scalar {
    case 0x29:
      var open = at
      while open > lower, at - open < 15 {
        open -= 1
        if tokens[open].scalar == 0x28 { return open }
      }
      return nil
    case 0x2D, 0x2E, 0x2F, 0x26, 0x27, 0x2019, 0x24, 0x25: return at
    // The marks of a nickname, which belong to no quotation.
    case 0x22, 0x201C, 0x201D: return quotes.contains(at) ? nil : at
    default: return nil
    }
  }

  private func hasVerb(before end: Int, lower: Int) -> Bool {
    var at = end
    while at > lower, end - at < 20, !isPunctuation(at - 1) {
      if endsWith(.clause, at, from: at - 1) { return false }
      if endsWith(.verb, at, from: at - 1) { return true }
      at -= 1
    }
    return false
  }

  /// Without conjunctions and time phrases at its head.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound {
      let match = grammar.classes(tokens, at: start, end: range.upperBound)
      guard isPunctuation(start) || !match.value.isDisjoint(with: [.joins, .time]) else { break }
      start += max(1, match.length)
    }
    guard start < range.upperBound,
      !has(.noSource, at: start, end: start + 1) || start + 1 < range.upperBound
    else { return nil }
    return start..<range.upperBound
  }

  /// "Dana Reed, a lawyer for the city," before a verb: the name and what the commas enclose.
  private func subjectWithApposition(endingAt end: Int, lower: Int) -> Range<Int>? {
    guard isComma(end - 1) else { return nil }
    var first = end - 2
    while first > lower, !isComma(first), end - first < 30 { first -= 1 }
    guard first > lower, isComma(first),
      has(.person, at: first + 1, end: end) || isCapital(first + 1)
        || tokens[first + 1].kind == .number,
      let head = nounPhrase(endingAt: first, lower: lower), head.count <= 16,
      !has(.opening, at: head.lowerBound, end: head.upperBound), head.contains(where: isCapital)
    else { return nil }
    return head.lowerBound..<(end - 1)
  }

  /// "On Monday, the company named a chairman, saying …" → "the company", up to its verb.
  private func openingSubject(_ range: Range<Int>, before limit: Int) -> Range<Int>? {
    var start = range.lowerBound
    if has([.opening, .time, .clause], at: start, end: limit) {
      guard let comma = (start..<limit).first(where: isComma), comma + 1 < limit else { return nil }
      start = comma + 1
    }
    if has(.joins, at: start, end: limit) { start += 1 }
    if has(.pronoun, at: start, end: start + 1) { return start..<(start + 1) }
    var end = start
    while end < limit, end - start < 12, !isPunctuation(end) || tokens[end].scalar == 0x2E {
      if end > start, has([.verb, .adverb, .clause, .tail], at: end, end: end + 1) { break }
      if end > start, isCapital(end - 1), !isCapital(end), tokens[end].kind == .word { break }
      end += 1
    }
    return end > start && end < limit ? trimmed(start..<end) : nil
  }

  /// The noun phrase behind an inverted verb: `said Dana Reed, a lawyer for the city`.
  func nounPhrase(startingAt start: Int, end: Int) -> Range<Int>? {
    guard start < end else { return nil }
    if has(.pronoun, at: start, end: start + 1) { return start..<(start + 1) }
    guard isCapital(start) || has(.determiner, at: start, end: start + 1) else { return nil }
    var at = start + 1
    while at < end {
      if quotes.opening(at: at) != nil || isColon(at) || tokens[at].scalar == 0x3B { break }
      if isComma(at) {
        guard at + 1 < end, has(.person, at: at + 1, end: end) else { break }
        at = ((at + 1)..<end).first { isComma($0) || quotes.contains($0) } ?? end
        break
      }
      if endsPhrase(at, end: end) { break }
      at += 1
    }
    return start..<at
  }

  private func endsPhrase(_ at: Int, end: Int) -> Bool {
    if has(.time, at: at, end: end) || has(.clause, at: at, end: end) { return true }
    guard has(.tail, at: at, end: end) else { return false }
    let match = grammar.classes(tokens, at: at, end: end)
    let next = at + match.length
    guard next < end else { return true }
    return match.length > 1 || has([.time, .determiner], at: next, end: end) && !isOf(at)
  }

  private func isOf(_ at: Int) -> Bool {
    tokens[at].span.count == 2 && (story.bytes[Int(tokens[at].start)] | 0x20) == 0x6F
      && story.bytes[Int(tokens[at].start) + 1] == 0x66
  }
}
