internal import Lexicons

/// "thứ tư", "lần đầu tiên", "third", "131st day", "hạng 143", "phút 88", "11th floor".
extension FigureReader {
  func ordinal(at start: Int) -> ReadFigure? {
    if let labelled = labelled(at: start) { return labelled }
    return isVietnamese ? vietnameseOrdinal(at: start) : englishOrdinal(at: start)
  }

  /// "phút 88", "hạng 143", "chặng 9", "magnitude 6.7"
  private func labelled(at start: Int) -> ReadFigure? {
    if let numbered = numbered(at: start) { return numbered }
    let labels: LabelTable = isVietnamese ? .vietnamese : .english
    guard words[start].kind == .digits || words[start].kind == .word,
      let number = scan.numbers.number(at: start, before: end), !number.isVague,
      number.words.count == 1 || number.isSpelled
    else { return nil }
    var before = start
    // "No. 4"
    if before > sentence.lowerBound, words[before - 1].sign == 0x2E, !isVietnamese { before -= 1 }
    guard let label = labels.label(endingAt: before, in: words, from: sentence.lowerBound) else {
      return nil
    }
    if label.dimension == "none" { return nil }
    if number.isSpelled, label.dimension == "name" || !isVietnamese { return nil }
    let next = number.words.upperBound
    if label.dimension == "name" {
      guard !isVietnamese || words[label.start].followsSpace || label.start == sentence.lowerBound
      else { return nil }
      if !isVietnamese, has(before - 1, Self.under) { return nil }
      return ReadFigure(
        taken: start..<max(next, start + 1),
        figure: make(label.start..<next, number.low, nil, "name"), isFigure: false)
    }
    // "phút" may be a unit before: "10 phút 30 giây"; "vị trí 5 người".
    if label.start > sentence.lowerBound, words[label.start - 1].kind == .digits { return nil }
    if next < end, lexicon.measures.longest(at: next, in: words, before: end) != nil,
      label.dimension != "richter"
    {
      return nil
    }
    if next < end, isCounted(next), label.dimension != "minute", label.dimension != "floor",
      label.dimension != "level" || !isVietnamese
    {
      if label.dimension == "rank" || label.dimension == "scope" && !has(label.start, Self.halves) {
        return nil
      }
    }
    if label.dimension == "scope" || label.dimension == "stage" { return stage(label, number) }
    var figure = make(label.start..<next, number.low, nil, label.dimension)
    figure.margin = number.margin
    if label.dimension != "richter" { figure.margin = 0 }
    return ReadFigure(taken: start..<next, figure: figure)
  }

  /// "trụ số 4", "pier No. 6": which of several such things.
  private func numbered(at start: Int) -> ReadFigure? {
    guard let number = scan.times.integer(start, end), number < 1000,
      !(start + 1 < end && isCounted(start + 1))
    else { return nil }
    var before = start - 1
    if before > sentence.lowerBound, words[before].sign == 0x2E, !isVietnamese { before -= 1 }
    guard before > sentence.lowerBound, has(before, isVietnamese ? Self.so : Self.no),
      words[before - 1].kind == .word, !words[before - 1].isCapitalised
    else { return nil }
    var figure = make(before..<start + 1, Double(number), nil, "number")
    figure.margin = 0
    for from in max(sentence.lowerBound, before - 3)..<before {
      guard let found = lexicon.words.longest(at: from, in: words, before: before),
        found.end == before
      else { continue }
      figure.nouns += found.values.filter {
        isNoun($0) && FigureLexicon.concepts[$0].kind == .thing
      }
    }
    guard !figure.nouns.isEmpty, Set(figure.nouns).isDisjoint(with: Concepts.stormsAndRoads) else {
      return nil
    }
    return ReadFigure(taken: start..<start + 1, figure: figure)
  }

  /// "hết hiệp hai trận gặp …" counts no matches.
  private static let halves = TimeWords.keys("hiệp", "ván", "chặng")
  private static let so = TimeWords.keys("số")
  private static let no = TimeWords.keys("no", "number")

  /// "hạ nốc ao ở hiệp 8", "stopped in the sixth round": the round itself is told.
  private func round(_ value: Double, _ range: Range<Int>) -> StoryFigure? {
    guard
      sentence.contains(where: { at in
        lexicon.words.longest(at: at, in: words, before: end)?.values.contains(Concepts.knockout)
          ?? false
      })
    else { return nil }
    var figure = make(range, value, nil, "round")
    figure.margin = 0
    return figure
  }

  private static let under = TimeWords.keys("under")

  private func stage(_ label: (dimension: String, start: Int), _ number: ReadNumber) -> ReadFigure {
    let range = label.start..<number.words.upperBound
    var mention = TimeMention(words: range, time: FigureTime())
    mention.time.stage = Int(number.low)
    let isAfter =
      label.start > sentence.lowerBound && has(label.start - 1, Self.after)
      || label.dimension == "stage"
    mention.time.isUntil = isAfter
    if let round = round(number.low, range) {
      return ReadFigure(taken: number.words, figure: round)
    }
    return ReadFigure(
      taken: number.words, figure: make(range, 0, nil, "scope"), isFigure: false, stage: mention)
  }

  private static let after = TimeWords.keys("after", "sau", "đến", "hết")

