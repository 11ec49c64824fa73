internal import Lexicons

/// Numbers with what they count or measure.
extension FigureReader {
  /// "$48.6 million", "€20m"
  func money(at start: Int) -> ReadFigure? {
    var currency: String?
    switch words[start].sign {
    case 0x24: currency = "money-usd"
    case 0x2D:
      // "-2 độ"
      guard start + 1 < end, words[start].followsSpace || start == sentence.lowerBound,
        !words[start + 1].followsSpace, words[start + 1].kind == .digits,
        var read = quantity(at: start + 1), read.figure.dimension == "temperature"
      else { return nil }
      negate(&read.figure)
      read.figure.words = start..<read.figure.words.upperBound
      read.figure.span = span(read.figure.words)
      read.taken = start..<read.taken.upperBound
      return read
    case 0:
      switch scan.text.string(start..<start + 1) {
      case "€": currency = "money-eur"
      case "£": currency = "money-gbp"
      case "¥": currency = "money-jpy"
      default: return nil
      }
    default: return nil
    }
    guard let currency, start + 1 < end,
      var number = scan.numbers.number(at: start + 1, before: end)
    else { return nil }
    var at = number.words.upperBound
    if at < end, !words[at].followsSpace, let scale = Self.letters[words[at].exact] {
      number.low *= scale
      number.high *= scale
      number.margin *= scale
      number.isRounded = true
      at += 1
    }
    var first = start
    if first > sentence.lowerBound, words[first - 1].end == words[start].start,
      words[first - 1].kind == .word
    {
      first -= 1
    }
    let bound = bounded(first)
    var figure = make(bound.lowerBound..<at, number.low, number.high, currency)
    figure.margin = number.margin
    figure.isRounded = number.isRounded
    figure.bound = bound.bound ?? .exact
    if let range = rangeEnd(at: at, number), figure.bound == .exact || bound.isBetween {
      figure.high = range.high
      figure.bound = .range
      at = range.words.upperBound
    }
    rate(&figure, &at)
    figure.words = figure.words.lowerBound..<at
    figure.span = span(figure.words)
    return ReadFigure(taken: start..<at, figure: figure)
  }

  private static let letters = Dictionary(
    uniqueKeysWithValues: [("m", 1e6), ("bn", 1e9), ("k", 1e3), ("mn", 1e6), ("tn", 1e12)].map {
      (WordKey($0.0).exact, $0.1)
    })

  func negate(_ figure: inout StoryFigure) {
    (figure.low, figure.high) = (-figure.high, -figure.low)
  }

  /// The bound whose words stand before a number, and where they begin.
  func bounded(_ start: Int) -> (
    lowerBound: Int, bound: FigureBound?, isBetween: Bool, words: Range<Int>
  ) {
    for from in max(sentence.lowerBound, start - 4)..<max(sentence.lowerBound, start) {
      guard let found = lexicon.bounds.longest(at: from, in: words, before: start),
        found.end == start,
        let bound = found.values.first
      else { continue }
      return (from, bound, false, from..<start)
    }
    if start > sentence.lowerBound, Self.between.contains(words[start - 1].exact) {
      return (start - 1, nil, true, start - 1..<start)
    }
    return (start, nil, false, start..<start)
  }

  private static let between = TimeWords.keys("between", "from", "từ")
  private static let rangeJoints = TimeWords.keys("to", "đến", "tới", "and", "or", "hoặc")

  /// "… -25", "… to 60", "… and 70,000" behind "between"
  private func rangeEnd(at: Int, _ low: ReadNumber) -> ReadNumber? {
    guard at + 1 < end, !low.isVague else { return nil }
    let isDash = words[at].sign == 0x2D
    let isWord = Self.rangeJoints.contains(words[at].exact)
    guard isDash || isWord else { return nil }
    var next = at + 1
    if words[next].sign == 0x24 { next += 1 }
    guard next < end, let high = scan.numbers.number(at: next, before: end), !high.isVague,
      high.low > low.low
    else { return nil }
    if isWord {
      let before =
        low.words.lowerBound > sentence.lowerBound ? words[low.words.lowerBound - 1].exact : 0
      let isAnd = words[at].exact == Self.and
      if Self.or.contains(words[at].exact), high.low > low.low * 2 { return nil }
      if isAnd {
        guard before == Self.betweenWord else { return nil }
      } else {
        guard
          Self.between.contains(before) || !low.isSpelled && plain(high, beside: low) <= low.low * 3
        else { return nil }
        // "rose from 50 to 60" tells two values.
        if Self.between.contains(before), hasChange(before: low.words.lowerBound) { return nil }
      }
    }
    return high
  }

