internal import ClaimModel
internal import Lexicons

/// A chain as it is being read, and the station that what follows belongs to.
struct ScannedChain {
  var nodes: [ChainNode]
  var current: Int

  /// What stands outside the current station: who carries it.
  mutating func carry(_ node: ChainNode) {
    if nodes.isEmpty {
      nodes = [node]
      current = 0
      return
    }
    nodes.insert(node, at: current + 1)
    current += 1
  }

  /// What the current station cites.
  mutating func cite(_ node: ChainNode) {
    if nodes.isEmpty {
      nodes = [node]
      current = 0
      return
    }
    nodes.insert(node, at: current)
  }
}

/// The stations that a stretch of words names.
extension FrameReader {
  /// A subject with what is told behind its verb: "a source, told AFP in remarks carried by TASS".
  func scan(subject: Range<Int>, told: Range<Int>) -> ScannedChain {
    var chain = ScannedChain(nodes: [], current: 0)
    var at = subject.lowerBound
    // The head.
    if let mention = mentions(in: subject).first(where: { $0.kind != .medium }),
      isHead(mention, of: subject)
    {
      chain.nodes = [ChainNode(range: mention.extent, outlet: mention)]
      at = mention.extent.upperBound
    } else {
      let head = nominal(subject)
      if !head.isEmpty {
        chain.nodes = [ChainNode(range: head)]
        at = head.upperBound
      }
    }
    continueScan(&chain, over: subject, from: at)
    if !told.isEmpty {
      if let body = toldBody(told) { chain.carry(body) }
      continueScan(&chain, over: told, from: told.lowerBound)
    }
    return chain
  }

  /// "told Reporters Without Borders, which passed his account to AP"
  private func toldBody(_ told: Range<Int>) -> ChainNode? {
    let verb = has(.told, told.lowerBound, told.upperBound)
    let start = told.lowerBound + verb
    guard verb > 0, start < told.upperBound, mention(at: start) == nil else { return nil }
    var article = has(.article, start, told.upperBound)
    if start + article >= told.upperBound { article = 0 }
    guard tokens[start + article].shape != .lower else { return nil }
    let limit = sentence.upperBound
    var end = start + article
    while end < limit, !isComma(end), has(.that, end, limit) == 0, tokens[end].kind != .punctuation,
      has(.time, end, limit) == 0
    { end += 1 }
    let rest = end..<limit
    guard rest.contains(where: { has(.passes, $0, limit) > 0 }), !mentions(in: rest).isEmpty else {
      return nil
    }
    return ChainNode(range: start..<end, tie: told.lowerBound..<start)
  }

  func isHead(_ mention: OutletMention, of subject: Range<Int>) -> Bool {
    let before = subject.lowerBound..<mention.extent.lowerBound
    if before.isEmpty { return true }
    if before.contains(where: {
      has(.in, $0, mention.extent.lowerBound) > 0
        || has(.passive, $0, mention.extent.lowerBound) > 0
    }) {
      return false
    }
    if before.contains(where: {
      has(.person, $0, before.upperBound) > 0 || has(.document, $0, before.upperBound) > 0
        || has(.body, $0, before.upperBound) > 0
    }) {
      return false
    }
    if before.contains(where: { isComma($0) }) {
      guard let comma = before.last(where: { isComma($0) }) else { return false }
      return comma + 1 == before.upperBound || before.upperBound - comma <= 3
    }
    if before.count <= 3 {
      return before.allSatisfy { tokens[$0].shape == .lower || $0 == sentence.lowerBound }
        && !startsName(before)
    }
    return has(.time, before.lowerBound, before.upperBound) > 0
      || has(.adjunct, before.lowerBound, before.upperBound) > 0
  }

  private func startsName(_ range: Range<Int>) -> Bool {
    story.language.titles.titles.match(at: range.lowerBound, in: tokens, limit: range.upperBound)
      != nil
  }

