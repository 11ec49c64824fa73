internal import ClaimModel
internal import Lexicons

/// What a station of a chain is called, and what it is.
struct ChainNames {
  let story: Story
  let words: ChainWords
  private var tokens: [Token] { story.tokens }

  struct Name {
    var tokens: Range<Int>
    var kind: Hop.Kind
    /// Whether it describes people instead of naming somebody.
    var describesPeople: Bool
  }

  /// "the prison governor, Walter Quaife" → "Walter Quaife"; "một nữ công nhân may" → "nữ công
  /// nhân may"; "thông báo của hải quân" → "hải quân".
  func name(of range: Range<Int>) -> Name? {
    let whole = range
    var range = piece(of: range)
    let isApposed = range.lowerBound > whole.lowerBound
    range = author(of: range)
    range = withoutArticles(range)
    guard !range.isEmpty else { return nil }
    if let person = person(in: range) {
      return Name(tokens: person, kind: .person, describesPeople: false)
    }
    let head = headed(range)
    let isPeople = describesPeople(range)
    if isApposed, !isPeople, describesPeople(withoutArticles(whole.lowerBound..<range.lowerBound)) {
      return Name(tokens: head, kind: .person, describesPeople: false)
    }
    return Name(tokens: head, kind: kind(of: range, isPeople: isPeople), describesPeople: isPeople)
  }

