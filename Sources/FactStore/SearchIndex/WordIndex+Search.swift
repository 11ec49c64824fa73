internal import ClaimModel

extension WordIndex {
  /// Adds the claims that have the pattern's words in one of `parts`; `first` is the number of the
  /// first claim of the index.
  func search(
    _ pattern: TextPattern, in parts: ClaimPart, first: Int, into found: inout ClaimSet
  ) {
    let words = pattern.words.enumerated().map { place, word in
      terms(
        word, pattern.spelling, isPrefix: pattern.isPrefix && place == pattern.words.count - 1,
        tone: pattern.prefixTone)
    }
    guard let rarest = words.min(by: { $0.postings < $1.postings }), rarest.postings > 0 else {
      return
    }
    guard words.count > 1 else {
      return insert(rarest, parts, first: first, into: &found)
    }
    var candidates = ClaimSet(limit: ends.count)
    insert(rarest, parts, first: 0, into: &candidates)
    for word in words where word.numbers != rarest.numbers {
      var having = ClaimSet(limit: ends.count)
      insert(word, parts, first: 0, into: &having)
      candidates.formIntersection(having)
    }
    let finder = PhraseFinder(words, foldedNumbers)
    for place in candidates.numbers where hasPhrase(place, finder, parts) {
      found.insert(first + place)
    }
  }

  private func insert(_ term: Term, _ parts: ClaimPart, first: Int, into found: inout ClaimSet) {
    for number in term.numbers {
      postings.withList(Int(number)) {
        found.insert(eighths: $0, withAny: UInt32(parts.rawValue), offset: first)
      }
    }
  }

  /// Whether the phrase stands in one of the parts of the claim at a place.
  private func hasPhrase(_ place: Int, _ finder: PhraseFinder, _ parts: ClaimPart) -> Bool {
    let range = (place == 0 ? 0 : ends[place - 1])..<ends[place]
    return tokens.withUnsafeBufferPointer { tokens in
      var part = 1
      var start = range.lowerBound
      for at in range where tokens[at] == Self.partEnd {
        if parts.rawValue & part != 0,
          finder.stands(in: UnsafeBufferPointer(rebasing: tokens[start..<at]))
        {
          return true
        }
        part <<= 1
        start = at + 1
      }
      return false
    }
  }

  // MARK: Terms

  /// The exact words that a word of a pattern stands for.
  struct Term {
    var numbers: [UInt32]
    /// Claims that have one of them, some twice.
    var postings: Int
    /// Where one folded word is meant: its number.
    var folded: UInt32?
  }

  private func terms(_ word: [UInt8], _ spelling: Spelling, isPrefix: Bool, tone: UInt8) -> Term {
    var term = Term(numbers: [], postings: 0)
    switch (spelling, isPrefix) {
    case (.exact, false):
      if let number = exact.number(of: word) { term.numbers = [UInt32(number)] }
    case (.folded, false):
      guard let number = folded.number(of: word) else { break }
      term.folded = UInt32(number)
      term.numbers = variants.withList(number) { Array($0) }
    case (.exact, true):
      term.numbers = exact.numbers(exactOrder, beginningWith: word).filter {
        tone == 0 || exact.word(Int($0)).last == tone
      }
    case (.folded, true):
      term.numbers = folded.numbers(foldedOrder, beginningWith: word)
        .flatMap { variants.withList(Int($0)) { Array($0) } }
    }
    term.postings = term.numbers.reduce(0) { $0 + postings.count(of: Int($1)) }
    return term
  }
}

/// Compares runs of words with a phrase.
private struct PhraseFinder {
  private let words: [WordIndex.Term]
  /// Of words that stand for several that share no folded one, those.
  private let sets: [Set<UInt32>]
  private let foldedNumbers: [UInt32]

  init(_ words: [WordIndex.Term], _ foldedNumbers: [UInt32]) {
    self.words = words
    sets = words.map { $0.folded == nil && $0.numbers.count > 1 ? Set($0.numbers) : [] }
    self.foldedNumbers = foldedNumbers
  }

  func stands(in tokens: UnsafeBufferPointer<UInt32>) -> Bool {
    guard tokens.count >= words.count else { return false }
    for start in 0...tokens.count - words.count where fits(0, tokens[start]) {
      var place = 1
      while place < words.count, fits(place, tokens[start + place]) { place += 1 }
      if place == words.count { return true }
    }
    return false
  }

  @inline(__always)
  private func fits(_ place: Int, _ token: UInt32) -> Bool {
    if let folded = words[place].folded { return foldedNumbers[Int(token)] == folded }
    return sets[place].isEmpty ? words[place].numbers[0] == token : sets[place].contains(token)
  }
}
