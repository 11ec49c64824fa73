internal import ClaimModel
internal import Lexicons

/// What stands before the content: "Theo AFP, ", "Colonel Hadzic told Reuters that".
extension FrameReader {
  struct Preface {
    var contentStart: Int
    var nodes = [ChainNode]()
    var cue: Range<Int>?
    var source: Range<Int>?
  }

  /// Nil where a subject and a verb stand there that are not understood.
  func preface(_ range: Range<Int>, hasPosts: Bool) -> Preface? {
    var out = Preface(contentStart: range.lowerBound)
    if isQuoted(range.lowerBound) { return out }
    var start = range.lowerBound
    var outer = [ChainNode]()
    var around = [ChainNode]()
    var cited = range.lowerBound..<range.lowerBound
    // Phrases before a comma.
    while let comma = comma(after: start, range.upperBound) {
      let part = start..<comma
      if case let length = has(.according, start, comma), length > 0, start + length < comma {
        var subject = start + length..<comma
        var next = comma + 1
        // "Theo ông Tố, phó chủ tịch huyện, …"
        if let second = self.comma(after: next, range.upperBound), isDescription(next..<second) {
          subject = subject.lowerBound..<second
          next = second + 1
        }
        let chain = scan(subject: subject, told: subject.upperBound..<subject.upperBound)
        outer = chain.nodes + outer
        if out.cue == nil {
          out.cue = start..<start + length
          out.source = nominal(subject)
        }
        start = next
        continue
      }
      if let carrier = carrier(part) {
        outer = carrier.chain.nodes + outer
        if out.cue == nil { (out.cue, out.source) = (carrier.verb, carrier.source) }
        start = comma + 1
        continue
      }
      // "Citing local radio, the Xinhua news agency said"
      if !words.isVietnamese, Self.citing.contains(tokens[start].key.exact), cited.isEmpty {
        cited = part
        start = comma + 1
        continue
      }
      guard verb(in: part) == nil || opensAdverbial(start, comma), opensAdverbial(start, comma)
      else { break }
      let found = mentions(in: part)
      if !found.isEmpty, !opensHearing(start, comma) { break }
      // "Trả lời phỏng vấn của Reuters hôm 21/4, …"
      around += found.map {
        ChainNode(
          range: $0.extent, outlet: $0,
          tie: start < $0.extent.lowerBound ? start..<$0.extent.lowerBound : nil)
      }
      start = comma + 1
    }
    let isCarried = !outer.isEmpty
    if let main = clause(
      start..<range.upperBound, hasPosts: hasPosts, isSure: !around.isEmpty, isCarried: isCarried)
    {
      var chain = main.chain
      continueScan(&chain, over: cited, from: cited.lowerBound)
      for node in around.reversed() where !chain.nodes.isEmpty {
        chain.nodes.insert(node, at: min(chain.current + 1, chain.nodes.count))
      }
      out.nodes = chain.nodes + outer
      out.cue = main.verb
      out.source = main.source
      out.contentStart = main.contentStart
      return out
    }
    if !outer.isEmpty {
      out.nodes = outer
      out.contentStart = start
      return out
    }
    return around.isEmpty || hasPosts ? out : nil
  }

  /// "Reuters cho biết, …", "AFP hôm 3/4 đưa tin, …": a newsroom that passes on what follows.
  private func carrier(
    _ part: Range<Int>
  ) -> (verb: Range<Int>, source: Range<Int>, chain: ScannedChain)? {
    guard words.isVietnamese, let mention = mentions(in: part).first, mention.kind != .medium,
      let verb = verbs(in: part).last, verb.upperBound == part.upperBound,
      part.upperBound + 1 < sentence.upperBound, !isQuoted(part.upperBound + 1)
    else { return nil }
    let subject = part.lowerBound..<verb.lowerBound
    let chain = scan(subject: subject, told: verb.upperBound..<verb.upperBound)
    guard chain.nodes.count == 1, chain.nodes[0].outlet != nil, isHead(mention, of: subject),
      isTime(mention.extent.upperBound..<verb.lowerBound)
    else { return nil }
    return (verb, mention.extent, chain)
  }

