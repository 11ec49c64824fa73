internal import Lexicons

extension TimeReader {
  func vietnamese(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    if let slashed = slashed(at: start, before: end, from: first) { return slashed }
    if let clock = vietnameseClock(at: start, before: end, from: first) { return clock }
    let word = words[start].exact
    if TimeWords.ngay.contains(word), let day = integer(start + 1, end), day <= 31 {
      return dayAndMonth(start, day, before: end)
    }
    if TimeWords.thang.contains(word) { return month(at: start, before: end, from: first) }
    if TimeWords.nam.contains(word), let year = year(start + 1, end) {
      var mention = TimeMention(words: start..<start + 2, time: FigureTime())
      mention.time.year = year
      mention.isDate = true
      if start > first, TimeWords.whole.contains(words[start - 1].exact) {
        mention.time.isWholeYear = true
      }
      return mention
    }
    if TimeWords.quy.contains(word) { return quarter(at: start, before: end) }
    if let weekday = weekday(at: start, before: end, from: first) { return weekday }
    return season(at: start, before: end, from: first)
  }

  /// "4/3", "14/9/2025", "3/2025", "10-16/3"; not "1/3 diện tích".
  private func slashed(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    var at = start
    var firstDay: Int?
    if let day = integer(start, end), day <= 31, start + 2 < end, words[start + 1].sign == 0x2D,
      parts(start + 2, end, 0x2F) != nil
    {
      firstDay = day
      at = start + 2
    }
    guard let parts = parts(at, end, 0x2F) else { return nil }
    var time = FigureTime()
    if parts.count == 3, parts[2] >= 1900 {
      (time.day, time.month, time.year) = (parts[0], parts[1], parts[2])
    } else if parts.count == 2, parts[1] >= 1900, parts[0] <= 12 {
      (time.month, time.year) = (parts[0], parts[1])
    } else if parts.count == 2, parts[0] <= 31, parts[1] <= 12, parts[0] > 0, parts[1] > 0 {
      if isFraction(at, before: end, from: first) { return nil }
      (time.day, time.month) = (parts[0], parts[1])
    } else {
      return nil
    }
    if let firstDay {
      time.endDay = time.day
      time.day = firstDay
    }
    var mention = TimeMention(words: start..<at + 1, time: time)
    mention.isDate = true
    return mention
  }

  private func isFraction(_ at: Int, before end: Int, from first: Int) -> Bool {
    if at > first, TimeWords.dayBefore.contains(words[at - 1].exact) { return false }
    guard at + 1 < end, words[at + 1].kind == .word else { return false }
    return Self.fractionNouns.contains(words[at + 1].exact)
  }

  private static let fractionNouns = TimeWords.keys(
    "số", "diện", "dân", "cử", "lượng", "tổng", "người", "hộ", "trận", "đại", "thành", "sản",
    "quãng",
    "thời", "ghế", "phiếu", "chặng", "học", "công", "trong")

  /// "16h30", "4 giờ 30 chiều", "lúc 9 giờ", "12h" behind "đến"; "9 giờ" alone is how long.
  private func vietnameseClock(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    guard let hour = integer(start, end), hour <= 24, start + 1 < end,
      TimeWords.gio.contains(words[start + 1].exact)
    else { return nil }
    var at = start + 2
    var minute = 0
    let isShort = words[start + 1].end - words[start + 1].start == 1
    var isClock = isShort
    if let read = integer(at, end), read < 60, !(at + 1 < end && words[at + 1].sign == 0x2F) {
      // "1 giờ 15 phút" is how long, unless something says when.
      minute = read
      at += 1
      isClock = true
      if at < end, TimeWords.phut.contains(words[at].exact) {
        at += 1
        isClock = false
      }
    } else if at < end, words[at].exact == Self.half {
      minute = 30
      at += 1
    }
    var part: Int?
    if let found = lexicon.times.longest(at: at, in: words, before: end),
      let word = found.values.first,
      word.kind == .part
    {
      part = word.value
      at = found.end
      isClock = true
    }
    if start > first, TimeWords.at.contains(words[start - 1].exact) {
      let isAt = words[start - 1].exact == Self.at
      isClock =
        isClock || isAt || (at < end && TimeWords.dayBefore.contains(words[at].exact))
        || (start > first + 1 && words[start - 2].exact == Self.count)
    }
    guard isClock else { return nil }
    var hours = hour
    if let part, part >= 3, hours < 12, !(part == 5 && hours < 5) { hours += 12 }
    if part == 2, hours < 10, hours > 0 { hours += 12 }
    var time = FigureTime()
    time.minute = hours * 60 + minute
    var mention = TimeMention(words: start..<at, time: time)
    mention.isClock = true
    return mention
  }

  private static let half = WordKey("rưỡi").exact
  private static let at = WordKey("lúc").exact
  private static let count = WordKey("tính").exact

