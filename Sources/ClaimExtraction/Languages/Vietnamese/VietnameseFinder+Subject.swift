internal import ClaimModel
internal import Lexicons

extension VietnameseFinder {
  /// A verb of saying with its subject: before its content, behind it, or joined to another verb.
  func verbReading(_ hit: CueHit, frame: Range<Int>, earlier: [Reading]) -> Reading? {
    var cue = hit.range
    let before = grammar.classes(tokens, endingAt: cue.lowerBound, from: frame.lowerBound)
    if before.value.contains(.not) {
      cue = (cue.lowerBound - before.length)..<cue.upperBound
    } else if isNoun(hit, before.value), !endsName(cue, before.length, frame) {
      return nil
    }
    if cue.upperBound < frame.upperBound, tokens[cue.upperBound].key == Self.ofWord { return nil }
    let subjectEnd = skipAdverbs(endingAt: cue.lowerBound, from: frame.lowerBound)
    let last = earlier.last { $0.frame == frame }
    let lower = last.map { max(frame.lowerBound, $0.cue.upperBound) } ?? frame.lowerBound
    guard subjectEnd > frame.lowerBound else { return nil }
    var reading = Reading(
      hit: hit, cue: cue, form: .before, source: nil, start: subjectEnd, isJoined: false,
      frame: frame)
    if let last, subjectEnd <= last.cue.upperBound {
      return chained(reading, to: last)
    }
    if let last, last.form == .theo, last.source?.upperBound == subjectEnd {
      return nil
    }
    if isJoint(subjectEnd, frame: frame) {
      guard subjectEnd - 1 > lower || last == nil else { return nil }
      if isComma(subjectEnd - 1),
        let head = headOfApposition(endingAt: subjectEnd - 1, lower: lower, frame: frame)
      {
        let isNamed = has(.person, at: head.comma + 1, end: subjectEnd)
        reading.source = isNamed ? head.phrase.lowerBound..<(subjectEnd - 1) : head.phrase
        reading.start = head.phrase.lowerBound
      } else {
        guard let subject = sharedSubject(earlier, frame: frame, before: subjectEnd) else {
          return nil
        }
        if hit.kind == .that, !introducesContent(at: cue.upperBound, frame: frame) { return nil }
        reading.source = subject
        reading.isJoined = true
        reading.start = joinStart(subjectEnd, frame: frame)
      }
    } else {
      guard let phrase = nounPhrase(endingAt: subjectEnd, lower: lower) else {
        return withoutOwnSubject(reading, earlier)
      }
      reading.source = withNameBefore(phrase, lower: lower, frame: frame)
      reading.start = reading.source?.lowerBound ?? subjectEnd
      if performs(reading) { return nil }
      if let last, last.hit.kind == .relay, last.form == .behind,
        phrase.lowerBound == last.cue.upperBound
      {
        reading.form = .behind
        return reading
      }
    }
    return placed(reading, frame: frame)
  }

  /// "ông A rút đơn vì cho rằng …": a verb of saying behind a clause word shares the subject.
  private func withoutOwnSubject(_ reading: Reading, _ earlier: [Reading]) -> Reading? {
    guard reading.hit.kind == .say, reading.cue.lowerBound > reading.frame.lowerBound,
      has(.clause, at: reading.cue.lowerBound - 1, end: reading.cue.lowerBound)
    else { return nil }
    var reading = reading
    reading.source = sharedSubject(earlier, frame: reading.frame, before: reading.start)
    return reading
  }

  static let ofWord = WordKey("của")

  /// "khẳng định không muốn …": a verb right behind another shares its subject; what is denied
  /// ("bác bỏ cáo buộc …") is somebody else's.
  private func chained(_ reading: Reading, to last: Reading) -> Reading? {
    guard last.form == .before, reading.hit.kind == .say || reading.hit.kind == .act else {
      return nil
    }
    var reading = reading
    if !has(.denies, at: last.cue.lowerBound, end: last.cue.upperBound) {
      reading.source = last.source
    }
    reading.start = reading.cue.lowerBound
    return reading
  }

  /// "Chúng tôi nhấn mạnh lập trường …" within a quotation reports nothing.
  private func performs(_ reading: Reading) -> Bool {
    guard let source = reading.source, quotes.contains(reading.cue.lowerBound) else { return false }
    return has(.performs, at: reading.hit.range.lowerBound, end: reading.hit.range.upperBound)
      && has(.speaksHere, at: source.lowerBound, end: source.upperBound)
      && !introducesContent(at: reading.cue.upperBound, frame: reading.frame)
  }