  /// "hôm 3/4", "ngày 3/4", "tối qua": or nothing.
  private func isTime(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    return has(.time, first, range.upperBound) > 0 && range.count <= 8
  }

  private func comma(after start: Int, _ end: Int) -> Int? {
    guard start < end else { return nil }
    return (start..<end).first { isComma($0) && !isQuoted($0) && mention(at: $0) == nil }
  }

  private func isDescription(_ part: Range<Int>) -> Bool {
    guard part.count >= 1, part.count <= 12, part.upperBound < sentence.upperBound,
      verb(in: part) == nil
    else { return false }
    let at = part.lowerBound
    if tokens[at].shape != .lower {
      return !words.isVietnamese && part.allSatisfy { tokens[$0].shape != .lower }
        && part.count <= 4
    }
    return has(.article, at, part.upperBound) > 0 && !words.isVietnamese
      && part.contains { has(.person, $0, part.upperBound) > 0 }
      || story.language.titles.titles.match(at: at, in: tokens, limit: part.upperBound) != nil
      || words.isVietnamese && has(.person, at, part.upperBound) > 0
  }

  /// "In an interview with AFP", "Trong thư gửi AP", "Hôm 5/1"
  private func opensAdverbial(_ at: Int, _ end: Int) -> Bool {
    if has(.adjunct, at, end) > 0 || has(.time, at, end) > 0 { return true }
    if Self.openings.contains(tokens[at].key.exact) { return true }
    let classes = story.language.grammar.classes(tokens, at: at, end: end).value
    return classes.contains(.opening) || classes.contains(.adverb) || classes.contains(.clause)
      || classes.contains(.turns)
  }

  /// What may open a phrase in which a newsroom hears or carries: no mere "but".
  private func opensHearing(_ at: Int, _ end: Int) -> Bool {
    has(.adjunct, at, end) > 0 || has(.time, at, end) > 0
      || Self.openings.contains(tokens[at].key.exact)
      || story.language.grammar.classes(tokens, at: at, end: end).value.contains(.opening)
  }

  private static let openings = keys([
    "speaking", "asked", "answering", "responding", "writing", "talking", "interviewed", "trả",
    "phản", "trong", "trao", "phát", "chia", "đáp", "hồi",
  ])

  private struct Clause {
    var verb: Range<Int>
    var source: Range<Int>
    var chain: ScannedChain
    var contentStart: Int
  }

  /// Subject, verb, and what is said behind it. `isCarried`: a newsroom in front of it says so.
  private func clause(
    _ range: Range<Int>, hasPosts: Bool, isSure: Bool, isCarried: Bool
  ) -> Clause? {
    let all = verbs(in: range)
    for (number, first) in all.enumerated() {
      var verb = first
      guard verb.lowerBound > range.lowerBound,
        !isInRelative(verb.lowerBound, from: range.lowerBound),
        !isCarried || !isInPassiveCue(verb, from: range.lowerBound)
      else { continue }
      // "do Anadolu công bố cho thấy": the last of verbs in a row.
      if number + 1 < all.count, all[number + 1].lowerBound == verb.upperBound {
        verb = all[number + 1]
      }
      let denies = has(.deny, first.lowerBound, first.upperBound) > 0
      guard let start = contentStart(behind: verb, range.upperBound), start < range.upperBound
      else { continue }
      if isInverted(verb, start, from: range.lowerBound) { continue }
      let subject = range.lowerBound..<first.lowerBound
      let told = first.lowerBound..<start
      if denies {
        // "denied a report by the Guardian that …": the report's, not the denier's.
        guard let mention = mentions(in: told).first, mention.kind != .medium else { return nil }
        let node = ChainNode(range: mention.extent, outlet: mention, tie: nil)
        return Clause(
          verb: first, source: nominal(subject), chain: ScannedChain(nodes: [node], current: 0),
          contentStart: start)
      }
      let chain = scan(subject: subject, told: told)
      guard !chain.nodes.isEmpty else { continue }
      if hasPosts, !isSure, !isStrong(verb, subject, start) { continue }
      return Clause(verb: verb, source: nominal(subject), chain: chain, contentStart: start)
    }
    return nil
  }

