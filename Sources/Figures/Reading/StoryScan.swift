internal import ClaimModel
internal import Lexicons

/// A concept named by words.
struct ConceptMention {
  var concept: Int
  var words: Range<Int>
  var kind: ConceptClass
}

/// What stands in one sentence.
struct SentenceScan {
  var words: Range<Int>
  var times = [TimeMention]()
  var figures = [StoryFigure]()
  var mentions = [ConceptMention]()
  var names = [(name: FigureName, words: Range<Int>)]()
  /// Numbers of storms that it names.
  var storms = [Int]()
  /// Where its clauses begin.
  var clauses = [Int]()

  func clause(of word: Int) -> Range<Int> {
    let start = clauses.last { $0 <= word } ?? words.lowerBound
    let end = clauses.first { $0 > word } ?? words.upperBound
    return start..<end
  }
}

/// Reads the figures of one story.
struct StoryScan {
  let text: FigureText
  let lexicon: FigureLexicon
  let numbers: NumberReader
  let times: TimeReader
  let title: TextSpan?
  var words: [FigureWord] { text.words }

  init(_ story: String, isVietnamese: Bool, title: TextSpan?) {
    text = FigureText(story, isVietnamese: isVietnamese)
    lexicon = isVietnamese ? .vietnamese : .english
    numbers = NumberReader(text, lexicon)
    times = TimeReader(text: text, lexicon: lexicon, numbers: numbers)
    self.title = title
  }

  func reading() -> StoryReading {
    var reading = StoryReading()
    reading.isVietnamese = text.isVietnamese
    var scans = text.sentences.map(scan)
    findNames(&scans)
    for at in scans.indices {
      RoleReader(scan: self, sentence: scans[at], before: at > 0 ? scans[at - 1] : nil, number: at)
        .read(&scans[at])
    }
    inheritTimes(&scans)
    inheritNewness(&scans)
    lendTimesToTitle(&scans)
    for scan in scans {
      reading.sentences.append(
        TextSpan(words[scan.words.lowerBound].start, words[scan.words.upperBound - 1].end))
      reading.figures += scan.figures
      for mention in scan.mentions where mention.kind != .event {
        reading.concepts.insert(mention.concept)
      }
      for time in scan.times { note(time, &reading) }
      reading.storms.formUnion(scan.storms)
      for (name, _) in scan.names where !reading.names.contains(name) { reading.names.append(name) }
    }
    for mention in scans.prefix(3).flatMap(\.mentions) where mention.kind == .event {
      reading.events.insert(FigureLexicon.concepts[mention.concept].group)
    }
    reading.opensWithAnother = opensWithAnother(scans)
    reading.wordCount = words.count
    return reading
  }

  /// "bão số 3", "storm No. 3"
  private func isStorm(_ figure: StoryFigure) -> Bool {
    Self.stormWords.contains(words[figure.words.lowerBound].exact)
  }

  private static let stormWords = TimeWords.keys("bão", "storm", "typhoon")

  /// "Another blaze", "Một vụ cháy khác" in the first sentence below the title.
  private func opensWithAnother(_ scans: [SentenceScan]) -> Bool {
    guard
      let lead = scans.first(where: { scan in
        title.map { words[scan.words.lowerBound].start >= $0.end } ?? true
      })
    else { return false }
    return lead.words.prefix(8).contains { Self.others.contains(words[$0].exact) }
  }

  private static let others = TimeWords.keys("another", "khác")

  private func note(_ mention: TimeMention, _ reading: inout StoryReading) {
    if let year = mention.time.year { reading.years.insert(year) }
    if let month = mention.time.month { reading.months.insert(month) }
    guard let day = mention.time.day, let month = mention.time.month else { return }
    reading.days.insert(month * 100 + day)
    reading.firstDay = reading.firstDay ?? month * 100 + day
  }

