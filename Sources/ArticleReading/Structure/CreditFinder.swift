internal import ClaimModel
internal import Languages
internal import Lexicons

/// "Ảnh: Reuters", "(Photo by Le Minh/AFP)": where a picture's credit stands, and whose it is.
struct PictureCredit {
  /// From the bracket or the credit word to the end of the name (and its bracket).
  var span: TextSpan
  var name: String?
  var line: Int
  /// Whether all of it stands in brackets.
  var isBracketed = false
  /// Whether it is a caption behind a label, "Image: A roof in Port Ann. Credit: Ann Poe".
  var isLabelled = false
}

/// Finds picture credits.
struct CreditFinder {
  let story: StoryText
  let layout: WrittenLanguage.Layout

  private static let words = PhraseBook(embedded: "credit-words.tsv")
  /// Longest credit in words, and the stretch of text it is looked for in.
  private static let longestName = 12
  private static let window = 240

  func credits() -> [PictureCredit] {
    var credits = [PictureCredit]()
    for mark in story.layout.marks {
      guard mark >= (credits.last?.span.end ?? 0), let line = story.line(at: mark) else { continue }
      let credit =
        story.bytes[mark] == 0x3A ? credit(colon: mark, line) : credit(bracket: mark, line)
      if let credit { credits.append(credit) }
    }
    credits += AgencyCreditFinder(
      story: story, longestName: Self.longestName, mayBeSignOff: !layout.authorHasOwnLine
    ).credits(beside: credits)
    return credits.sorted { $0.span < $1.span }
  }

  /// The words before the colon are a credit phrase, capitalised or behind a bracket.
  private func credit(colon: Int, _ line: Int) -> PictureCredit? {
    let span = story.lines[line].span
    let before = story.lastWords(TextSpan(span.start, colon), bytes: 64).words
    for length in stride(from: min(4, before.count), through: 1, by: -1) {
      let first = before.count - length
      guard
        let (role, count) = Self.words.match(before, at: first, roles: ["colon", "bracket"]),
        count == length
      else { continue }
      let opening = first > 0 && before[first - 1].isOpening ? before[first - 1] : nil
      guard opening != nil || (role == "colon" && stands(before, first, span.start)) else {
        return nil
      }
      let start = opening?.start ?? before[first].start
      if opening == nil, start == span.start, let caption = labelled(from: colon + 1, line) {
        return caption
      }
      if role == "bracket", start == span.start, creditsStory(line) { return nil }
      return credit(from: start, name: colon + 1, isBracketed: opening != nil, line)
    }
    return nil
  }

  /// "(Nguồn: Reuters)" in the last line, below a sentence in which somebody tells something: the
  /// story's source, no picture's.
  private func creditsStory(_ line: Int) -> Bool {
    line > 1 && line + 1 == story.lines.count
      && ProseLine(story: story, credits: []).isTold(line - 1)
  }

  /// "… tháng 4. Ảnh:", "… - Ảnh:"; a credit word in the midst of a sentence has to be "Ảnh".
  private func stands(_ words: [Word], _ first: Int, _ lineStart: Int) -> Bool {
    guard words[first].isCapital else { return false }
    guard first > 0, words[first - 1].kind != .punctuation else { return true }
    return words[first].start == lineStart || words[first].scalar > 0x7F
      || words[first].key.plain == WordKey("anh").plain
  }

  /// "Image: A roof in Port Ann. Credit: Ann Poe": words that no name has stand behind the label, up
  /// to a stop.
  private func labelled(from start: Int, _ line: Int) -> PictureCredit? {
    // In Vietnamese such words thank somebody: "Ảnh: nhân vật cung cấp".
    guard layout.datelinesInCapitals else { return nil }
    let span = story.lines[line].span
    let words = story.words(TextSpan(start, span.end), limit: Self.longestCaption)
    guard let end = words.indices.first(where: { words.endsSentence(at: $0) }), end > 3,
      words[0].isCapital
    else { return nil }
    let small = words[..<end].filter { $0.shape == .lower || $0.kind == .number }
    let others = small.filter { !Self.particles.contains($0.key.exact) }
    guard !others.isEmpty else { return nil }
    return PictureCredit(
      span: span, name: credit(in: words[(end + 1)...]), line: line, isLabelled: true)
  }

  /// "Credit: Ann Poe", "REUTERS/Ann Poe"
  private func credit(in words: ArraySlice<Word>) -> String? {
    let rest = words.firstIndex { $0.isMark(":") }.map { words[($0 + 1)...] } ?? words
    guard rest.first?.isName == true, rest.count <= Self.longestName else { return nil }
    return name(rest)
  }

  private static let longestCaption = 60
  /// Small words of names and of thanks.
  private static let particles = Set(
    ["of", "by", "via", "for", "courtesy", "the", "and", "from", "de", "van", "von", "la"].map {
      WordKey($0).exact
    })