  /// The "là" of "được cho là": whoever says so is not named.
  private func isInPassiveCue(_ verb: Range<Int>, from low: Int) -> Bool {
    words.isVietnamese && PassiveCues.start(of: verb, from: low, in: story) != nil
  }

  /// "…, said Jeffrey Trimble, a senior official": what stands behind is no content.
  private func isInverted(_ verb: Range<Int>, _ start: Int, from low: Int) -> Bool {
    guard !words.isVietnamese, isComma(verb.lowerBound - 1), start == verb.upperBound else {
      return false
    }
    let before = (low..<verb.lowerBound - 1).last { isComma($0) }.map { $0 + 1 } ?? low
    if before == low { return true }
    return has(.in, before, verb.lowerBound) == 0 && has(.relative, before, verb.lowerBound) == 0
      && has(.article, before, verb.lowerBound) == 0 && tokens[before].shape == .lower
  }

  /// Whether a verb with content behind it reports for sure: by a newsroom in its clause, or as
  /// only verbs of saying do.
  private func isStrong(_ verb: Range<Int>, _ subject: Range<Int>, _ start: Int) -> Bool {
    if !mentions(in: subject.lowerBound..<start).isEmpty { return true }
    if has(.that, start - 1, start) > 0 { return true }
    if subject.contains(where: { has(.document, $0, subject.upperBound) > 0 }) { return true }
    let key = tokens[verb.lowerBound].key.exact
    if key == Self.put {
      return (start..<sentence.upperBound).contains { tokens[$0].key.exact == Self.at }
    }
    let cue = story.language.cues.phrases.match(tokens, at: verb.lowerBound, end: verb.upperBound)?
      .value
    return cue == .say || has(.saying, verb.lowerBound, verb.upperBound) > 0 && words.isVietnamese
      || Self.strong.contains(key)
  }

  private static let strong = keys(["công", "thông", "said", "kể"])
  private static let put = WordKey("put").exact
  private static let at = WordKey("at").exact

  /// A verb in a clause about the subject: ", who spoke …,"
  private func isInRelative(_ at: Int, from start: Int) -> Bool {
    guard let comma = (start..<at).last(where: { isComma($0) }), comma + 1 < at else {
      return false
    }
    // "It was the Echo, quoting the governor, that first said": no clause about it.
    if has(.that, comma + 1, at) > 0,
      (start..<min(comma, start + 3)).contains(where: { tokens[$0].key.exact == Self.it })
    {
      return false
    }
    if comma + 1 == at { return false }
    if has(.relative, comma + 1, at) > 0 {
      return !words.isVietnamese || has(.hidden, comma + 1, at) > 0
    }
    // "yêu cầu ẩn danh do lo bị đuổi việc"
    return (comma + 1..<at).prefix(5).contains { has(.hidden, $0, at) > 0 }
  }

