internal import ClaimModel
internal import Lexicons

/// What was read at a word.
struct ReadFigure {
  var taken: Range<Int>
  var figure: StoryFigure
  /// False for a number that only names: "quốc lộ 18B".
  var isFigure = true
  /// "chặng 9" tells when.
  var stage: TimeMention?
  /// Words that say nothing beside the number; all of it where nil.
  var number: Range<Int>?
}

/// Reads the figures of one sentence, before what its words say of them.
struct FigureReader {
  let scan: StoryScan
  let sentence: Range<Int>
  var words: [FigureWord] { scan.text.words }
  var isVietnamese: Bool { scan.text.isVietnamese }
  var lexicon: FigureLexicon { scan.lexicon }
  var end: Int { sentence.upperBound }

  func figure(at start: Int, after last: StoryFigure?) -> ReadFigure? {
    if words[start].kind == .sign { return money(at: start) }
    return race(at: start) ?? score(at: start) ?? fraction(at: start) ?? ratio(at: start)
      ?? ordinal(at: start) ?? quantity(at: start)
  }

  func has(_ at: Int, _ list: WordSet) -> Bool {
    sentence.contains(at) && list.contains(words[at].exact)
  }

  func make(_ range: Range<Int>, _ low: Double, _ high: Double? = nil, _ dimension: String)
    -> StoryFigure
  {
    var figure = StoryFigure(
      span: span(range), low: low, high: high ?? low, dimension: dimension)
    figure.words = range
    figure.sentence = words[range.lowerBound].sentence
    if let title = scan.title {
      figure.isTitle = figure.span.start < title.end && figure.span.start >= title.start
    }
    return figure
  }

  func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(words[range.lowerBound].start, words[range.upperBound - 1].end)
  }

  // MARK: - Times as figures

  func figure(of mention: TimeMention) -> StoryFigure? {
    var figure: StoryFigure
    if mention.isDate {
      figure = make(mention.words, 0, nil, "date")
    } else if mention.isClock, let minute = mention.time.minute {
      figure = make(mention.words, Double(minute), nil, "clock")
    } else {
      return nil
    }
    figure.time = mention.time
    figure.margin = 0
    figure.whole = Double(mention.third)
    return figure
  }

  // MARK: - Scores and race times

  /// "2:29:12"; "15:42,3" is none.
  private func race(at start: Int) -> ReadFigure? {
    guard let parts = scan.times.parts(start, end, 0x3A), parts.count == 3 else { return nil }
    var figure = make(
      start..<start + 1, Double(parts[0] * 3600 + parts[1] * 60 + parts[2]), nil, "duration")
    figure.margin = 0.5
    return ReadFigure(taken: start..<start + 1, figure: figure)
  }

  /// "3-1", "88-81", "54 to 46", "6-4, 6-2"; not "20-25 phút".
  private func score(at start: Int) -> ReadFigure? {
    guard let (a, b, after) = scorePair(at: start) else { return nil }
    var at = after
    var figure = make(start..<at, Double(max(a, b)), Double(min(a, b)), "score")
    figure.margin = 0
    figure.acts = a < b ? [-2] : []
    while at + 1 < end, words[at].sign == 0x2C, let (c, d, next) = scorePair(at: at + 1) {
      figure.tail += [Double(max(c, d)), Double(min(c, d))]
      at = next
    }
    figure.words = start..<at
    figure.span = span(start..<at)
    return ReadFigure(taken: start..<at, figure: figure)
  }

  private func scorePair(at start: Int) -> (Int, Int, Int)? {
    guard let a = scan.times.integer(start, end), a < 1000, start + 2 < end else { return nil }
    // "212 votes to 148"
    if !isVietnamese, has(start + 1, Self.votes), start + 3 < end,
      words[start + 2].exact == Self.to, let b = scan.times.integer(start + 3, end), b < 1000
    {
      return (a, b, start + 4)
    }
    let joint = words[start + 1]
    let isDash = joint.sign == 0x2D
    let isTo = !isVietnamese && joint.exact == Self.to
    guard isDash || isTo, let b = scan.times.integer(start + 2, end), b < 1000 else { return nil }
    let after = start + 3
    if isTo {
      guard start > sentence.lowerBound, has(start - 1, Self.scoreBefore) else { return nil }
    }
    if after < end {
      if words[after].sign == 0x25 || words[after].sign == 0x2D { return nil }
      // "20-25 phút" is a range; "thắng 6-4 ván hai" is none.
      if a < b, words[after].kind == .word, isCounted(after), !hasSportWord { return nil }
      if lexicon.measures.longest(at: after, in: words, before: end) != nil, !hasSportWord {
        return nil
      }
      if a < b, scan.numbers.number(at: after, before: end) != nil { return nil }
    }
    guard hasSportWord || a >= b else { return nil }
    return (a, b, after)
  }

  private static let to = WordKey("to").exact
  private static let votes = TimeWords.keys("votes", "points", "goals")
  private static let scoreBefore = TimeWords.keys(
    "by", "was", "ended", "finished", "won", "win", "lost", "beat", "vote", "passed", "voted", "of")
  private static let sport = TimeWords.keys(
    "thắng", "hạ", "thua", "hòa", "tỷ", "đánh", "đè", "vượt", "beat", "won", "win", "defeated",
    "lost",
    "loss", "draw", "drew", "victory", "over", "edged", "thrashed", "bại", "score", "bàn", "ván",
    "set",
    "rejected", "voted", "vote", "bác", "phiếu", "game", "semifinal", "final", "knocked", "downed",
    "kết", "trận")

  private var hasSportWord: Bool {
    sentence.contains { Self.sport.contains(words[$0].exact) }
  }

  func isCounted(_ at: Int) -> Bool {
    guard at < end, let found = lexicon.words.longest(at: at, in: words, before: end) else {
      return false
    }
    return found.values.contains {
      FigureLexicon.concepts[$0].kind == .person || FigureLexicon.concepts[$0].kind == .thing
    }
  }
}