  private func dayAndMonth(_ start: Int, _ day: Int, before end: Int) -> TimeMention? {
    var time = FigureTime()
    time.day = day
    var at = start + 2
    var firstEnd: Int?
    if at + 1 < end, words[at].sign == 0x2D, let last = integer(at + 1, end), last <= 31 {
      firstEnd = last
      at += 2
    }
    guard at < end, TimeWords.thang.contains(words[at].exact), let month = integer(at + 1, end),
      month <= 12
    else {
      if at < end, parts(at - 1, end, 0x2F) != nil { return nil }
      var mention = TimeMention(words: start..<at, time: time)
      mention.time.endDay = firstEnd
      return mention
    }
    time.month = month
    time.endDay = firstEnd
    at += 2
    if at < end, TimeWords.nam.contains(words[at].exact), let year = year(at + 1, end) {
      time.year = year
      at += 2
    }
    var mention = TimeMention(words: start..<at, time: time)
    mention.isDate = true
    return mention
  }

  private func month(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    var time = FigureTime()
    var at = start + 2
    if let parts = parts(start + 1, end, 0x2F), parts.count == 2, parts[1] >= 1900, parts[0] <= 12 {
      (time.month, time.year) = (parts[0], parts[1])
    } else if let month = integer(start + 1, end), (1...12).contains(month) {
      time.month = month
      if at < end, TimeWords.nam.contains(words[at].exact), let year = year(at + 1, end) {
        time.year = year
        at += 2
      } else if at < end, TimeWords.nam.contains(words[at].exact),
        let relative = lexicon.times.longest(at: at, in: words, before: end),
        relative.values[0].kind == .year
      {
        time.relativeYear = relative.values[0].value
        at = relative.end
      }
    } else {
      return nil
    }
    var mention = TimeMention(words: start..<at, time: time)
    mention.isDate = true
    if start > first {
      if TimeWords.early.contains(words[start - 1].exact) { mention.third = 1 }
      if TimeWords.mid.contains(words[start - 1].exact) { mention.third = 2 }
      if TimeWords.late.contains(words[start - 1].exact) { mention.third = 3 }
      if mention.third > 0 { mention.words = start - 1..<at }
    }
    return mention
  }

  private func quarter(at start: Int, before end: Int) -> TimeMention? {
    var time = FigureTime()
    var at = start + 2
    if let parts = parts(start + 1, end, 0x2F), parts.count == 2, parts[0] <= 4, parts[1] > 1900 {
      (time.quarter, time.year) = (parts[0], parts[1])
    } else if let quarter = integer(start + 1, end), (1...4).contains(quarter) {
      time.quarter = quarter
    } else if start + 1 < end, let roman = Self.roman[words[start + 1].exact] {
      time.quarter = roman
    } else {
      return nil
    }
    if at < end, TimeWords.nam.contains(words[at].exact), let year = year(at + 1, end) {
      time.year = year
      at += 2
    }
    return TimeMention(words: start..<at, time: time)
  }

  private static let roman = Dictionary(
    uniqueKeysWithValues: [
      ("I", 1), ("II", 2), ("III", 3), ("IV", 4), ("một", 1), ("hai", 2), ("ba", 3), ("bốn", 4),
    ]
    .map { (WordKey($0.0).exact, $0.1) })

  /// "thứ hai" is Monday behind "hôm", "chiều" or before a date; else it is the second.
  private func weekday(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    guard TimeWords.number.contains(words[start].exact), start + 1 < end else { return nil }
    let number: Int
    if let digit = integer(start + 1, end), (2...7).contains(digit) {
      number = digit
    } else if TimeWords.weekdayEnd.contains(words[start + 1].exact),
      let word = lexicon.numbers.longest(at: start + 1, in: words, before: start + 2)?.values.first(
        where: { $0.kind == .unit })
    {
      number = Int(word.value)
    } else {
      return nil
    }
    let isDay =
      (start > first && Self.weekdayBefore.contains(words[start - 1].exact))
      || (start + 2 < end
        && (parts(start + 2, end, 0x2F) != nil
          || Self.weekdayBehind.contains(words[start + 2].exact)))
      || (start == first && start + 2 < end && words[start + 2].sign == 0x2C)
    guard isDay else { return nil }
    var time = FigureTime()
    time.weekday = number - 1
    return TimeMention(words: start..<start + 2, time: time)
  }

  private static let weekdayBefore = TimeWords.keys(
    "hôm", "ngày", "chiều", "tối", "sáng", "trưa", "đêm", "khuya", "từ", "đến", "tới", "vào")
  private static let weekdayBehind = TimeWords.keys("tuần", "ngày", "hằng", "hàng", "vừa", "này")

  /// "mùa 2024-2025", "vụ 2025"; "World Cup 2022".
  private func season(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    guard let year = year(start, end) else { return nil }
    if start > first, words[start - 1].kind == .digits || words[start - 1].sign == 0x24 {
      return nil
    }
    var mention = TimeMention(words: start..<start + 1, time: FigureTime())
    mention.time.year = year
    if start + 2 < end, words[start + 1].sign == 0x2D, let next = self.year(start + 2, end),
      next == year + 1
    {
      mention.time.season = year
      mention.time.year = nil
      mention.words = start..<start + 3
      return mention
    }
    // "2000 người" counts.
    if start + 1 < end, words[start + 1].kind == .word,
      lexicon.words.longest(at: start + 1, in: words, before: end)?.values.contains(where: {
        let kind = FigureLexicon.concepts[$0].kind
        return kind == .person || kind == .thing
      }) ?? false || lexicon.measures.longest(at: start + 1, in: words, before: end) != nil
    {
      return nil
    }
    return start > first && words[start - 1].kind == .word ? mention : nil
  }
}