  /// "40 đến 60 tỷ": 60, as the scale is of both.
  private func plain(_ high: ReadNumber, beside low: ReadNumber) -> Double {
    high.isRounded && !low.isRounded && high.low / low.low > 900
      ? high.low / (high.margin * 2) : high.low
  }

  private static let or = TimeWords.keys("or", "hoặc")
  private static let and = WordKey("and").exact
  private static let betweenWord = WordKey("between").exact
  private static let change = TimeWords.keys(
    "tăng", "giảm", "rose", "fell", "up", "down", "raised", "cut", "nâng", "hạ", "increased",
    "dropped", "climbed", "grew")

  private func hasChange(before at: Int) -> Bool {
    (max(sentence.lowerBound, at - 6)..<at).contains { Self.change.contains(words[$0].exact) }
  }

  func quantity(at start: Int) -> ReadFigure? {
    guard var number = scan.numbers.number(at: start, before: end) else { return nil }
    // "một" and "a" count only where a fate stands near; roles see to it.
    if isIdle(number) { return nil }
    if isVietnamese, number.hasMark == false, start > sentence.lowerBound,
      words[start - 1].kind == .word,
      !words[start].followsSpace
    {
      return nil
    }
    var at = number.words.upperBound
    let bound = bounded(start)
    var figure = make(bound.lowerBound..<at, number.low, number.high, "count")
    figure.bound = number.isVague ? .vague : bound.bound ?? .exact
    if figure.bound == .more, isTried(before: bound.words) { figure.bound = .exact }
    if !number.isVague, let high = rangeEnd(at: at, number) {
      let hasScale = high.isRounded && !number.isRounded && high.low / number.low > 900
      figure.low = hasScale ? number.low * (high.margin * 2) : number.low
      figure.high = high.low
      figure.bound = .range
      at = high.words.upperBound
      number.margin = high.margin
      number.isSpelled = false
    } else if bound.isBetween {
      figure.words = start..<at
    }
    figure.margin = number.margin
    figure.isRounded = number.isRounded
    if at < end, !isVietnamese, number.isVague || number.words.count > 1, words[at].exact == Self.of
    {
      at += 1
    }
    let numberEnd = at
    if !isVietnamese { skipModifier(&at) }
    measure(&figure, &at, number)
    behind(&figure, &at)
    if figure.bound == .less, figure.dimension == "length", liesUnder(bound.words, at) {
      figure.bound = .exact
    }
    if figure.dimension == "skip" {
      return ReadFigure(taken: start..<at, figure: figure, isFigure: false)
    }
    if figure.dimension == "count" {
      addNouns(&figure, from: at)
      at = max(at, figure.words.upperBound)
      figure.period = period(at: at)
      let bare =
        number.low == number.low.rounded() && figure.nouns.isEmpty && number.isSpelled
        && number.low < 3
      if bare, isVietnamese || number.low == 1 { return nil }
      if number.low != number.low.rounded(), !number.isRounded { return nil }
    }
    if figure.bound == .less || figure.bound == .more,
      figure.dimension == "percent" || figure.dimension == "points",
      Self.comparing.contains(words[bound.lowerBound].exact)
    {
      figure.bound = .exact
    }
    figure.words = figure.words.lowerBound..<max(at, figure.words.upperBound)
    figure.span = span(figure.words)
    var read = ReadFigure(taken: start..<figure.words.upperBound, figure: figure)
    read.number = (bound.isBetween ? start : bound.lowerBound)..<numberEnd
    return read
  }