  /// The piece between commas that names somebody; the first where none does.
  private func piece(of range: Range<Int>) -> Range<Int> {
    var pieces = [Range<Int>]()
    var start = range.lowerBound
    for at in range where tokens[at].scalar == 0x2C {
      if start < at { pieces.append(start..<at) }
      start = at + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    guard let first = pieces.first, pieces.count > 1 else { return range }
    if person(in: first) != nil, tokens[first.lowerBound].shape != .lower || words.isVietnamese,
      isName(first)
    {
      return first
    }
    return pieces.dropFirst().first { isName($0) } ?? first
  }

  /// All capitals, or a title and a name.
  private func isName(_ range: Range<Int>) -> Bool {
    if range.allSatisfy({ tokens[$0].shape != .lower }) && !words.isVietnamese { return true }
    return person(in: range) != nil
  }

  /// "báo cáo của Bộ Y tế" → "Bộ Y tế"
  private func author(of range: Range<Int>) -> Range<Int> {
    let length = words.length(.document, tokens, at: range.lowerBound, end: range.upperBound)
    let start = range.lowerBound + length
    guard length > 0, start + 1 < range.upperBound, Self.ofWords.contains(tokens[start].key.exact)
    else { return range }
    return start + 1..<range.upperBound
  }

  private static let ofWords = keys(["của", "từ", "from", "by"])

  private func withoutArticles(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound {
      if case let hidden = words.length(.hidden, tokens, at: start, end: range.upperBound),
        hidden > 0
      {
        start += hidden
        continue
      }
      let length = words.length(.article, tokens, at: start, end: range.upperBound)
      guard length > 0, isDropped(start, length) else { break }
      start += length
    }
    return start..<range.upperBound
  }

  /// Number words and "các" stay: "three villagers".
  private func isDropped(_ at: Int, _ length: Int) -> Bool {
    Self.dropped.contains(tokens[at].key.exact) && length == 1
  }

  private static let dropped = keys(["the", "a", "an", "its", "his", "her", "their", "our", "một"])

  /// A person's name without what stands before it.
  private func person(in range: Range<Int>) -> Range<Int>? {
    let titles = story.language.titles.titles
    var start = range.lowerBound
    var hasTitle = false
    while start < range.upperBound {
      if let match = titles.match(at: start, in: tokens, limit: range.upperBound),
        match.end < range.upperBound
      {
        hasTitle = true
        start = match.end
        continue
      }
      let noun = words.length(.person, tokens, at: start, end: range.upperBound)
      if noun > 0, start + noun < range.upperBound,
        tokens[start].shape == .lower || start == range.lowerBound
      {
        hasTitle = true
        start += noun
        continue
      }
      break
    }
    // "Foreign Minister Idris Okello", "resort manager Greta Solheim": the title is further on.
    if !words.isVietnamese, !hasTitle {
      for at in range.dropLast() {
        let isTitle =
          titles.match(at: at, in: tokens, limit: range.upperBound).map { $0.end }
          ?? (words.length(.person, tokens, at: at, end: range.upperBound) > 0
            ? at + words.length(.person, tokens, at: at, end: range.upperBound) : at)
        if isTitle > at, isTitle < range.upperBound, tokens[isTitle].shape != .lower,
          tokens[isTitle].kind == .word
        {
          hasTitle = true
          start = isTitle
        }
        if Self.prepositions.contains(tokens[at].key.exact) { break }
      }
    }
    if !hasTitle, !words.isVietnamese {
      // "the investor Dale Harcastle": small words, then a name of two.
      let small = range.prefix {
        tokens[$0].shape == .lower && !Self.prepositions.contains(tokens[$0].key.exact)
      }
      if small.count > 0, small.count <= 4 { start = small.upperBound }
    }
    if words.isVietnamese, hasTitle { start = behindField(start, range.upperBound) }
    let run = nameRun(start, range.upperBound)
    guard !run.isEmpty else { return nil }
    if run.upperBound < range.upperBound, !isTail(run.upperBound) { return nil }
    let isPlace =
      story.language.titles.places.match(at: run.lowerBound, in: tokens, limit: run.upperBound)?.end
      == run.upperBound
    if isPlace { return nil }
    if words.isVietnamese {
      if isBody(run.lowerBound, run.upperBound) { return nil }
      if hasTitle { return isHonorific(range.lowerBound) || run.count >= 2 ? run : nil }
      return nil
    }
    if isBody(run.upperBound - 1, run.upperBound) { return nil }
    if hasTitle { return run }
    return run.count >= 2 && run.lowerBound > range.lowerBound ? run : nil
  }

  /// "phát ngôn viên quân đội Samir Bel", "chỉ huy cứu hộ Rafael Quintos": small words of the title
  /// before a name of two; but "ngư dân đảo Hòn Quéo" are somewhere.
  private func behindField(_ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit, at - start < 5, tokens[at].shape == .lower {
      if words.length(.place, tokens, at: at, end: limit) > 0 { return start }
      at += 1
    }
    return at > start && at + 2 <= limit && nameRun(at, limit).count >= 2 ? at : start
  }

  private func isHonorific(_ at: Int) -> Bool {
    story.language.titles.titles.match(at: at, in: tokens, limit: tokens.count)?.value.isHonorific
      == true
  }

  private func isTail(_ at: Int) -> Bool { tokens[at].kind == .punctuation }

  private static let prepositions = keys([
    "of", "at", "in", "on", "for", "with", "from", "to", "close", "near", "briefed", "familiar",
  ])

  /// Capital words in a row.
  private func nameRun(_ start: Int, _ limit: Int) -> Range<Int> {
    var at = start
    while at < limit {
      if tokens[at].kind == .word, tokens[at].shape != .lower, tokens[at].scalar > 0x2F {
        at += 1
      } else if at > start, at + 1 < limit, tokens[at].scalar == 0x2D || tokens[at].scalar == 0x2E,
        tokens[at + 1].shape != .lower
      {
        at += 1
      } else if at > start, at + 1 < limit, words.length(.part, tokens, at: at, end: limit) == 1,
        !words.isVietnamese, tokens[at + 1].shape != .lower
      {
        at += 1
      } else {
        break
      }
    }
    return start..<at
  }

  private func isBody(_ at: Int, _ limit: Int) -> Bool {
    words.length(.body, tokens, at: at, end: limit) > 0
      || story.language.titles.nouns.match(at: at, in: tokens, limit: limit).map {
        $0.value != .person
      } ?? false
  }

  /// "hãng chế tạo Avionex" → "Avionex": a small noun of a firm before its name.
  private func headed(_ range: Range<Int>) -> Range<Int> {
    guard words.isVietnamese, Self.firms.contains(tokens[range.lowerBound].key.exact) else {
      return range
    }
    let run = range.drop { tokens[$0].shape == .lower || $0 == range.lowerBound }
    guard let start = run.first, run.allSatisfy({ tokens[$0].shape != .lower }),
      start - range.lowerBound <= 4
    else { return range }
    return start..<range.upperBound
  }

  private static let firms = keys(["hãng", "đối", "nhóm"])

  /// Whether the words describe people: "a source close to the talks", "ba ngư dân".
  private func describesPeople(_ range: Range<Int>) -> Bool {
    if words.isVietnamese {
      var start = range.lowerBound
      while case let length = words.length(.article, tokens, at: start, end: range.upperBound),
        length > 0
      { start += length }
      if words.length(.body, tokens, at: start, end: range.upperBound) > 0 { return false }
      if words.length(.person, tokens, at: start, end: range.upperBound) > 0 { return true }
      guard start < range.upperBound else { return false }
      // "cựu quan chức", "nữ công nhân"
      return (start + 1..<min(range.upperBound, start + 3)).contains {
        words.length(.person, tokens, at: $0, end: range.upperBound) > 0
          && tokens[$0].shape == .lower
      } && tokens[start].shape == .lower
    }
    for at in range {
      if Self.prepositions.contains(tokens[at].key.exact),
        at > range.lowerBound + 1 || tokens[range.lowerBound].key.exact != WordKey("one").exact
      {
        if tokens[range.lowerBound].key.exact != WordKey("one").exact { return false }
      }
      if words.length(.person, tokens, at: at, end: range.upperBound) > 0,
        tokens[at].shape == .lower || at == range.lowerBound,
        at + 1 == range.upperBound || tokens[at + 1].shape == .lower || tokens[at + 1].kind != .word
      {
        return true
      }
    }
    return false
  }

  private func kind(of range: Range<Int>, isPeople: Bool) -> Hop.Kind {
    if isPeople { return .person }
    if range.contains(where: {
      words.length(.document, tokens, at: $0, end: range.upperBound) > 0
        && tokens[$0].shape == .lower
    }) {
      return .document
    }
    return .body
  }
}
