internal import ClaimModel
internal import Lexicons

/// What belongs to a newsroom's mention: nouns, articles, names joined with it.
extension OutletFinder {
  /// With articles, nouns and staff words on both sides: "a Reuters reporter", "thống kê của AP".
  func widened(_ mention: OutletMention, within bounds: Range<Int>) -> Range<Int> {
    var (low, high) = (mention.extent.lowerBound, mention.extent.upperBound)
    guard mention.kind != .medium else { return mediumExtent(mention, bounds) }
    if !words.isVietnamese {
      let genitive = high < bounds.upperBound && isGenitive(high) ? 1 : 0
      var at = high + genitive
      if at < bounds.upperBound, tokens[at].shape == .lower,
        words.length(.kindof, tokens, at: at, end: bounds.upperBound) > 0
      {
        at += words.length(.kindof, tokens, at: at, end: bounds.upperBound)
      }
      let staff =
        at < bounds.upperBound ? words.length(.reporter, tokens, at: at, end: bounds.upperBound) : 0
      if staff > 0, tokens[at].shape == .lower { high = at + staff }
    }
    var isGoingOn = true
    while isGoingOn, low > bounds.lowerBound {
      isGoingOn = false
      for kind in [ChainWords.Class.reporter, .outlet, .kindof, .article] {
        let length = words.length(kind, tokens, endingAt: low, from: bounds.lowerBound)
        if length > 0, low - length >= bounds.lowerBound, tokens[low - length].shape != .upper,
          !isJoinOfNouns(low, length)
        {
          low -= length
          isGoingOn = true
          break
        }
      }
    }
    return low..<high
  }

  /// "thông báo": no newspaper.
  private func isJoinOfNouns(_ low: Int, _ length: Int) -> Bool {
    guard low - length > 0 else { return false }
    return words.length(.none, tokens, endingAt: low, from: max(0, low - 4)) > length
  }

  private func mediumExtent(_ mention: OutletMention, _ bounds: Range<Int>) -> Range<Int> {
    var (low, high) = (mention.extent.lowerBound, mention.extent.upperBound)
    while low > bounds.lowerBound {
      let carrier = words.length(.carrier, tokens, endingAt: low, from: bounds.lowerBound)
      let article = words.length(.article, tokens, endingAt: low, from: bounds.lowerBound)
      let length = max(carrier, article)
      if length == 0 { break }
      low -= length
    }
    let behind =
      high < bounds.upperBound
      ? words.length(.carrier, tokens, at: high, end: bounds.upperBound) : 0
    high += behind
    return low..<high
  }

  /// Joined names are one: "Reuters and AFP", "AP, AFP và dpa".
  func joined(_ all: [OutletMention]) -> [OutletMention] {
    var out = [OutletMention]()
    for mention in all {
      guard var last = out.last, last.kind != .medium, mention.kind != .medium,
        !last.pointsBack, !mention.pointsBack,
        joins(last.extent.upperBound..<mention.extent.lowerBound)
      else {
        out.append(mention)
        continue
      }
      last.name = last.name.lowerBound..<mention.name.upperBound
      last.extent = last.extent.lowerBound..<mention.extent.upperBound
      out[out.count - 1] = last
    }
    return out
  }

  private func joins(_ gap: Range<Int>) -> Bool {
    if gap.isEmpty { return false }
    // "a New York Times/CBS News poll"
    if gap.count == 1,
      tokens[gap.lowerBound].scalar == 0x2F || tokens[gap.lowerBound].scalar == 0x2D
    {
      return true
    }
    if gap.count == 1, tokens[gap.lowerBound].scalar == 0x2C {
      // Only in a list that goes on with "and".
      return false
    }
    let start = tokens[gap.lowerBound].scalar == 0x2C ? gap.lowerBound + 1 : gap.lowerBound
    return words.length(.joins, tokens, at: start, end: gap.upperBound) == gap.upperBound - start
      && start < gap.upperBound
  }

  func isCapital(_ at: Int) -> Bool {
    at < tokens.count && tokens[at].isCapitalised
      && tokens[at].scalar > 0x2F
  }

  func isGenitive(_ at: Int) -> Bool {
    tokens[at].kind == .word && (tokens[at].scalar == 0x27 || tokens[at].scalar == 0x2019)
  }

  /// Capital words in a row, hyphens and small particles within.
  func capitals(from at: Int, end: Int) -> Range<Int> {
    var next = at
    while next < end {
      if isCapital(next) {
        next += 1
      } else if next + 1 < end, next > at, isCapital(next + 1), tokens[next].scalar == 0x2D {
        next += 2
      } else if !words.isVietnamese, next + 1 < end, next > at, isCapital(next + 1),
        words.length(.part, tokens, at: next, end: end) == 1
      {
        next += 2
      } else {
        break
      }
    }
    return at..<next
  }

  func withoutArticle(_ run: Range<Int>) -> Range<Int> {
    guard let first = run.first else { return run }
    let length = words.length(.article, tokens, at: first, end: run.upperBound)
    return first + length..<max(first + length, run.upperBound)
  }

  func isPerson(_ run: Range<Int>) -> Bool {
    story.language.titles.titles.match(at: run.lowerBound, in: tokens, limit: run.upperBound) != nil
  }

  func newsroomKind(_ name: Range<Int>) -> Hop.Kind {
    registered(name.lowerBound, name.upperBound)?.kind ?? .outlet
  }
}