  /// "shut under 31 inches of snow", "ngập dưới 2 m nước": what lies above, and no bound.
  private func liesUnder(_ bound: Range<Int>, _ next: Int) -> Bool {
    guard bound.count == 1, has(bound.lowerBound, Self.underWords) else { return false }
    return isVietnamese ? has(next, Self.covers) : has(next, Self.ofWords)
  }

  private static let underWords = TimeWords.keys("under", "dưới")
  private static let ofWords = TimeWords.keys("of")
  private static let covers = TimeWords.keys("nước", "tuyết", "bùn", "đất", "đá", "tro", "cát")

  /// "thử thuốc trên 1.200 người": on them, not more than them.
  private func isTried(before bound: Range<Int>) -> Bool {
    guard isVietnamese, bound.count == 1, words[bound.lowerBound].exact == Self.tren else {
      return false
    }
    return (max(sentence.lowerBound, bound.lowerBound - 9)..<bound.lowerBound).contains {
      Self.tried.contains(words[$0].exact)
    }
  }

  private static let tren = WordKey("trên").exact
  private static let tried = TimeWords.keys("thử", "nghiệm", "nghiên", "khảo", "tiến")

  /// "3,100 flight hours", "five working days"
  private func skipModifier(_ at: inout Int) {
    guard at + 1 < end, words[at].kind == .word, !lexicon.stops.contains(words[at].exact),
      lexicon.measures.longest(at: at, in: words, before: end) == nil,
      let found = lexicon.measures.longest(at: at + 1, in: words, before: end),
      found.values[0].dimension == "duration" || found.values[0].dimension == "length"
    else { return }
    if !isCounted(at) { at += 1 }
  }

  private static let of = WordKey("of").exact
  private static let comparing = TimeWords.keys(
    "thấp", "cao", "lớn", "ít", "nhiều", "higher", "lower", "greater", "more")

  /// "năm" behind a noun is the year; "một vụ", "hai bên" count nothing.
  private func isIdle(_ number: ReadNumber) -> Bool {
    guard number.isSpelled, number.words.count == 1 else { return false }
    let at = number.words.lowerBound
    let next = number.words.upperBound
    if isVietnamese {
      // "tổng mức đầu tư giờ là 42 tỷ": alone it is no four.
      if Self.onlyBehindTens.contains(words[at].exact) { return true }
      if words[at].exact == Self.year {
        if at > sentence.lowerBound,
          words[at - 1].kind == .digits || Self.beforeYear.contains(words[at - 1].exact)
        {
          return true
        }
        guard next < end,
          isCounted(next) || Self.classifiers.contains(words[next].exact) || isUnit(next)
        else { return true }
        return false
      }
      if Self.doubtful.contains(words[at].exact) {
        return
          !(next < end
          && (isCounted(next) || Self.classifiers.contains(words[next].exact) || isUnit(next)))
      }
      return next < end && Self.sides.contains(words[next].exact)
    }
    if number.low == 1 {
      if next < end, Self.of == words[next].exact { return true }
      return !(next < end && (isCounted(next) || isUnit(next)))
    }
    return false
  }

  func isUnit(_ at: Int) -> Bool {
    lexicon.measures.longest(at: at, in: words, before: end) != nil
  }
  private static let year = WordKey("năm").exact
  private static let beforeYear = TimeWords.keys(
    "trong", "mỗi", "một", "của", "hàng", "hằng", "cuối", "đầu", "cả", "mấy", "nhiều", "các", "qua",
    "cách", "sau", "nửa", "vài", "sinh", "từ", "giữa", "hết", "thứ", "từng")
  private static let doubtful = TimeWords.keys(
    "một", "ba", "bảy", "mười", "hai", "bốn", "sáu", "tám", "chín")
  private static let onlyBehindTens = TimeWords.keys("tư", "mốt", "lăm")
  private static let sides = TimeWords.keys("bên", "phía", "chiều")
  static let classifiers = TimeWords.keys(
    "con", "chiếc", "cái", "quả", "căn", "ngôi", "cây", "tấm", "cuốn", "bộ", "vụ", "ca", "cuộc",
    "trận", "đợt", "lượt", "mẫu", "khẩu", "em", "cháu", "bạn", "lần", "cơn", "toa", "nhịp", "cụ")
}