  /// "Bà Vân khai đã nhận tiền", "Ông Tám (45 tuổi) nói mất xe": a person, the cue right behind, and
  /// a clause.
  private func tells(_ reading: Reading) -> Bool {
    let next = reading.cue.upperBound
    guard !reading.isJoined, let source = reading.source, next + 1 < reading.frame.upperBound,
      source.lowerBound == reading.frame.lowerBound,
      pastInitial(source.upperBound) == reading.cue.lowerBound
        || reading.start == source.lowerBound
          && skipAdverbs(
            endingAt: reading.cue.lowerBound, from: source.lowerBound) == source.upperBound,
      isCapital(source.lowerBound), source.dropFirst().contains(where: isCapital)
    else { return false }
    if tokens[source.upperBound - 1].scalar == 0x29,
      reading.hit.kind == .say || reading.hit.kind == .act
    {
      return !has([.tail, .clause], at: next, end: reading.frame.upperBound)
    }
    let hit = reading.hit.range
    return clauses.has(.tells, tokens, at: hit.lowerBound, end: hit.upperBound)
      && clauses.has(.starts, tokens, at: next, end: reading.frame.upperBound)
  }

  /// Past the stop of a name's last initial: "Bà Đ.K.L | . khai …".
  private func pastInitial(_ end: Int) -> Int {
    guard end < tokens.count, tokens[end].scalar == 0x2E, tokens[end].touchesPrevious,
      isCapital(end - 1), tokens[end - 1].end - tokens[end - 1].start <= 2
    else { return end }
    return end + 1
  }

  /// Decides on which side the content stands; nil where the cue's class asks for more.
  private func placed(_ reading: Reading, frame: Range<Int>) -> Reading? {
    var reading = reading
    if !reading.isJoined, isBehindContent(reading) {
      reading.form = .behind
      reading.isSure = bodyReports(reading) && reading.cue.upperBound == frame.upperBound
      return reading
    }
    if tells(reading) || bodyReports(reading) && reportsFigure(reading) {
      reading.isSure = true
      return reading
    }
    switch reading.hit.kind {
    case .quote: return nil
    case .that: return introducesContent(at: reading.cue.upperBound, frame: frame) ? reading : nil
    default: return reading
    }
  }

  /// "Sở Nội | vụ công bố": the noun before a verb by which bodies report is the end of a name.
  private func endsName(_ cue: Range<Int>, _ length: Int, _ frame: Range<Int>) -> Bool {
    let noun = cue.lowerBound - length
    return noun - 1 > frame.lowerBound && tokens[noun - 1].isCapitalised
      && clauses.has(.reports, tokens, at: cue.lowerBound, end: cue.upperBound)
  }

  /// "lời cáo buộc", "những yêu cầu": the cue is a noun.
  private func isNoun(_ hit: CueHit, _ before: GrammarWords.Classes) -> Bool {
    before.contains(.noun) && hit.kind != .relay
      && has(.nominal, at: hit.range.lowerBound, end: hit.range.upperBound)
  }

  /// Past adverbs and time phrases: "ông A | hôm 4/7 cũng | cho biết".
  func skipAdverbs(endingAt end: Int, from lower: Int) -> Int {
    var at = end
    while at > lower {
      if let start = timePhrase(endingAt: at, lower: lower) {
        at = start
        continue
      }
      let match = grammar.classes(tokens, endingAt: at, from: lower)
      guard match.value.contains(.adverb) || match.value.contains(.not) else { break }
      at -= match.length
    }
    return at
  }

  /// Where a time phrase starts that ends before `end`: "hôm 4/7", "tối qua", "ngày 9 tháng 6".
  private func timePhrase(endingAt end: Int, lower: Int) -> Int? {
    guard end - 1 > lower else { return nil }
    let last = tokens[end - 1]
    let isValue =
      last.kind == .number
      || grammar.classes(tokens, endingAt: end, from: end - 1).value.contains(.when)
    guard isValue, has(.time, at: end - 2, end: end - 1) else { return nil }
    var start = end - 2
    while start - 1 > lower, has(.time, at: start - 1, end: start) { start -= 1 }
    return start
  }

  private func isJoint(_ end: Int, frame: Range<Int>) -> Bool {
    isComma(end - 1)
      || grammar.classes(tokens, endingAt: end, from: frame.lowerBound).value.contains(.joins)
  }

