internal import Lexicons

extension TimeReader {
  func english(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    if let clock = englishClock(at: start, before: end, from: first) { return clock }
    if let date = monthDay(at: start, before: end) ?? dayMonth(at: start, before: end) {
      return date
    }
    if let quarter = englishQuarter(at: start, before: end) { return quarter }
    return bareYear(at: start, before: end, from: first)
  }

  private func month(_ at: Int, _ end: Int) -> Int? {
    guard at < end, words[at].kind == .word, words[at].isCapitalised,
      let found = lexicon.times.longest(at: at, in: words, before: end), found.end == at + 1,
      let word = found.values.first, word.kind == .month
    else { return nil }
    return word.value
  }

  /// "4 p.m.", "4:30 p.m.", "at 0600", "at 16:30"
  private func englishClock(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    var minutes: Int?
    var at = start + 1
    if let parts = parts(start, end, 0x3A), parts.count == 2, parts[0] < 25, parts[1] < 60 {
      minutes = parts[0] * 60 + parts[1]
    } else if let hour = integer(start, end),
      hour <= 24 || (words[start].end - words[start].start == 4 && hour < 2400)
    {
      minutes =
        words[start].end - words[start].start == 4 ? hour / 100 * 60 + hour % 100 : hour * 60
    }
    guard var minutes else { return nil }
    var isClock = false
    if at < end, TimeWords.am.contains(words[at].exact) || TimeWords.pm.contains(words[at].exact) {
      let isAfternoon = TimeWords.pm.contains(words[at].exact)
      let isWhole = words[at].end - words[at].start == 2
      if isWhole {
        at += 1
        isClock = true
      } else if at + 2 < end, words[at + 1].sign == 0x2E, TimeWords.m.contains(words[at + 2].exact)
      {
        at += 3
        if at < end, words[at].sign == 0x2E, !words[at].followsSpace { at += 1 }
        isClock = true
      }
      if isClock {
        let hour = minutes / 60
        if isAfternoon, hour < 12 { minutes += 720 }
        if !isAfternoon, hour == 12 { minutes -= 720 }
      }
    }
    let isFour = words[start].end - words[start].start == 4 && integer(start, end) != nil
    let isBehindAt = start > first && TimeWords.atEnglish.contains(words[start - 1].exact)
    if !isClock, isBehindAt, text.bytes[words[start].start..<words[start].end].contains(0x3A) {
      isClock = true
    }
    if !isClock, isFour, isBehindAt,
      text.bytes[words[start].start] == 0x30
        || at < end && has(at, TimeWords.clocks)
    {
      isClock = true
    }
    if !isClock, isFour, isBehindAt, isMilitary(start, before: end) { isClock = true }
    guard isClock else { return nil }
    var mention = TimeMention(words: start..<at, time: FigureTime())
    mention.time.minute = minutes
    mention.isClock = true
    return mention
  }

  /// "at 1540", "until 2100": no year stands behind "at", nor is one as late as that; nothing is counted.
  private func isMilitary(_ start: Int, before end: Int) -> Bool {
    guard let value = integer(start, end), value % 100 < 60, value < 2400 else { return false }
    let isAt = words[start - 1].exact == Self.at
    guard isAt || !(1700..<2100).contains(value) else { return false }
    guard start + 1 < end, words[start + 1].kind == .word else { return true }
    return Self.behindClock.contains(words[start + 1].exact) || month(start + 1, end) != nil
      || lexicon.times.longest(at: start + 1, in: words, before: end) != nil
  }

  private static let at = WordKey("at").exact
  private static let behindClock = TimeWords.keys(
    "on", "and", "after", "when", "by", "with", "in", "as", "but", "local", "hours", "while", "the",
    "that", "to")