  /// A word without its English ending.
  func stem(_ word: FigureWord) -> UInt64 {
    guard !text.isVietnamese else { return word.plain }
    var end = word.end
    let bytes = text.bytes
    for ending in Self.endings where end - word.start >= ending.count + 3 {
      if (0..<ending.count).allSatisfy({ bytes[end - ending.count + $0] | 0x20 == ending[$0] }) {
        end -= ending.count
        break
      }
    }
    return bytes.withUnsafeBufferPointer { WordKey(bytes: $0, from: word.start, to: end).plain }
  }

  private static let endings: [[UInt8]] = ["ing", "ied", "ies", "ed", "es", "s", "e"].map {
    Array($0.utf8)
  }

  // MARK: - One sentence

  private func scan(_ range: Range<Int>) -> SentenceScan {
    var scan = SentenceScan(words: range)
    var taken = [Range<Int>]()
    var at = range.lowerBound
    let reader = FigureReader(scan: self, sentence: range)
    while at < range.upperBound {
      let word = text.words[at]
      if word.kind == .word, !lexicon.openers.contains(word.exact) {
        at += 1
        continue
      }
      if var time = times.time(at: at, before: range.upperBound, from: range.lowerBound) {
        time.time.isUntil = isUntil(time.words.lowerBound, from: range.lowerBound)
        time.time.isSaid = time.time.day != nil && isSaid(time.words, range)
        scan.times.append(time)
        if let figure = reader.figure(of: time) { scan.figures.append(figure) }
        taken.append(time.words)
        at = time.words.upperBound
      } else if let figure = reader.figure(at: at, after: scan.figures.last) {
        taken.append(figure.number ?? figure.taken)
        if figure.isFigure { scan.figures.append(figure.figure) }
        if figure.figure.dimension == "name", isStorm(figure.figure) {
          scan.storms.append(Int(figure.figure.low))
        }
        if let stage = figure.stage { scan.times.append(stage) }
        at = max(at + 1, figure.taken.upperBound)
      } else {
        at += 1
      }
    }
    reader.addSums(&scan.figures)
    scan.mentions = mentions(range, taken, scan.times.map(\.words))
    // "so với tháng trước" tells what it is held against, not when it was.
    scan.times.removeAll { time in
      scan.mentions.contains {
        $0.kind == .contrast && FigureLexicon.concepts[$0.concept].group == "base"
          && $0.words.overlaps(time.words)
      }
    }
    scan.clauses = clauses(range, scan)
    joinTimes(&scan)
    return scan
  }

  /// "đến 12h", "by noon on Tuesday", "as of June 2"
  private func isUntil(_ start: Int, from first: Int) -> Bool {
    for at in stride(from: start - 1, through: max(first, start - 5), by: -1) {
      if Self.until.contains(words[at].exact) { return !has(at - 1, Self.arrival) }
      if words[at].exact == Self.of, at > first, words[at - 1].exact == Self.as { return true }
      guard Self.betweenUntil.contains(words[at].exact) || words[at].kind == .digits else {
        return false
      }
    }
    return false
  }

  private func has(_ at: Int, _ list: WordSet) -> Bool {
    at >= 0 && list.contains(words[at].exact)
  }
  private static let until = TimeWords.keys("đến", "tới", "by", "until")
  private static let arrival = TimeWords.keys("kéo", "dài", "đưa")
  private static let of = WordKey("of").exact
  private static let `as` = WordKey("as").exact
  private static let betweenUntil = TimeWords.keys(
    "ngày", "hết", "cuối", "the", "end", "đầu", "hôm", "lúc", "khoảng", "early", "late", "sáng",
    "trưa",
    "chiều", "tối", "đêm", "noon", "midday", "giờ", "h", "on", "about", "rạng", "evening",
    "morning", "of")

