internal import Lexicons

/// What is counted: the words behind a number.
extension FigureReader {
  func addNouns(_ figure: inout StoryFigure, from start: Int) {
    if isVietnamese { vietnameseNouns(&figure, start) } else { englishNouns(&figure, start) }
  }

  private func vietnameseNouns(_ figure: inout StoryFigure, _ start: Int) {
    var at = start
    // "con trâu bò": a listed phrase may hold its classifier.
    for _ in 0..<2 {
      guard at < end, words[at].kind == .word else { return }
      if let found = lexicon.words.longest(at: at, in: words, before: end) {
        let nouns = found.values.filter { isNoun($0) }
        if !nouns.isEmpty {
          figure.nouns += nouns
          at = found.end
          figure.words = figure.words.lowerBound..<at
          // "người lính", "ca sốt xuất huyết": the words behind say more.
          if at < end, let next = lexicon.words.longest(at: at, in: words, before: end) {
            let more = next.values.filter { isNoun($0) }
            if !more.isEmpty, Self.generic.contains(FigureLexicon.concepts[nouns[0]].name) {
              figure.nouns = more + nouns
            }
          }
          return
        }
      }
      guard Self.classifiers.contains(words[at].exact) else { break }
      at += 1
    }
    guard at < end, words[at].kind == .word, !words[at].isCapitalised,
      !lexicon.stops.contains(words[at].exact)
    else { return }
    figure.heads.append(words[at].plain)
    if at + 1 < end, words[at + 1].kind == .word { figure.heads.append(words[at + 1].plain) }
  }

  private static let generic: Set = ["people", "case", "incident", "member", "tree", "animal"]

  func isNoun(_ concept: Int) -> Bool {
    let kind = FigureLexicon.concepts[concept].kind
    return kind == .person || kind == .thing
  }

  /// The noun phrase up to a function word or a verb: the last listed noun is its head.
  private func englishNouns(_ figure: inout StoryFigure, _ start: Int) {
    var at = start
    if at < end, words[at].exact == Self.of || words[at].sign == 0x2D { at += 1 }
    // "22 of the missiles"
    if at > start, at < end, Self.articles.contains(words[at].exact) { at += 1 }
    var last: Int?
    while at < min(end, start + 6), words[at].kind == .word {
      if let found = lexicon.words.longest(at: at, in: words, before: end) {
        let nouns = found.values.filter { isNoun($0) }
        if !nouns.isEmpty {
          figure.nouns = nouns + figure.nouns
          figure.words = figure.words.lowerBound..<found.end
          at = found.end
          last = at
          continue
        }
        // A verb or fate ends the phrase; "dead people" and the like go on.
        if last != nil || !isAdjective(at) { break }
        at = found.end
        continue
      }
      if Self.ends.contains(words[at].exact) || lexicon.stops.contains(words[at].exact) { break }
      if last != nil { break }
      figure.heads.append(scan.stem(words[at]))
      at += 1
    }
  }

  private func isAdjective(_ at: Int) -> Bool {
    at + 1 < end && words[at + 1].kind == .word && !lexicon.stops.contains(words[at + 1].exact)
      && lexicon.words.longest(at: at + 1, in: words, before: end).map {
        $0.values.contains { isNoun($0) }
      } ?? false
  }

  private static let articles = TimeWords.keys(
    "the", "its", "his", "her", "their", "these", "those", "our")
  private static let of = WordKey("of").exact
  private static let ends = TimeWords.keys(
    "in", "on", "at", "by", "from", "to", "of", "with", "for", "and", "or", "but", "after",
    "before",
    "were", "was", "are", "is", "had", "have", "has", "who", "that", "which", "as", "while", "when",
    "last",
    "this", "out", "so", "against", "during", "through", "into", "over")

  // MARK: - Sums