  /// "Oct. 3", "March 7, 2026", "March 2026", "May 12-14"
  private func monthDay(at start: Int, before end: Int) -> TimeMention? {
    guard let month = month(start, end) else { return nil }
    var time = FigureTime()
    time.month = month
    var at = start + 1
    if at < end, words[at].sign == 0x2E, !words[at].followsSpace { at += 1 }
    guard at < end else { return nil }
    if let year = year(at, end) {
      time.year = year
      at += 1
    } else if let day = integer(at, end), (1...31).contains(day) {
      time.day = day
      at += 1
      if at < end, TimeWords.nth.contains(words[at].exact), !words[at].followsSpace { at += 1 }
      if at + 1 < end, words[at].sign == 0x2D, let last = integer(at + 1, end),
        (1...31).contains(last)
      {
        time.endDay = last
        at += 2
      }
      if at + 1 < end, words[at].sign == 0x2C, let year = year(at + 1, end) {
        time.year = year
        at += 2
      } else if let year = year(at, end) {
        time.year = year
        at += 1
      }
    } else {
      let isMonth = start > 0 && Self.monthBefore.contains(words[start - 1].exact)
      guard isMonth || month != 5 && month != 3 else { return nil }
      at = start + 1
    }
    var mention = TimeMention(words: start..<at, time: time)
    mention.isDate = true
    if start > 0 {
      if words[start - 1].exact == Self.early { mention.third = 1 }
      if words[start - 1].exact == Self.mid { mention.third = 2 }
      if words[start - 1].exact == Self.late { mention.third = 3 }
    }
    return mention
  }

  private static let early = WordKey("early").exact
  private static let mid = WordKey("mid").exact
  private static let late = WordKey("late").exact
  private static let monthBefore = TimeWords.keys(
    "in", "of", "since", "until", "by", "late", "early", "mid", "for", "last", "the", "this",
    "from", "during", "end")

  /// "4 March 2026", "the 4th of March"
  private func dayMonth(at start: Int, before end: Int) -> TimeMention? {
    guard let day = integer(start, end), (1...31).contains(day) else { return nil }
    var at = start + 1
    if at < end, TimeWords.nth.contains(words[at].exact), !words[at].followsSpace { at += 1 }
    if at < end, words[at].exact == Self.of { at += 1 }
    guard let month = month(at, end) else { return nil }
    var time = FigureTime()
    (time.day, time.month) = (day, month)
    at += 1
    if at < end, words[at].sign == 0x2E, !words[at].followsSpace, at + 1 < end { at += 1 }
    if let year = year(at, end) {
      time.year = year
      at += 1
    }
    var mention = TimeMention(words: start..<at, time: time)
    mention.isDate = true
    return mention
  }

  private static let of = WordKey("of").exact

  /// "third-quarter", "the first quarter of 2025", "Q3"
  private func englishQuarter(at start: Int, before end: Int) -> TimeMention? {
    guard let ordinal = TimeWords.ordinalKeys[words[start].exact] else { return nil }
    var at = start + 1
    if at < end, words[at].sign == 0x2D { at += 1 }
    guard has(at, TimeWords.quarter), at < end else { return nil }
    var time = FigureTime()
    time.quarter = ordinal
    at += 1
    if at + 1 < end, TimeWords.of.contains(words[at].exact), let year = year(at + 1, end) {
      time.year = year
      at += 2
    }
    return TimeMention(words: start..<at, time: time)
  }

  private func bareYear(at start: Int, before end: Int, from first: Int) -> TimeMention? {
    guard let year = year(start, end) else { return nil }
    if start > first, words[start - 1].kind == .sign, words[start - 1].sign != 0x2C,
      words[start - 1].sign != 0x28
    {
      return nil
    }
    var mention = TimeMention(words: start..<start + 1, time: FigureTime())
    mention.time.year = year
    mention.isDate = true
    if start + 2 < end, words[start + 1].sign == 0x2D, let next = integer(start + 2, end),
      next == year + 1 || next == (year + 1) % 100
    {
      mention.time.season = year
      mention.time.year = nil
      mention.isDate = false
      mention.words = start..<start + 3
      return mention
    }
    let isBehind = start > first && TimeWords.yearBefore.contains(words[start - 1].exact)
    let isCount =
      start + 1 < end && words[start + 1].kind == .word
      && (lexicon.words.longest(at: start + 1, in: words, before: end)?.values.contains(where: {
        let kind = FigureLexicon.concepts[$0].kind
        return kind == .person || kind == .thing
      }) ?? false || lexicon.measures.longest(at: start + 1, in: words, before: end) != nil)
    return isBehind || (!isCount && (1900...2100).contains(year)) ? mention : nil
  }
}
