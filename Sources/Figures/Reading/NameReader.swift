internal import Lexicons

/// Names: runs of capitalised words.
extension StoryScan {
  func findNames(_ scans: inout [SentenceScan]) {
    let inner = innerCapitals(scans)
    for at in scans.indices {
      let range = scans[at].words
      var word = range.lowerBound
      while word < range.upperBound {
        guard words[word].kind == .word, words[word].isCapitalised, !isTime(word, scans[at]) else {
          word += 1
          continue
        }
        var end = word + 1
        while end < range.upperBound, words[end].kind == .word, words[end].isCapitalised,
          !isTime(end, scans[at])
        { end += 1 }
        if var name = name(word..<end, in: scans[at], inner) {
          if let number = designator(of: name, behind: end, in: scans[at]) {
            name.kind = name.words[0]
            name.words.append(words[number].plain)
            scans[at].figures.removeAll { $0.words == number..<number + 1 }
          }
          scans[at].names.append((name, word..<end))
        }
        word = end
      }
    }
  }

  /// "Type 055", "Su-35", "Quận 3": a number behind a name is part of it, and tells one of its kind from
  /// others.
  private func designator(of name: FigureName, behind end: Int, in scan: SentenceScan) -> Int? {
    var at = end
    if at < scan.words.upperBound, words[at].sign == 0x2D { at += 1 }
    guard at < scan.words.upperBound, words[at].kind == .digits, !name.isWeak,
      words[at].end - words[at].start <= 4, name.words.count == 1,
      !scan.times.contains(where: { $0.words.contains(at) }),
      !scan.figures.contains(where: {
        $0.words.contains(at) && ($0.dimension != "count" || $0.words.count > 1)
      }),
      at + 1 >= scan.words.upperBound || words[at + 1].kind != .digits
    else { return nil }
    return at
  }

  private func isTime(_ word: Int, _ scan: SentenceScan) -> Bool {
    scan.times.contains { $0.words.contains(word) } || Self.notNames.contains(words[word].exact)
  }

  private static let notNames = TimeWords.keys(
    "mr", "mrs", "ms", "dr", "gov", "governor", "mayor", "president", "minister", "general",
    "reuters",
    "afp", "ap", "i", "the", "a", "an", "it", "he", "she", "they", "its", "in", "on", "at", "by",
    "councillor", "fahrenheit", "celsius", "richter", "centigrade", "usd", "hlv", "gdp", "cpi",
    "afp", "no")

  /// Capitalised words that do not open a sentence.
  private func innerCapitals(_ scans: [SentenceScan]) -> Set<UInt64> {
    var found = Set<UInt64>()
    for scan in scans {
      for at in scan.words.dropFirst() where words[at].kind == .word && words[at].isCapitalised {
        found.insert(words[at].plain)
      }
    }
    return found
  }

  private func name(
    _ run: Range<Int>, in scan: SentenceScan, _ inner: Set<UInt64>
  ) -> FigureName? {
    var run = run
    var kind: UInt64 = 0
    if words[run.lowerBound].opensSentence {
      let first = words[run.lowerBound]
      let isKnown =
        lexicon.stops.contains(first.exact)
        || lexicon.words.begins(with: first) || lexicon.times.begins(with: first)
        || lexicon.bounds.begins(with: first)
        || Self.kinds[first.exact] != nil
        || lexicon.numbers.longest(at: run.lowerBound, in: words, before: run.lowerBound + 1) != nil
      if isKnown || (run.count > 1 && !inner.contains(first.plain)) {
        kind = Self.kinds[first.exact] ?? 0
        run = run.lowerBound + 1..<run.upperBound
      }
    }
    guard let first = run.first else { return nil }
    var name = FigureName(words: run.map { words[$0].root(in: text.bytes) }, kind: kind)
    if run.count == 1, words[first].opensSentence, !inner.contains(words[first].plain) {
      // A word that the story also has in small letters is none.
      if words.contains(where: { !$0.isCapitalised && $0.exact == words[first].exact }) {
        return nil
      }
      name.isWeak = true
    }
    if run.count == 1, words[first].end - words[first].start <= 1 { return nil }
    describe(&name, run, in: scan)
    return name
  }

  private func describe(_ name: inout FigureName, _ run: Range<Int>, in scan: SentenceScan) {
    let first = run.lowerBound
    let start = scan.words.lowerBound
    for at in stride(from: first - 1, through: max(start, first - 4), by: -1) {
      if name.kind == 0, let kind = Self.kinds[words[at].exact] { name.kind = kind }
      if Self.places.contains(words[at].exact) { name.isPlace = true }
      if words[at].kind == .sign { break }
      if text.isVietnamese, name.kind != 0, name.isPlace { break }
    }
    if !text.isVietnamese {
      for at in run.behind(2, before: scan.words.upperBound) {
        if name.kind == 0, let kind = Self.kinds[words[at].exact] { name.kind = kind }
      }
    }
    name.speaks = isSpeaker(run, in: scan)
    name.isPollster = isPollster(run, in: scan)
  }

  /// "…, Mayor Ida Holm said", "theo bà Vũ Thị Hạnh": names of who says it tell no place.
  private func isSpeaker(_ run: Range<Int>, in scan: SentenceScan) -> Bool {
    let clause = scan.clause(of: run.lowerBound)
    let behind = run.behind(6, before: clause.upperBound)
    if behind.contains(where: { Self.says.contains(words[$0].exact) }) { return true }
    return (max(clause.lowerBound, run.lowerBound - 6)..<run.lowerBound).contains {
      Self.according.contains(words[$0].exact)
    }
  }

  private func isPollster(_ run: Range<Int>, in scan: SentenceScan) -> Bool {
    scan.mentions.contains {
      $0.concept == Concepts.poll
        && ($0.words.lowerBound == run.upperBound
          || text.isVietnamese && (1...2).contains(run.lowerBound - $0.words.upperBound))
    }
  }

  private static let says = TimeWords.keys(
    "said", "says", "told", "claimed", "reported", "nói", "biết", "kể", "khẳng", "xác", "announced",
    "confirmed", "claims", "thừa", "warned", "added")
  private static let according = TimeWords.keys("theo", "according", "theo_lời")
  private static let places = TimeWords.keys(
    "in", "at", "near", "of", "ở", "tại", "trên", "gần", "around", "quanh", "over", "outside",
    "vào", "on",
    "from", "to", "sang", "thuộc", "tới", "đến", "xuống", "vùng", "of", "cách")

  /// Nouns before a name that say of what kind it is; those of one kind in both languages are one.
  static let kinds: WordMap<UInt64> = {
    var kinds = WordMap<UInt64>()
    for (number, row) in WordList(embedded: "figure-places.tsv").rows.enumerated() {
      for word in row.items(1) + row.items(2).flatMap({ EnglishForms.of($0) }) {
        kinds[WordKey(word.split(separator: " ").last.map(String.init) ?? word).exact] = UInt64(
          number + 1)
      }
    }
    return kinds
  }()
}