  /// Where the comma or conjunction starts that joins a verb to the one before it.
  private func joinStart(_ end: Int, frame: Range<Int>) -> Int {
    let match = grammar.classes(tokens, endingAt: end, from: frame.lowerBound)
    var start = match.value.contains(.joins) ? end - match.length : end
    if start > frame.lowerBound, isComma(start - 1) { start -= 1 }
    return start
  }

  /// The noun phrase that ends before `end`, back to the word or mark that bounds it.
  func nounPhrase(endingAt end: Int, lower: Int) -> Range<Int>? {
    var start = end
    while start > lower, end - start < 40 {
      if isPunctuation(start - 1) {
        guard let next = passable(start - 1, lower: lower) else { break }
        start = next
        continue
      }
      let match = grammar.classes(tokens, endingAt: start, from: lower)
      if match.value.contains(.clause) || match.value.contains(.turns) { break }
      if match.value.contains(.joins), hasVerb(before: start - match.length, lower: lower) { break }
      start -= max(1, match.length)
    }
    return trimmed(start..<end)
  }

  /// Marks inside a noun phrase: brackets are passed as a whole, hyphens and stops one by one.
  private func passable(_ at: Int, lower: Int) -> Int? {
    switch tokens[at].scalar {
    case 0x29:
      var open = at
      while open > lower, at - open < 15 {
        open -= 1
        if tokens[open].scalar == 0x28 { return open }
      }
      return nil
    case 0x2D, 0x2013: return quotes.closing(before: at) == nil ? at : nil
    case 0x2E, 0x2F, 0x26, 0x27, 0x2019: return at
    // The marks of a nickname, which belong to no quotation.
    case 0x22, 0x201C, 0x201D:
      if !quotes.contains(at) { return at }
      return quotes.closing(before: at + 1).flatMap { nameOpening($0, lower: lower) }
    default: return nil
    }
  }

  /// Where a name in quotation marks opens that belongs to the noun before it: "Ban nhạc | “Đêm
  /// Trắng”".
  private func nameOpening(_ quotation: Quotation, lower: Int) -> Int? {
    let open = quotation.tokens.lowerBound
    guard quotation.isClosed, quotation.tokens.count <= 8, open > lower, !isPunctuation(open - 1),
      open + 2 < quotation.tokens.upperBound, tokens[open + 1].isCapitalised,
      !(open + 1..<quotation.tokens.upperBound - 1).contains(where: isPunctuation),
      story.language.titles.nouns.match(
        tokens, at: max(lower, open - 1), end: open) != nil
        || story.language.titles.nouns.match(
          tokens, at: max(lower, open - 2), end: open) != nil
    else { return nil }
    return open
  }

  /// Whether a verb stands between a conjunction and the mark or clause word before it: then the
  /// conjunction joins clauses, not names.
  private func hasVerb(before end: Int, lower: Int) -> Bool {
    var at = end
    while at > lower, end - at < 20, !isPunctuation(at - 1) {
      let match = grammar.classes(tokens, endingAt: at, from: lower)
      if match.value.contains(.clause) { return false }
      if match.value.contains(.verb) || match.value.contains(.aspect) { return true }
      at -= max(1, match.length)
    }
    return false
  }

