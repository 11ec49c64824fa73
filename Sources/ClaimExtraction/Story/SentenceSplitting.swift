internal import ClaimModel

/// Splits lines into sentences at . ! ? and …
///
/// `Quân đội rút khỏi TP. Hà Tây . " Xong rồi . " Ông nói` → three sentences. Only tokens are
/// looked at, never the blanks between them, so a segmented story splits as its plain twin.
struct SentenceSplitting {
  let tokens: [Token]
  let quotations: [Quotation]
  private let words = SentenceWords.shared

  init(tokens: [Token], quotations: [Quotation]) {
    self.tokens = tokens
    self.quotations = quotations
  }

  func sentences(in lines: [StoryLine]) -> [Sentence] {
    var found = [Sentence]()
    found.reserveCapacity(tokens.count / 20 + lines.count)
    var quotation = 0
    for (paragraph, line) in lines.enumerated() {
      var start = line.tokens.lowerBound
      var at = start
      while at < line.tokens.upperBound {
        guard isTerminator(tokens[at]), line.region == .body else {
          at += 1
          continue
        }
        let next = endOfClosers(after: at, end: line.tokens.upperBound, quotation: &quotation)
        if next < line.tokens.upperBound,
          ends(at: at, next: next, lineStart: start, end: line.tokens.upperBound)
        {
          found.append(Sentence(tokens: start..<next, region: .body, paragraph: paragraph))
          start = next
        }
        at = next
      }
      if start < line.tokens.upperBound {
        found.append(
          Sentence(
            tokens: start..<line.tokens.upperBound, region: line.region, paragraph: paragraph))
      }
    }
    return found.contains { $0.tokens.count > Self.longest } ? found.flatMap(pieces) : found
  }

  /// Tokens of the longest sentence; what is longer is no prose and is cut, so that the time
  /// that a token takes is bounded.
  private static let longest = 400

  private func pieces(of sentence: Sentence) -> [Sentence] {
    let all = sentence.tokens
    return stride(from: all.lowerBound, to: all.upperBound, by: Self.longest).map { start in
      var piece = sentence
      piece.tokens = start..<min(start + Self.longest, all.upperBound)
      return piece
    }
  }

  /// Whether a line ends with an abbreviation that ends no sentence, as in `ở TP .⏎Vinh`.
  func breaksOff(_ line: StoryLine, before next: StoryLine) -> Bool {
    guard line.tokens.count > 1, let stop = line.tokens.last, isTerminator(tokens[stop]),
      words.abbreviation(tokens[stop - 1]) != nil
        || Initials(tokens: tokens, words: words).isInitial(stop - 1)
    else { return false }
    return !ends(
      at: stop, next: stop + 1, lineStart: line.tokens.lowerBound, end: next.tokens.upperBound)
  }