  private func vietnameseOrdinal(at start: Int) -> ReadFigure? {
    var value = 0.0
    var at = start
    if has(start, Self.thu), start + 1 < end {
      if let digit = scan.times.integer(start + 1, end) {
        value = Double(digit)
        at = start + 2
      } else if has(start + 1, Self.first) {
        value = 1
        at = start + 2
      } else if has(start + 1, Self.second) {
        value = 2
        at = start + 2
      } else if let number = NumberReader(scan.text, scan.lexicon).number(
        at: start + 1, before: end), number.isSpelled
      {
        value = number.low
        at = number.words.upperBound
      } else {
        return nil
      }
    } else if has(start, Self.dau), has(start + 1, Self.tien) {
      value = 1
      at = start + 2
    } else if start > sentence.lowerBound, has(start, Self.second) || has(start, Self.first),
      has(start - 1, Self.rankBefore)
    {
      // "về nhì", "hạng nhất"
      value = has(start, Self.first) ? 1 : 2
      at = start + 1
    } else {
      return nil
    }
    var first = start
    var dimension = "ordinal"
    if start > sentence.lowerBound {
      if has(start - 1, Self.rankBefore) { dimension = "rank" }
      if has(start - 1, Self.dayBefore) { dimension = "duration" }
      if has(start - 1, Self.minuteBefore) { dimension = "minute" }
      if dimension != "ordinal" { first = start - 1 }
    }
    var figure = make(first..<at, dimension == "duration" ? value * 86400 : value, nil, dimension)
    figure.margin = 0
    if dimension == "ordinal" { addNounBefore(&figure, before: start) }
    if isOneOf(figure) { return scope(figure, start..<at) }
    return ReadFigure(taken: start..<at, figure: figure)
  }

  private static let thu = TimeWords.keys("thứ")
  private static let first = TimeWords.keys("nhất")
  private static let second = TimeWords.keys("nhì")
  private static let dau = TimeWords.keys("đầu")
  private static let tien = TimeWords.keys("tiên")
  private static let rankBefore = TimeWords.keys(
    "đứng", "hạng", "xếp", "về", "trí", "vị", "lên", "xuống", "tụt")
  private static let dayBefore = TimeWords.keys("ngày")
  private static let minuteBefore = TimeWords.keys("phút")

  private func addNounBefore(_ figure: inout StoryFigure, before at: Int) {
    for start in max(sentence.lowerBound, at - 4)..<at {
      if let found = lexicon.words.longest(at: start, in: words, before: at) {
        figure.nouns += found.values.filter {
          FigureLexicon.concepts[$0].kind == .thing || FigureLexicon.concepts[$0].kind == .person
        }
      }
    }
    for word in max(sentence.lowerBound, at - 3)..<at
    where words[word].kind == .word && !lexicon.stops.contains(words[word].exact) {
      figure.heads.append(words[word].plain)
    }
  }

  /// "third vote", "131st day", "88th minute", "134th in the world"
  private func englishOrdinal(at start: Int) -> ReadFigure? {
    var value = 0.0
    var at = start + 1
    if let number = scan.times.integer(start, end), at < end, !words[at].followsSpace,
      TimeWords.nth.contains(words[at].exact)
    {
      value = Double(number)
      at += 1
    } else if let found = lexicon.numbers.longest(at: start, in: words, before: end),
      let word = found.values.first(where: { $0.kind == .ordinal })
    {
      value = word.value
      at = found.end
    } else {
      return nil
    }
    var next = at
    if next < end, words[next].sign == 0x2D { next += 1 }
    if next < end, let label = LabelTable.english.behind.longest(at: next, in: words, before: end),
      let dimension = label.values.first
    {
      if dimension == "scope" {
        var mention = TimeMention(words: start..<label.end, time: FigureTime())
        mention.time.stage = 1000 + Int(value)
        if let round = round(value, start..<label.end) {
          return ReadFigure(taken: start..<label.end, figure: round)
        }
        return ReadFigure(
          taken: start..<label.end, figure: make(start..<label.end, 0, nil, "scope"),
          isFigure: false, stage: mention)
      }
      var figure = make(start..<label.end, value, nil, dimension)
      figure.margin = 0
      return ReadFigure(taken: start..<label.end, figure: figure)
    }
    if next < end, let measure = lexicon.measures.longest(at: next, in: words, before: end),
      measure.values[0].dimension == "duration"
    {
      if value < 3 {
        return ReadFigure(
          taken: start..<measure.end, figure: make(start..<measure.end, 0, nil, "scope"),
          isFigure: false)
      }
      var figure = make(start..<measure.end, value * measure.values[0].factor, nil, "duration")
      figure.margin = 0
      return ReadFigure(taken: start..<measure.end, figure: figure)
    }
    let before = start > sentence.lowerBound ? words[start - 1].exact : 0
    var figure = make(start..<at, value, nil, Self.rankWords.contains(before) ? "rank" : "ordinal")
    figure.margin = 0
    addNouns(&figure, from: next)
    if isOneOf(figure) { return scope(figure, start..<at) }
    return ReadFigure(taken: start..<at, figure: figure)
  }

  /// "xe thứ hai" tells of which it speaks.
  private func isOneOf(_ figure: StoryFigure) -> Bool {
    figure.dimension == "ordinal" && figure.low <= 4
      && figure.nouns.contains(where: Concepts.counted.contains)
  }

  private func scope(_ figure: StoryFigure, _ range: Range<Int>) -> ReadFigure {
    var mention = TimeMention(words: range, time: FigureTime())
    mention.time.stage = 5000 + Int(figure.low)
    return ReadFigure(taken: range, figure: figure, isFigure: false, stage: mention)
  }

  private static let rankWords = TimeWords.keys(
    "ranked", "ranks", "finished", "placed", "came", "sits", "stands", "lies", "rank", "currently")
}