  /// Where what is said starts; nil where nothing is said.
  private func contentStart(behind verb: Range<Int>, _ end: Int) -> Int? {
    var at = verb.upperBound
    var hasOutlet = false
    while at < end {
      if case let that = has(.that, at, end), that > 0, !isInPassivePhrase(at, end) {
        return at + that
      }
      if tokens[at].scalar == 0x3A { return at + 1 }
      if let mention = mention(at: at), mention.extent.lowerBound == at {
        at = mention.extent.upperBound
        hasOutlet = true
        at = behindProgramme(at, end)
        // "told Breitbart News Daily host Alex Marlow on Thursday how"
        if !words.isVietnamese, has(.person, at, end) > 0 { return that(from: at, end) }
        // "cho AFP biết"
        if words.isVietnamese, case let say = has(.say, at, end), say > 0 { at += say }
        continue
      }
      if words.isVietnamese, tokens[at].key.exact == Self.interview, at + 2 < end {
        // "trả lời phỏng vấn của Reuters cho biết"
        var next = at + 2
        if has(.adjunct, next, end) > 0 { next += 1 }
        guard let mention = mention(at: next), mention.extent.lowerBound == next else { return nil }
        at = next
        continue
      }
      if isComma(at) {
        // ", quoting the army, "; ", who …,"
        guard let next = comma(after: at + 1, end),
          has(.in, at + 1, end) > 0 || has(.relative, at + 1, end) > 0
            || (at + 1..<next).contains(where: { has(.hidden, $0, end) > 0 })
        else {
          return hasOutlet || at == verb.upperBound ? nil : nil
        }
        at = next + 1
        continue
      }
      if case let time = has(.time, at, end), time > 0, hasOutlet || isFollowedByThat(at, end) {
        at += time
        while at < end, tokens[at].kind == .number || isTimeTail(at) { at += 1 }
        continue
      }
      if hasOutlet, has(.hidden, at, end) > 0 || has(.adjunct, at, end) > 0,
        isFollowedByThat(at, end)
      {
        guard let that = that(from: at, end) else { return nil }
        return that
      }
      if has(.adjunct, at, end) > 0, !isQuoted(at) {
        if let that = that(from: at, end) { return that }
        // "nói với AFP …", "viết trên Facebook …"
        if let mention = mentions.first(where: {
          $0.extent.lowerBound > at && $0.extent.lowerBound <= at + 8
        }),
          mention.extent.upperBound < end,
          !(at..<mention.extent.lowerBound).contains(where: { isComma($0) })
        {
          at = mention.extent.upperBound
          hasOutlet = true
          continue
        }
        return words.isVietnamese ? at : nil
      }
      return at
    }
    return nil
  }

  /// "MSNBC's “Morning Joe”"
  private func behindProgramme(_ start: Int, _ end: Int) -> Int {
    guard start < end, tokens[start].kind == .word,
      tokens[start].scalar == 0x27 || tokens[start].scalar == 0x2019
    else { return start }
    var at = start + 1
    if let quotation = quotations.first(where: { $0.tokens.lowerBound == at }) {
      return quotation.tokens.upperBound
    }
    while at < end, tokens[at].shape != .lower, tokens[at].kind == .word { at += 1 }
    return at
  }

  private func isInPassivePhrase(_ at: Int, _ end: Int) -> Bool {
    has(.passive, at, end) > 0 && (at + 1..<min(end, at + 5)).contains { mention(at: $0) != nil }
      && has(
        .carry,
        min(end - 1, (mentions.first { $0.extent.lowerBound > at }?.extent.upperBound ?? end - 1)),
        end) > 0
  }

  private func isFollowedByThat(_ at: Int, _ end: Int) -> Bool { that(from: at, end) != nil }

  /// Behind the "that" of what is said, at most so many words on.
  private func that(from at: Int, _ end: Int) -> Int? {
    for place in at..<min(end, at + 22) {
      if isQuoted(place) { return nil }
      let length = has(.that, place, end)
      if length > 0, !isInPassivePhrase(place, end), mention(at: place) == nil {
        // "là" opens what is said right behind a verb alone.
        if words.isVietnamese, tokens[place].key.exact == Self.la { continue }
        return place + length
      }
    }
    return nil
  }

  private static let it = WordKey("it").exact
  private static let interview = WordKey("phỏng").exact
  private static let la = WordKey("là").exact
}
