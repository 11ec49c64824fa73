internal import ClaimModel
internal import Lexicons

/// What stands behind the content: ", police told AFP", ", theo Cục Thú y, được Tân Hoa Xã dẫn lại".
extension FrameReader {
  /// Where the content ends, and the parts behind it.
  func postParts(_ range: Range<Int>) -> (contentEnd: Int, parts: [SourcingPart]) {
    var parts = cut(range).map { SourcingPart(range: $0, kind: kind(of: $0)) }
    // "said, citing witnesses, that the boat sank": what is said, no clause about the witnesses.
    for at in parts.indices.dropFirst(2) {
      if case .citing = parts[at - 1].kind, opensContent(parts[at].range) {
        parts[at].kind = .other
      }
    }
    if let turn = parts.dropFirst().firstIndex(where: {
      if case .turn = $0.kind { true } else { false }
    }) {
      let rest = parts[turn...].map(\.range)
      // A new statement of somebody else's is not this one's.
      if let first = rest.first,
        verb(in: first.lowerBound..<range.upperBound) != nil || mentions(in: first).isEmpty
      {
        parts = Array(parts[..<turn])
      }
    }
    let end = parts.last?.range.upperBound ?? range.upperBound
    var start = parts.count
    var needsSubject = false
    var subjectless = parts.count
    var at = parts.count - 1
    scan: while at >= 1 {
      switch parts[at].kind {
      case .speaks, .according, .inverted, .citing, .carried:
        start = at
        needsSubject = false
      case .verb:
        subjectless = start
        start = at
        needsSubject = true
      case .relative: break
      case .noun:
        if needsSubject {
          start = at
          needsSubject = false
          if at > 1,
            isApposition(
              parts[at - 1], before: parts[at], first: at - 1 == 1 && isQuotation(parts[0].range))
          {
            at -= 1
            start = at
          }
        } else if !isDescribed(by: at, in: parts) {
          break scan
        }
      case .turn, .other: break scan
      }
      at -= 1
    }
    if needsSubject { start = subjectless }
    guard start < parts.count else { return (end, []) }
    // "its chairman, Piet Vandersloot told": a description before a part with its own subject.
    if start > 1, case .speaks = parts[start].kind,
      isApposition(parts[start - 1], before: parts[start], first: false)
    {
      start -= 1
    }
    return (parts[start].range.lowerBound, Array(parts[start...]))
  }

  private func opensContent(_ part: Range<Int>) -> Bool {
    !words.isVietnamese && has(.that, part.lowerBound, part.upperBound) > 0
  }

  /// A noun part right behind one that names somebody: ", according to Walter Quaife, the governor".
  private func isDescribed(by at: Int, in parts: [SourcingPart]) -> Bool {
    guard at >= 2, parts[at].range.count <= 10 else { return false }
    switch parts[at - 1].kind {
    case .according, .inverted, .citing: return true
    default: return false
    }
  }

  private func isQuotation(_ range: Range<Int>) -> Bool {
    quotations.contains {
      $0.tokens.lowerBound == range.lowerBound && $0.tokens.upperBound >= range.upperBound - 1
    }
  }

  /// "its chairman" before "Piet Vandersloot"
  private func isApposition(_ part: SourcingPart, before next: SourcingPart, first: Bool) -> Bool {
    guard case .noun = part.kind, part.range.count <= 9 else { return false }
    if first { return true }
    let at = part.range.lowerBound
    let isSmall = tokens[at].shape == .lower
    guard isSmall else { return false }
    let article = has(.article, at, part.range.upperBound)
    let hasPerson = part.range.contains { at in
      has(.person, at, part.range.upperBound) > 0
        || story.language.titles.titles.match(at: at, in: tokens, limit: part.range.upperBound)
          != nil
    }
    let name = next.range.lowerBound
    let startsName = tokens[name].shape != .lower || words.isVietnamese
    return startsName && hasPerson && (article > 0 || words.isVietnamese)
  }

  /// Cut at commas, at the end of a quotation, and before "according to".
  func cut(_ range: Range<Int>) -> [Range<Int>] {
    var out = [Range<Int>]()
    var start = range.lowerBound
    func close(_ end: Int, _ next: Int) {
      if start < end { out.append(start..<end) }
      start = next
    }
    for at in range {
      let ends = quotations.contains {
        $0.tokens.upperBound == at && $0.tokens.lowerBound == range.lowerBound && $0.isClosed
      }
      if ends, !isComma(at) { close(at, at) }
      if isQuoted(at) || mention(at: at)?.extent.contains(at - 1) == true { continue }
      if isComma(at) { close(at, at + 1) }
      if !words.isVietnamese, at > start, has(.according, at, range.upperBound) > 1 {
        close(at, at)
      }
    }
    close(range.upperBound, range.upperBound)
    return out
  }