  /// Without adverbs and time phrases at its head, and cut at a time phrase within.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound {
      if let next = timePhrase(at: start, end: range.upperBound) {
        start = next
        continue
      }
      let match = grammar.classes(tokens, at: start, end: range.upperBound)
      let skips: GrammarWords.Classes = [.adverb, .joins, .turns]
      if isPunctuation(start) {
        start += 1
      } else if !match.value.isDisjoint(with: skips) {
        start += match.length
      } else {
        break
      }
    }
    guard start < range.upperBound else { return nil }
    let match = grammar.classes(tokens, at: start, end: range.upperBound)
    if match.value.contains(.noSource) { return nil }
    var end = range.upperBound
    for at in (start + 1)..<max(start + 1, end) where leavesPhrase(at, end: end) {
      end = at
      break
    }
    while end > start, isPunctuation(end - 1), tokens[end - 1].scalar != 0x29 { end -= 1 }
    return start < end ? start..<end : nil
  }

  /// "ông A | hôm 4/7 …", "ông A | đã …"; but "thông cáo ngày 5/1 của B" goes on.
  private func leavesPhrase(_ at: Int, end: Int) -> Bool {
    if has(.aspect, at: at, end: end) { return true }
    guard let next = timePhrase(at: at, end: end) else { return false }
    return next >= end || tokens[next].key != Self.ofWord
  }

  /// The end of the time phrase at a token: "hôm 4/7 …" → past "4/7".
  func timePhrase(at start: Int, end: Int) -> Int? {
    guard start + 1 < end, has(.time, at: start, end: start + 1) else { return nil }
    let next = tokens[start + 1]
    guard
      next.kind == .number
        || has([.when, .time], at: start + 1, end: start + 2)
    else { return nil }
    return start + 2
  }

  /// "X, giám đốc Y, cho biết" → X and the comma behind it, where a comma closes an apposition.
  private func headOfApposition(
    endingAt comma: Int, lower: Int, frame: Range<Int>
  ) -> (phrase: Range<Int>, comma: Int)? {
    var first = comma - 1
    while first > lower, !isComma(first), comma - first < 30 { first -= 1 }
    guard first > lower, isComma(first), isApposition(first + 1, end: comma) else { return nil }
    guard let head = nounPhrase(endingAt: first, lower: lower), head.count <= 14,
      head.lowerBound == frame.lowerBound || isPunctuation(head.lowerBound - 1)
        || has(.clause, at: head.lowerBound - 1, end: head.lowerBound),
      !has(.opening, at: head.lowerBound, end: head.upperBound)
    else { return nil }
    return head.contains(where: isCapital) ? (head, first) : nil
  }

  private func isApposition(_ start: Int, end: Int) -> Bool {
    guard start < end else { return false }
    return has(.person, at: start, end: end) || tokens[start].kind == .number
      || !(has([.verb, .clause, .opening, .adverb, .time], at: start, end: end))
        && !cues.phrases.match(tokens, at: start, end: end).map { $0.value != .none }.isTrue
  }

  /// "ông A, chủ tịch xã B" for "chủ tịch xã B": a name before the comma belongs to its title.
  private func withNameBefore(
    _ phrase: Range<Int>, lower: Int, frame: Range<Int>
  ) -> Range<Int> {
    let comma = phrase.lowerBound - 1
    guard comma > lower, isComma(comma), has(.person, at: comma + 1, end: phrase.upperBound),
      let name = nounPhrase(endingAt: comma, lower: lower), name.count <= 10,
      name.upperBound == comma, isCapital(name.upperBound - 1),
      name.lowerBound == frame.lowerBound || isPunctuation(name.lowerBound - 1),
      !has([.opening, .time], at: name.lowerBound, end: name.upperBound)
    else { return phrase }
    return name.lowerBound..<phrase.upperBound
  }

  /// The subject of the verb before in the sentence, or the phrase that the sentence opens with.
  private func sharedSubject(
    _ earlier: [Reading], frame: Range<Int>, before end: Int
  ) -> Range<Int>? {
    if let last = earlier.suffix(12).last(where: {
      $0.source != nil && $0.form == .before && $0.frame == frame
    }) {
      return last.source
    }
    return openingSubject(frame, before: end)
  }

  /// "Trong cuộc họp, Bộ Ngoại giao A hôm qua gửi công hàm, kêu gọi …" → "Bộ Ngoại giao A".
  func openingSubject(_ frame: Range<Int>, before limit: Int) -> Range<Int>? {
    var start = frame.lowerBound
    for _ in 0..<2 where has([.opening, .time, .clause], at: start, end: limit) {
      guard let comma = (start..<limit).first(where: isComma) else { return nil }
      start = comma + 1
    }
    var end = start
    while end < limit, end - start < 25 {
      if isPunctuation(end) {
        guard tokens[end].scalar == 0x28 || tokens[end].scalar == 0x2D,
          let close = (end..<limit).first(where: { tokens[$0].scalar == 0x29 }), close - end < 12
        else { break }
        end = close + 1
        continue
      }
      let match = grammar.classes(tokens, at: end, end: limit)
      let stops: GrammarWords.Classes = [.verb, .adverb, .clause]
      if !match.value.isDisjoint(with: stops) || timePhrase(at: end, end: limit) != nil { break }
      if let cue = cues.phrases.match(tokens, at: end, end: limit), cue.value != .none { break }
      end += max(1, match.length)
    }
    guard end > start, end < limit else { return nil }
    return trimmed(start..<end)
  }
}

extension Bool? {
  fileprivate var isTrue: Bool { self ?? false }
}
