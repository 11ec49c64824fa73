package import ClaimModel

extension VersionAlignment {
  /// A place in an old sentence where other words stand now.
  package struct Change: Sendable, Hashable {
    /// In the old text; empty where words were added.
    package var span: TextSpan
    /// In the new text; empty where words were taken out.
    package var now: TextSpan
    package var words: WordChange
  }

  /// The changes of an old sentence, in order; marks and capitals do not count.
  package func changes(in sentence: Int) -> [Change] {
    guard fates[sentence] == .changed, let stretch = stretches[sentence] else { return [] }
    let own = old.sentences[sentence]
    // Of two sentences that are one now each has its part.
    let pairs = own.compactMap { place in places[place].map { (place, $0) } }
    let isShared = [sentence - 1, sentence + 1].contains {
      stretches.indices.contains($0) && stretches[$0] == stretch
    }
    let from = isShared ? pairs.first?.1 ?? stretch.lowerBound : stretch.lowerBound
    let to = isShared ? (pairs.last?.1 ?? stretch.upperBound - 1) + 1 : stretch.upperBound
    let difference = SentenceDifference(old.words[own], new.words[from..<max(from, to)], words)
    return difference.stretches.compactMap { part in
      change(
        own.lowerBound + part.old.lowerBound..<own.lowerBound + part.old.upperBound,
        from + part.new.lowerBound..<from + part.new.upperBound, part.kind, own,
        from..<max(from, to))
    }
  }

  private func change(
    _ a: Range<Int>, _ b: Range<Int>, _ kind: SentenceDifference.Stretch.Kind,
    _ own: Range<Int>, _ stretch: Range<Int>
  ) -> Change? {
    let kinds: [SentenceDifference.Stretch.Kind: WordChange.Kind] = [
      .figure: .figure, .name: .name, .spelling: .spelling, .turn: .words,
      .words: .words,
    ]
    guard let kind = kinds[kind] else { return nil }
    var (left, right) = (a, b)
    if a.isEmpty || b.isEmpty {
      // A word beside what came or went: "bị" → "không bị", "Keld" → "Keld-Marsh".
      let isTail = kind == .name || isMark(old: a.lowerBound, a) || isMark(new: b.lowerBound, b)
      let hasBefore = a.lowerBound > own.lowerBound && b.lowerBound > stretch.lowerBound
      if isTail, hasBefore {
        (left, right) = (a.lowerBound - 1..<a.upperBound, b.lowerBound - 1..<b.upperBound)
      } else if a.upperBound < own.upperBound, b.upperBound < stretch.upperBound,
        !words[old.words[a.upperBound].number].isMark
      {
        (left, right) = (a.lowerBound..<a.upperBound + 1, b.lowerBound..<b.upperBound + 1)
      } else if hasBefore {
        (left, right) = (a.lowerBound - 1..<a.upperBound, b.lowerBound - 1..<b.upperBound)
      }
    }
    return Change(
      span: span(a, in: old), now: span(b, in: new),
      words: WordChange(kind, old: written(left, old), new: written(right, new)))
  }

  private func isMark(old place: Int, _ part: Range<Int>) -> Bool {
    part.contains(place) && words[old.words[place].number].isMark
  }

  private func isMark(new place: Int, _ part: Range<Int>) -> Bool {
    part.contains(place) && words[new.words[place].number].isMark
  }

  private func span(_ places: Range<Int>, in text: VersionText) -> TextSpan {
    guard let first = places.first, let last = places.last else {
      let at =
        places.lowerBound < text.words.count
        ? text.words[places.lowerBound].start : text.words.last?.end ?? 0
      return TextSpan(at, at)
    }
    return TextSpan(text.words[first].start, text.words[last].end)
  }

  /// Words as people write them: marks close up to what they belong to.
  private func written(_ places: Range<Int>, _ text: VersionText) -> String {
    var line = ""
    for place in places {
      let word = words[text.words[place].number]
      let isGlued =
        place == places.lowerBound || ",.;:?!)%…".contains(word.text)
        || text.words[place - 1].end == text.words[place].start
      line += (isGlued ? "" : " ") + word.text
    }
    return line
  }
}