  private func kind(of part: Range<Int>) -> SourcingPart.Kind {
    let end = part.upperBound
    var at = part.lowerBound
    if has(.turn, at, end) > 0 { return .turn }
    if has(.joins, at, end) > 0 { at += has(.joins, at, end) }
    guard at < end else { return .other }
    if case let length = has(.according, at, end), length > 0 { return .according(length) }
    if isQuoted(at) { return .other }
    let found = mentions(in: at..<end)
    if has(.in, at, end) > 0, !(words.isVietnamese && has(.say, at, end) > has(.in, at, end)) {
      return .citing
    }
    if has(.relative, at, end) > 0 { return .relative }
    let hiddenAt = (at..<end).first { has(.hidden, $0, end) > 0 }
    if let first = found.first, opensCarried(at, end), carries(at..<end, first) { return .carried }
    if let verb = verb(in: at..<end) {
      if let hiddenAt, hiddenAt < verb.lowerBound, hiddenAt - at <= 3 {
        return hasNothing(behind: verb, end) && mention(at: verb.upperBound) != nil
          ? .verb(verb) : .relative
      }
      if verb.lowerBound == at {
        if hasNothing(behind: verb, end) { return .verb(verb) }
        return words.isVietnamese ? .other : inverted(verb, end)
      }
      if hasNothing(behind: verb, end) { return .speaks(verb: verb) }
      return .other
    }
    if hiddenAt != nil { return .relative }
    if !found.isEmpty { return isCarried(at..<end, found[0]) ? .carried : .other }
    return end - at <= 14 ? .noun : .other
  }

  /// "and AFP quoted the weekly on Sunday"
  private func isCarrying(_ mention: OutletMention, _ end: Int) -> Bool {
    has(.carry, mention.extent.upperBound, end) > 0
  }

  /// "as quoted by Xinhua", "trong tuyên bố được NNA đăng tải", "in remarks carried by TASS"
  private func isCarried(_ range: Range<Int>, _ mention: OutletMention) -> Bool {
    let at = range.lowerBound
    if isCarrying(mention, range.upperBound), mention.extent.lowerBound == at { return true }
    if has(.passive, at, range.upperBound) > 0 || has(.adjunct, at, range.upperBound) > 0 {
      return true
    }
    if has(.carry, at, range.upperBound) > 0 || has(.stop, at, range.upperBound) > 0 { return true }
    return Self.openers.contains(tokens[at].key.exact)
  }

  private func opensCarried(_ at: Int, _ end: Int) -> Bool {
    has(.adjunct, at, end) > 0 || has(.passive, at, end) > 0
      || Self.openers.contains(tokens[at].key.exact)
  }

  /// "trong tuyên bố được NNA đăng tải tối 3/1": nothing is said behind the newsroom.
  private func carries(_ range: Range<Int>, _ mention: OutletMention) -> Bool {
    let end = range.upperBound
    guard
      !range.contains(where: {
        has(.that, $0, end) > 0 && self.mention(at: $0) == nil && !isInPassive($0, end)
      })
    else { return false }
    guard let last = verbs(in: mention.extent.upperBound..<end).first else {
      return verbs(in: range.lowerBound..<mention.extent.lowerBound).isEmpty
        || range.contains { has(.passive, $0, end) > 0 || has(.carry, $0, end) > 0 }
    }
    return last.lowerBound == mention.extent.upperBound && hasNothing(behind: last, end)
  }

  private static let openers = keys([
    "as", "speaking", "talking", "writing", "answering", "responding", "trả", "phản", "đăng",
    "phát", "được", "theo", "trong", "trên",
  ])

  private func inverted(_ verb: Range<Int>, _ end: Int) -> SourcingPart.Kind {
    guard verb.upperBound < end, verb.count == 1, has(.that, verb.upperBound, end) == 0,
      end - verb.upperBound <= 24, Self.invertible.contains(tokens[verb.lowerBound].key.exact),
      isQuoted(verb.lowerBound - 1) || isQuoted(max(sentence.lowerBound, verb.lowerBound - 2)),
      tokens[verb.upperBound].kind == .word
    else { return .other }
    return .inverted(verb: verb)
  }

  private static let invertible = keys([
    "said", "says", "wrote", "reported", "recalled", "added", "warned",
  ])