  private func isTerminator(_ token: Token) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch token.scalar {
    case 0x2E, 0x21, 0x3F, 0x2026: return true
    default: return false
    }
  }

  /// Past further terminators, closing brackets and closing quotation marks.
  private func endOfClosers(after start: Int, end: Int, quotation: inout Int) -> Int {
    var at = start + 1
    while at < end, tokens[at].kind == .punctuation {
      while quotation < quotations.count, quotations[quotation].tokens.upperBound <= at {
        quotation += 1
      }
      let scalar = tokens[at].scalar
      let isBracket = scalar == 0x29 || scalar == 0x5D
      if isTerminator(tokens[at]) || isBracket || isClosingMark(at, quotation) {
        at += 1
      } else {
        break
      }
    }
    return at
  }

  private func isClosingMark(_ at: Int, _ quotation: Int) -> Bool {
    let scalar = tokens[at].scalar
    if scalar == 0x201D || scalar == 0xBB || scalar == 0x2019 { return true }
    guard quotation < quotations.count, quotations[quotation].isClosed else { return false }
    let range = quotations[quotation].tokens
    return at == range.upperBound - 1
      || (at == range.upperBound - 2 && tokens[at].scalar == 0x27 && range.count > 3)
  }

  /// Whether the terminator at `at` ends its sentence, given the token behind its closers.
  private func ends(at: Int, next: Int, lineStart: Int, end: Int) -> Bool {
    guard let opener = firstWord(from: next, end: end) else { return true }
    let word = tokens[opener]
    if word.kind == .word, word.shape == .lower, !words.isMark(word) { return false }
    if isComma(tokens[next]) || isLabel(before: at, lineStart: lineStart) { return false }
    if isInBrackets(at, next: next, lineStart: lineStart, end: end) { return false }
    guard tokens[at].scalar == 0x2E, next == at + 1, at > lineStart else {
      return !isQuestionThenVerb(at: at, next: next, end: end)
    }
    let before = tokens[at - 1]
    let initials = Initials(tokens: tokens, words: words)
    if opener == next, initials.goesOn(at: at) || isInAddress(at) { return false }
    guard before.kind == .word, !initials.isUnit(at - 1) else { return true }
    switch words.abbreviation(before) {
    case .title?: return false
    case .beforeNumber?: if word.kind == .number { return false }
    case .open? where isWordItself(at - 1): break
    case .open?: return words.opensSentence(word)
    case nil: break
    }
    guard initials.isInitial(at - 1), !isHour(at - 1, before: opener, end: end) else { return true }
    if words.opensSentence(word) { return true }
    // "U.S. President Reed": the last of several initials.
    if at - 1 > lineStart, tokens[at - 2].scalar == 0x2E { return false }
    return initials.namesKind(at - 1, lineStart: lineStart) || opensWithOffice(opener, end: end)
  }

  /// "… at 3 a.m. Reed said so": a verb of speech behind the next word, which is its subject.
  private func isHour(_ at: Int, before opener: Int, end: Int) -> Bool {
    guard tokens[at].shape == .lower, tokens[at].end - tokens[at].start <= 3,
      opener + 1 < end
    else { return false }
    return (opener + 1..<min(end, opener + 3)).contains {
      tokens[$0].kind == .word && words.isSpeechVerb(tokens[$0])
    }
  }

  /// "ill" of "he had been ill. Reed …": an abbreviation is written with its capital, "Ill.".
  private func isWordItself(_ at: Int) -> Bool {
    tokens[at].shape == .lower && words.isAlsoWord(tokens[at])
  }

  /// The first word or number from `start` on, past opening marks and dashes.
  private func firstWord(from start: Int, end: Int) -> Int? {
    var at = start
    while at < end, at < start + 4 {
      if tokens[at].kind != .punctuation { return at }
      at += 1
    }
    return nil
  }

  /// A comma or semicolon goes on with the sentence: "et al., 2003", `" Không . " , Hoa nói`.
  private func isComma(_ token: Token) -> Bool {
    token.kind == .punctuation && (token.scalar == 0x2C || token.scalar == 0x3B)
  }

  /// "1." and "a." at the head of a sentence number an item of a list.
  private func isLabel(before at: Int, lineStart: Int) -> Bool {
    guard at == lineStart + 1, tokens[at].scalar == 0x2E else { return false }
    let token = tokens[lineStart]
    return token.kind == .number ? token.end - token.start <= 2 : token.end - token.start == 1
  }

  /// "… bảng A. HLV Lê Văn Tám nói": an office before a name opens a sentence.
  private func opensWithOffice(_ opener: Int, end: Int) -> Bool {
    guard let length = words.office(tokens, at: opener, end: end) else { return false }
    let name = opener + length
    return name < end && tokens[name].kind == .word && tokens[name].shape != .lower
  }

  /// Whether a bracket that opens in mid-sentence before a stop closes soon behind it: "(TT.
  /// Norland)", "(FPT.HM)", "(sn. 1980)".
  private func isInBrackets(_ at: Int, next: Int, lineStart: Int, end: Int) -> Bool {
    let first = max(lineStart, at - Self.longestBrackets)
    guard
      let open = tokens[first..<at].lastIndex(where: {
        $0.kind == .punctuation && ($0.scalar == 0x28 || $0.scalar == 0x29)
      }), tokens[open].scalar == 0x28, open > lineStart, !isTerminator(tokens[open - 1])
    else { return false }
    guard !tokens[at..<next].contains(where: { $0.scalar == 0x29 }) else { return false }
    return tokens[next..<min(end, open + Self.longestBrackets)].contains { $0.scalar == 0x29 }
  }

  /// Tokens of the longest remark in brackets within a sentence.
  private static let longestBrackets = 24

  /// Whether a stop stands inside "www.song.vn" or "Hoa.Le@song.vn".
  private func isInAddress(_ at: Int) -> Bool {
    guard tokens[at].touchesPrevious, tokens[at + 1].touchesPrevious else { return false }
    var first = at
    while first > 0, first > at - Self.longestAddress, tokens[first].touchesPrevious { first -= 1 }
    var last = at + 1
    while last + 1 < tokens.count, last < at + Self.longestAddress, tokens[last + 1].touchesPrevious
    {
      last += 1
    }
    return words.isAddress(tokens[first]) || (first..<last).contains { tokens[$0].scalar == 0x40 }
  }

  /// Tokens on one side of a stop in an address.
  private static let longestAddress = 12

  /// `"Is it over?" Brandt asked`: a question in quotation marks, then its speaker and verb.
  private func isQuestionThenVerb(at: Int, next: Int, end: Int) -> Bool {
    guard tokens[at].scalar != 0x2E, next > at + 1 else { return false }
    var index = next
    while index < end, index < next + 4, tokens[index].kind == .word {
      if index > next, words.isSpeechVerb(tokens[index]) { return true }
      index += 1
    }
    return false
  }
}