  /// Concepts, but not within longer ones, nor in numbers and times.
  private func mentions(
    _ range: Range<Int>, _ taken: [Range<Int>], _ times: [Range<Int>]
  ) -> [ConceptMention] {
    var found = [ConceptMention]()
    var isTaken = [Bool](repeating: false, count: range.count)
    for one in taken { for at in one { isTaken[at - range.lowerBound] = true } }
    var isTime = [Bool](repeating: false, count: range.count)
    for one in times { for at in one { isTime[at - range.lowerBound] = true } }
    // Words of a name say nothing, but in headlines that write most words with capitals.
    let capitals = range.count { words[$0].isCapitalised }
    let isHeadline = capitals * 3 > 2 * range.count { words[$0].kind == .word } && range.count > 4
    var longest = range.lowerBound
    for at in range where !isTaken[at - range.lowerBound] || isTime[at - range.lowerBound] {
      if !isHeadline, words[at].isCapitalised {
        if at > range.lowerBound { continue }
        if text.isVietnamese, at + 1 < range.upperBound, words[at + 1].isCapitalised { continue }
      }
      var here = [ConceptMention]()
      for (end, values) in lexicon.words.all(at: at, in: words, before: range.upperBound) {
        let overlaps = (at..<end).contains { isTaken[$0 - range.lowerBound] }
        if overlaps,
          (at..<end).contains(where: {
            isTaken[$0 - range.lowerBound] && !isTime[$0 - range.lowerBound]
          })
        {
          break
        }
        for value in values
        where !overlaps || FigureLexicon.concepts[value].kind == .contrast
          || FigureLexicon.concepts[value].kind == .part
        {
          here.append(
            ConceptMention(
              concept: value, words: at..<end, kind: FigureLexicon.concepts[value].kind))
        }
      }
      // What befell people hides no word of another class: "bắn chết" tells of the dead too.
      found += here.filter { $0.kind == .event }
      here.removeAll { $0.kind == .event }
      guard let end = here.last?.words.upperBound else { continue }
      // "huy chương vàng" is no "vàng"; but "người" stays of "người bị thương".
      if end <= longest { continue }
      // "tháp Sen Vàng" is no gold.
      if isOfName(at..<end, range) { continue }
      found += here.filter { $0.words.upperBound == end }
      longest = end
    }
    return found
  }

  /// Whether words stand inside a longer name: capitals in the midst of a sentence, beside another.
  private func isOfName(_ mention: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard text.isVietnamese, mention.allSatisfy({ words[$0].isCapitalised }) else { return false }
    return mention.lowerBound > sentence.lowerBound + 1
      && words[mention.lowerBound - 1].isCapitalised
      || mention.upperBound < sentence.upperBound && words[mention.upperBound].isCapitalised
  }

  private func clauses(_ range: Range<Int>, _ scan: SentenceScan) -> [Int] {
    var starts = [range.lowerBound]
    for at in range.dropFirst() {
      let sign = words[at].sign
      let isMark =
        sign == 0x2C || sign == 0x3B || sign == 0x3A || sign == 0x28
        || sign == 0x2D && words[at].followsSpace
      if isMark || Self.joints.contains(words[at].exact) { starts.append(at) }
    }
    return starts
  }

  private static let joints = TimeWords.keys(
    "while", "but", "whereas", "trong_khi", "nhưng", "còn", "whom")

  /// "sáng 4/3", "lúc 16h30 ngày 9/5", "noon on Tuesday" are one time.
  private func joinTimes(_ scan: inout SentenceScan) {
    guard scan.times.count > 1 else { return }
    for at in scan.times.indices.dropFirst() {
      // "from Monday to Wednesday" is one stretch, known by its last day.
      let (before, time) = (scan.times[at - 1], scan.times[at])
      guard before.time.weekday != nil, time.time.weekday != nil,
        time.words.lowerBound == before.words.upperBound + 1,
        Self.stretches.contains(words[before.words.upperBound].exact)
      else { continue }
      scan.times[at - 1].time.weekday = time.time.weekday
    }
    for at in scan.times.indices.dropFirst() {
      let before = scan.times[at - 1]
      let gap = before.words.upperBound..<scan.times[at].words.lowerBound
      guard gap.count <= 2,
        gap.allSatisfy({ Self.between.contains(words[$0].exact) || words[$0].sign == 0x2C })
      else { continue }
      var joined = scan.times[at].time
      joined.merge(before.time)
      scan.times[at].time = joined
      var first = at - 1
      while first >= 0, scan.times[first].words.upperBound >= before.words.lowerBound - 2,
        first >= at - 2
      {
        var time = scan.times[first].time
        if first == at - 1 || scan.times[first].time.day == nil { time.merge(joined) }
        scan.times[first].time = time
        first -= 1
      }
    }
  }