  /// Whether no content follows a verb: the end, a newsroom that is told, a time, an adverbial.
  func hasNothing(behind verb: Range<Int>, _ end: Int) -> Bool {
    var at = verb.upperBound
    while at < end {
      if let mention = mention(at: at), mention.extent.lowerBound == at {
        at = mention.extent.upperBound
        continue
      }
      if words.isVietnamese, has(.say, at, end) > 0,
        at > verb.upperBound || tokens[verb.lowerBound].key.exact == Self.give
      {
        at += has(.say, at, end)
        continue
      }
      if has(.in, at, end) > 0 || has(.hidden, at, end) > 0
        || has(.relative, at, end) > 0 && has(.that, at, end) == 0 && !words.isVietnamese
      {
        return !(at..<end).contains {
          has(.that, $0, end) > 0 && mention(at: $0) == nil && !isInPassive($0, end)
        }
      }
      if has(.that, at, end) > 0 { return false }
      if case let time = has(.time, at, end), time > 0 {
        at += time
        while at < end, tokens[at].kind == .number || isTimeTail(at) { at += 1 }
        continue
      }
      guard has(.adjunct, at, end) > 0 else { return false }
      if (at..<end).contains(where: {
        has(.that, $0, end) > 0 && mention(at: $0) == nil && !isInPassive($0, end)
      }) {
        return false
      }
      return !mentions(in: at..<end).isEmpty || end - at <= (words.isVietnamese ? 8 : 14)
    }
    return true
  }

  /// "that the Post ran": no content.
  private func isInPassive(_ at: Int, _ end: Int) -> Bool {
    has(.passive, at, end) > 0 && (at..<min(end, at + 4)).contains { mention(at: $0) != nil }
  }

  func isTimeTail(_ at: Int) -> Bool {
    let classes = story.language.grammar.classes(tokens, at: at, end: at + 1).value
    return classes.contains(.when) || classes.contains(.time)
  }

  // MARK: Reading parts

  /// Adds the chains of the parts behind the content to those before it.
  func add(
    _ parts: [SourcingPart], to nodes: inout [ChainNode], _ cue: inout Range<Int>?,
    _ source: inout Range<Int>?
  ) {
    var at = 0
    var last = nodes.isEmpty ? nil : Optional(nodes.count - 1)
    while at < parts.count {
      let start = at
      var chain = ScannedChain(nodes: [], current: 0)
      switch parts[at].kind {
      case .speaks(let verb):
        let subject = parts[at].range.lowerBound..<verb.lowerBound
        chain = scan(subject: subject, told: verb.lowerBound..<parts[at].range.upperBound)
        take(verb, subject, &cue, &source)
      case .inverted(let verb):
        let subject = verb.upperBound..<parts[at].range.upperBound
        chain = scan(subject: subject, told: subject.upperBound..<subject.upperBound)
        take(verb, subject, &cue, &source)
      case .according(let length):
        let low = parts[at].range.lowerBound
        let lead = low + (has(.joins, low, parts[at].range.upperBound))
        let subject = lead + length..<parts[at].range.upperBound
        chain = scan(subject: subject, told: subject.upperBound..<subject.upperBound)
        take(lead..<lead + length, subject, &cue, &source)
      case .verb(let verb):
        // "…", told AFP: joined to what stands before.
        chain = ScannedChain(nodes: [], current: 0)
        extend(&nodes, at: &last, over: verb.upperBound..<parts[at].range.upperBound)
      case .relative where passes(parts[at].range) && !nodes.isEmpty:
        extend(&nodes, at: &last, over: parts[at].range)
      case .noun, .relative:
        // The subject of a verb behind commas.
        var subject = parts[at].range
        var next = at + 1
        search: while next < parts.count {
          switch parts[next].kind {
          case .noun:
            subject = subject.lowerBound..<parts[next].range.upperBound
            next += 1
          case .relative: next += 1
          default: break search
          }
        }
        guard next < parts.count else { break }
        if case .verb(let verb) = parts[next].kind {
          chain = scan(subject: subject, told: verb.lowerBound..<parts[next].range.upperBound)
          take(verb, subject, &cue, &source)
          at = next
        } else if case .speaks(let verb) = parts[next].kind {
          subject = subject.lowerBound..<verb.lowerBound
          chain = scan(subject: subject, told: verb.lowerBound..<parts[next].range.upperBound)
          take(verb, subject, &cue, &source)
          at = next
        }
      case .citing, .carried:
        extend(&nodes, at: &last, over: parts[at].range)
      case .turn, .other: break
      }
      if at >= start, !chain.nodes.isEmpty {
        let before = nodes.count
        nodes += chain.nodes
        last = before + chain.current
      }
      at += 1
    }
  }

  /// "which passed his account to AP"
  private func passes(_ range: Range<Int>) -> Bool {
    !mentions(in: range).isEmpty
      && range.contains {
        has(.passes, $0, range.upperBound) > 0 || has(.carry, $0, range.upperBound) > 0
      }
  }

  private func take(
    _ verb: Range<Int>, _ subject: Range<Int>, _ cue: inout Range<Int>?, _ source: inout Range<Int>?
  ) {
    guard cue == nil else { return }
    cue = verb
    source = nominal(subject)
  }

  /// "citing Kyodo", "as quoted by Xinhua" behind a chain.
  private func extend(_ nodes: inout [ChainNode], at last: inout Int?, over range: Range<Int>) {
    var chain = ScannedChain(nodes: nodes, current: last ?? 0)
    continueScan(&chain, over: range, from: range.lowerBound)
    nodes = chain.nodes
    last = chain.current
  }
}