  /// "10 thuyền viên và 1 thuyền trưởng", "44 passengers and a driver": one figure more.
  func addSums(_ figures: inout [StoryFigure]) {
    var sums = [StoryFigure]()
    for at in figures.indices {
      let first = figures[at]
      guard first.dimension == "count", first.bound == .exact || first.bound == .about,
        !first.nouns.isEmpty
      else { continue }
      var next = first.words.upperBound
      guard has(next, Self.joints) else { continue }
      next += 1
      if has(next, Self.cung) { next += 1 }
      var total = first.low
      var last = first.words.upperBound
      var kinds = first.nouns
      if let second = figures.first(where: {
        $0.words.lowerBound == next && $0.dimension == "count" && $0.bound == .exact
          && !$0.nouns.isEmpty
      }) {
        total += second.low
        last = second.words.upperBound
        kinds += second.nouns
      } else if has(next, Self.ones),
        let noun = lexicon.words.longest(at: next + 1, in: words, before: end),
        noun.values.contains(where: isNoun)
      {
        total += 1
        last = noun.end
        kinds += noun.values.filter(isNoun)
      } else {
        continue
      }
      guard Set(kinds.map { FigureLexicon.concepts[$0].kind }).count == 1 else { continue }
      var sum = first
      sum.low = total
      sum.high = total
      sum.margin = 0.5
      sum.isSum = true
      sum.words = first.words.lowerBound..<last
      sum.span = span(sum.words)
      let areThings = FigureLexicon.concepts[kinds[0]].kind == .thing
      sum.nouns = areThings ? kinds : [Concepts.people] + kinds
      sums.append(sum)
      // "3 xe tải và 2 xe máy": each is a count of its own.
      if areThings, Set(first.nouns).isDisjoint(with: kinds.dropFirst(first.nouns.count)) {
        continue
      }
      for part in figures.indices
      where figures[part].words.lowerBound >= first.words.lowerBound
        && figures[part].words.upperBound <= last
      {
        figures[part].isPart = true
      }
    }
    figures += sums + companions(figures)
    figures.sort {
      ($0.words.lowerBound, -$0.words.upperBound) < ($1.words.lowerBound, -$1.words.upperBound)
    }
  }

  /// "thuyền trưởng của Grace 1 và ba thủy thủ", "the pilot and two passengers": one who is named by
  /// office stands before, and is counted too.
  private func companions(_ figures: [StoryFigure]) -> [StoryFigure] {
    figures.compactMap { figure in
      let joint = figure.words.lowerBound - 1
      guard figure.dimension == "count", figure.bound == .exact, has(joint, Self.joints),
        figure.nouns.contains(where: { FigureLexicon.concepts[$0].kind == .person }),
        let office = office(before: joint),
        !figures.contains(where: { $0.words.overlaps(office..<joint) })
      else { return nil }
      var sum = figure
      (sum.low, sum.high, sum.isSum) = (figure.low + 1, figure.high + 1, true)
      sum.words = office..<figure.words.upperBound
      sum.span = span(sum.words)
      sum.nouns = [Concepts.people] + figure.nouns
      return sum
    }
  }

  /// Where the words of an office begin, with nothing but a name behind them.
  private func office(before joint: Int) -> Int? {
    var at = joint - 1
    while at >= sentence.lowerBound,
      words[at].isCapitalised || words[at].kind == .digits || has(at, Self.owning)
    { at -= 1 }
    guard at >= sentence.lowerBound else { return nil }
    return (max(sentence.lowerBound, at - 2)...at).first { start in
      lexicon.words.longest(at: start, in: words, before: joint).map {
        $0.end == at + 1 && $0.values.contains(where: Concepts.offices.contains)
      } ?? false
    }
  }

  private static let owning = TimeWords.keys("của", "of", "the")
  private static let joints = TimeWords.keys("và", "and", "plus", "cùng", "with")
  private static let cung = TimeWords.keys("với")
  private static let ones = TimeWords.keys("một", "a", "an", "one")
}