  /// "(Photo by X/AFP)": a phrase that needs no colon.
  private func credit(bracket: Int, _ line: Int) -> PictureCredit? {
    let end = min(story.lines[line].span.end, bracket + 1 + Self.window)
    let words = story.words(TextSpan(bracket + 1, end), limit: Self.longestName + 4)
    if let (_, count) = Self.words.match(words, at: 0, roles: ["label"]),
      count < words.count, words[count].isClosing, words[0].isCapital
    {
      return PictureCredit(
        span: TextSpan(bracket, words[count].end), name: nil, line: line, isBracketed: true)
    }
    guard let first = words.first, first.kind == .word,
      let (_, count) = Self.words.match(words, at: 0, roles: ["open"]), count < words.count,
      words[count].isCapital || words[count].shape == .mixed
    else { return nil }
    return credit(from: bracket, name: words[count].start, isBracketed: true, line)
  }

  private func credit(
    from start: Int, name nameStart: Int, isBracketed: Bool, _ line: Int
  ) -> PictureCredit? {
    let end = story.lines[line].span.end
    let words = story.words(
      TextSpan(nameStart, min(end, nameStart + Self.window)), limit: Self.longestName + 4)
    if isBracketed {
      guard let closing = words.firstIndex(where: \.isClosing) else { return nil }
      return PictureCredit(
        span: TextSpan(start, words[closing].end), name: name(words[..<closing]), line: line,
        isBracketed: true)
    }
    let count = CreditName(story: story, words: words, lineEnd: end).count
    guard count > 0 else {
      return PictureCredit(span: TextSpan(start, nameStart), name: nil, line: line)
    }
    return PictureCredit(
      span: TextSpan(start, words[count - 1].end), name: name(words[..<count]), line: line)
  }

  private func name(_ words: ArraySlice<Word>) -> String? {
    var words = words
    while let last = words.last, last.isMark(".") || last.isMark(",") { words.removeLast() }
    guard let first = words.first, let last = words.last else { return nil }
    return story.name(TextSpan(first.start, last.end))
  }
}

/// Where a credit without brackets ends, when the story may go on in the same line.
///
/// "US_Army Tuyên_bố được Thủ_tướng" → 2; "RT.com Sự việc" → 3; "Getty Images . Trận" → 2
struct CreditName {
  let story: StoryText
  let words: [Word]
  let lineEnd: Int

  /// Words of the name.
  var count: Int {
    guard let first = words.first, first.kind != .punctuation else { return 0 }
    if let known = registered { return known }
    let sentenceEnd = words.indices.first { words.endsSentence(at: $0) }
    let isWholeLine = words.last?.end == lineEnd
    if let end = sentenceEnd, end <= 6, isName(words[..<end]) { return end }
    if sentenceEnd == nil, isWholeLine, words.count <= 8 { return words.count }
    return capitalRun
  }

  /// The longest registered agency that the words start with, and further ones behind "/", ",".
  private var registered: Int? {
    var count = 0
    while count < words.count {
      let rest = count
      let longest = stride(from: min(6, words.count - rest), through: 1, by: -1).first { length in
        let span = TextSpan(words[rest].start, words[rest + length - 1].end)
        return words[rest].kind != .punctuation && words[rest + length - 1].kind != .punctuation
          && words[rest].isName && story.agencies.entry(named: story.name(span)) != nil
      }
      guard let longest else { break }
      count = rest + longest
      guard count + 1 < words.count, words[count].isMark("/") || words[count].isMark(",") else {
        break
      }
      count += 1
    }
    while count > 0, words[count - 1].kind == .punctuation { count -= 1 }
    let goesOn = count > 0 && count < words.count && words[count].touchesPrevious
    return count == 0 || (goesOn && !words[count].isMark(".")) ? nil : count
  }

  private func isName(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy { $0.kind != .word || $0.shape != .lower || $0.touchesPrevious }
  }

  /// Capitals in a row; where a small letter follows, the last one opens the next sentence.
  private var capitalRun: Int {
    var count = words[0].isName ? 0 : 1
    while count < min(words.count, 9) {
      let word = words[count]
      let isPart = word.isName || (count > 0 && word.touchesPrevious && !word.endsSentence)
      let isInnerMark =
        count > 0 && count + 1 < words.count && word.touchesPrevious
        && words[count + 1].touchesPrevious
      guard isPart || isInnerMark || (count > 0 && word.isMark("/")) else { break }
      if count > 0, SentenceOpeners.shared.contains(word) { return count }
      count += 1
    }
    guard count < words.count, count > 1 else { return count }
    let next = words[count]
    let opensSentence = next.kind != .punctuation && words[count - 1].shape == .capitalised
    return opensSentence && !words[count - 1].touchesPrevious ? count - 1 : count
  }
}

extension Word {
  /// Whether it may be part of a name: a capital, or "iPhone", "tvN24".
  var isName: Bool { isCapital || shape == .mixed }
}