  func continueScan(_ chain: inout ScannedChain, over range: Range<Int>, from start: Int) {
    var at = start
    var last = start
    var passive = false
    while at < range.upperBound {
      if case let skip = has(.none, at, range.upperBound), skip > 0, mention(at: at) == nil {
        at += skip
        continue
      }
      if let mention = mention(at: at),
        mention.extent.lowerBound >= at || mention.extent.contains(at)
      {
        if !isOwned(mention, from: range.lowerBound) {
          chain.carry(
            ChainNode(
              range: mention.extent, outlet: mention,
              tie: last < mention.extent.lowerBound ? last..<mention.extent.lowerBound : nil))
        }
        at = max(at + 1, mention.extent.upperBound)
        if passive { at = afterCarrying(at, range.upperBound) }
        passive = false
        last = at
        continue
      }
      if case let tie = has(.in, at, range.upperBound), tie > 0,
        !isCarriedByNext(at, tie, range.upperBound)
      {
        var next = at + tie
        if words.isVietnamese { next = behindTie(at..<next, range.upperBound) }
        if let mention = mention(at: next), mention.extent.lowerBound == next {
          chain.cite(ChainNode(range: mention.extent, outlet: mention, tie: at..<next))
          at = mention.extent.upperBound
        } else {
          let end = withName(next..<nounEnd(next, range.upperBound), range.upperBound)
          if !end.isEmpty { chain.cite(ChainNode(range: end, tie: at..<next)) }
          at = max(at + 1, end.upperBound)
        }
        last = at
        continue
      }
      if has(.passive, at, range.upperBound) > 0 { passive = true }
      at += 1
    }
  }

  /// "được Kyodo dẫn lời": the verb belongs to the newsroom before it.
  private func afterCarrying(_ at: Int, _ end: Int) -> Int {
    var next = at
    while case let length = max(has(.carry, next, end), has(.in, next, end)), length > 0 {
      next += length
    }
    return next
  }

  /// "quoted by", "cited in": a passive, no tie inwards.
  private func isCarriedByNext(_ at: Int, _ tie: Int, _ end: Int) -> Bool {
    guard !words.isVietnamese, at + tie < end else { return false }
    return Self.byWords.contains(tokens[at + tie].key.exact)
      || at > sentence.lowerBound && Self.beWords.contains(tokens[at - 1].key.exact)
  }

  private static let byWords = keys(["by", "in", "on"])
  private static let beWords = keys(["was", "were", "been", "is", "are", "be"])

  /// "the editor of AFP": no hop.
  private func isOwned(_ mention: OutletMention, from start: Int) -> Bool {
    guard mention.extent.lowerBound > start, mention.kind != .medium else { return false }
    let before = tokens[mention.extent.lowerBound - 1].key.exact
    guard Self.ofWords.contains(before) else { return false }
    return (start..<mention.extent.lowerBound).contains {
      has(.person, $0, mention.extent.lowerBound) > 0 && $0 > mention.extent.lowerBound - 5
    }
  }

  private static let ofWords = keys(["of"])

  /// "dẫn nguồn thạo tin" cites a source, not what stands behind "nguồn".
  private func behindTie(_ tie: Range<Int>, _ end: Int) -> Int {
    guard tie.upperBound < end else { return tie.upperBound }
    guard let source = tie.first(where: { tokens[$0].key.exact == Self.source }) else {
      return tie.upperBound
    }
    let last = tokens[tie.upperBound - 1].key.exact
    if Self.ofTies.contains(last) { return tie.upperBound }
    return tokens[tie.upperBound].shape == .lower && mention(at: tie.upperBound) == nil
      ? source : tie.upperBound
  }

  private static let source = WordKey("nguồn").exact
  private static let ofTies = keys(["của", "từ"])

  // MARK: Nouns