  private static let stretches = TimeWords.keys("to", "through", "đến", "tới", "until")
  private static let between = TimeWords.keys(
    "on", "ngày", "hôm", "of", "the", "at", "in", "vào", "local", "time", "cùng", "năm", "tuần")

  /// A figure whose clause names no time has that of its sentence, then of the sentence before.
  private func inheritTimes(_ scans: inout [SentenceScan]) {
    var last = FigureTime()
    var names = [FigureName]()
    for at in scans.indices {
      let own = scans[at].names.map(\.name).filter { !$0.speaks && !$0.isWeak }
      for place in scans[at].figures.indices
      where !scans[at].figures[place].names.contains(where: { !$0.speaks }) {
        scans[at].figures[place].names += names
      }
      if !own.isEmpty, !scans[at].times.contains(where: { ($0.time.relativeYear ?? 0) < 0 }) {
        names = own
      }
    }
    for at in scans.indices {
      let own = scans[at].times.filter {
        !isComparison($0.words.lowerBound, scans[at]) && !tellsOrigin($0)
      }
      for place in scans[at].figures.indices where scans[at].figures[place].dimension != "date" {
        if scans[at].figures[place].time.isEmpty {
          let clause = scans[at].clause(of: scans[at].figures[place].words.lowerBound)
          let own = own.filter { clause.contains($0.words.lowerBound) || !tellsStart($0) }
          if let first = own.last(where: {
            $0.words.upperBound <= scans[at].figures[place].words.lowerBound
          }) ?? own.first {
            scans[at].figures[place].time = first.time
          } else if !scans[at].figures[place].isOther {
            var time = last
            if !time.isUntil { (time.minute, time.part) = (nil, nil) }
            // Until when was counted says nothing of how deep or how far.
            if time.isUntil, Self.measured.contains(scans[at].figures[place].dimension) {
              time = FigureTime()
            }
            scans[at].figures[place].time = time
            scans[at].figures[place].inheritsTime = true
          }
        }
        scans[at].figures[place].time.takeDay(of: last)
        if scans[at].figures[place].time.isUntil { scans[at].figures[place].isRunning = true }
      }
      // What only looks back leaves the story's own time standing.
      if let first = own.first, (first.time.relativeYear ?? 0) >= 0,
        !scans[at].figures.contains(where: \.isOther)
      {
        let before = last
        last = first.time
        last.takeDay(of: before)
      }
    }
  }

  private static let measured: Set = [
    "length", "richter", "speed", "temperature", "area", "mass", "age",
  ]

  /// "mua 24 máy bay, giao hàng từ năm 2028": when another clause's doings begin.
  private func tellsStart(_ mention: TimeMention) -> Bool {
    mention.time.year != nil && mention.time.day == nil
      && has(mention.words.lowerBound - 1, Self.starts)
  }

  private static let starts = TimeWords.keys("từ", "from", "since")

  /// "born in 1959", "xây năm 1990": when somebody or something came to be, which dates nothing else.
  func tellsOrigin(_ mention: TimeMention) -> Bool {
    guard mention.time.year != nil, mention.time.day == nil else { return false }
    return (max(0, mention.words.lowerBound - 3)..<mention.words.lowerBound).contains {
      Self.origins.contains(words[$0].exact)
    }
  }

  private static let origins = TimeWords.keys("born", "sinh", "founded", "built")

  /// Whether words stand in a clause that only compares: "so với 96 người của năm 2024".
  func isComparison(_ word: Int, _ scan: SentenceScan) -> Bool {
    let clause = scan.clause(of: word)
    return scan.mentions.contains {
      $0.kind == .other && clause.contains($0.words.lowerBound) && $0.words.upperBound <= word
    }
  }
}