  /// The noun phrase that a stretch opens with, with the name that stands behind a comma.
  func nominal(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound < range.upperBound else { return range }
    var start = range.lowerBound
    // "But", "Sau đó", "On Monday": not the source's.
    if let comma = range.first(where: { isComma($0) }), comma + 1 < range.upperBound,
      has(.time, start, comma) > 0 || has(.adjunct, start, comma) > 0 || isOpening(start, comma)
    {
      start = comma + 1
    }
    while start < range.upperBound,
      has(.turn, start, range.upperBound) == 1
        || (tokens[start].kind == .punctuation && tokens[start].scalar != 0x28)
    { start += 1 }
    let end = nounEnd(start, range.upperBound)
    guard start < end else { return start..<start }
    return withName(start..<end, range.upperBound)
  }

  private func isOpening(_ at: Int, _ end: Int) -> Bool {
    story.language.grammar.classes(tokens, at: at, end: end).value.contains(.opening)
      || story.language.grammar.classes(tokens, at: at, end: end).value.contains(.adverb)
  }

  /// With the name behind its comma: "the prison governor, Walter Quaife".
  private func withName(_ range: Range<Int>, _ limit: Int) -> Range<Int> {
    let comma = range.upperBound
    guard comma < limit, isComma(comma), comma + 1 < limit else { return range }
    let start = comma + 1
    var end = start
    while end < limit, tokens[end].kind == .word,
      tokens[end].shape != .lower || tokens[end].scalar == 0x27 || words.isVietnamese
    {
      if has(.say, end, limit) > 0 || has(.stop, end, limit) > 0 || has(.in, end, limit) > 0
        || has(.passive, end, limit) > 0
      {
        break
      }
      end += 1
      if end < limit - 1, tokens[end].scalar == 0x2D { end += 1 }
    }
    guard end > start, end - start <= 12 else { return range }
    if words.isVietnamese {
      // Only an apposition: "bà Lorna Abad", "trưởng ban quản lý chợ".
      let isTitle =
        story.language.titles.titles.match(at: start, in: tokens, limit: limit) != nil
        || story.language.grammar.classes(tokens, at: start, end: limit).value.contains(.person)
      return isTitle ? range.lowerBound..<end : range
    }
    let isLower = tokens[range.upperBound - 1].shape == .lower
    return isLower || end - start >= 2 ? range.lowerBound..<end : range
  }

  /// Where a noun phrase ends.
  func nounEnd(_ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit {
      if tokens[at].kind == .punctuation {
        let isInner =
          tokens[at].scalar == 0x2D || tokens[at].scalar == 0x2E || tokens[at].scalar == 0x27
          || tokens[at].scalar == 0x2019
        if !isInner || at == start { return at }
        at += 1
        continue
      }
      if tokens[at].shape == .lower || tokens[at].kind == .number {
        if has(.in, at, limit) > 0 || has(.stop, at, limit) > 0 && at > start
          || has(.hidden, at, limit) > 1 && at > start
        {
          return at
        }
        if at > start, has(.saying, at, limit) > 0 { return at }
        if at > start, has(.carry, at, limit) > 0, at + has(.carry, at, limit) < limit,
          Self.byWords.contains(tokens[at + has(.carry, at, limit)].key.exact)
        {
          return at
        }
        if at > start, !words.isVietnamese, has(.relative, at, limit) > 0 { return at }
        if at > start, has(.passive, at, limit) > 0,
          (at + 1..<min(limit, at + 5)).contains(where: { mention(at: $0) != nil })
        {
          return at
        }
        if at > start, !words.isVietnamese, isParticiple(at, limit) { return at }
      }
      at += 1
    }
    return at
  }

  /// "audit seen by Bloomberg", "memo obtained by AP"
  private func isParticiple(_ at: Int, _ limit: Int) -> Bool {
    guard at + 2 <= limit, at + 1 < limit, Self.byWords.contains(tokens[at + 1].key.exact) else {
      return false
    }
    return mention(at: at + 2)?.extent.lowerBound == at + 2 && at + 2 < limit
  }
}
