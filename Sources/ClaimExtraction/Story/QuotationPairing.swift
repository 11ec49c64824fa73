internal import ClaimModel

/// Pairs quotation marks: straight and curly, double and single, outermost pairs only.
///
/// Straight marks do not tell which side they are on, and in a word-segmented story blanks stand
/// on both sides of them, so they open and close in turn within their line. A quotation that
/// is open at the end of its line goes on where the next line opens anew (English paragraphs)
/// or has the closing mark (one sentence a line); otherwise it ends with its line, unclosed.
struct QuotationPairing {
  let tokens: [Token]
  let customs: Language.QuotationMarks

  /// The marks that a quotation is opened with, and so how it is closed.
  enum Mark: UInt8 {
    case straight, curly, guillemet, single, straightSingle
  }

  private struct Opening {
    var token: Int
    var mark: Mark
  }

  /// A mark at a token, and on which side of a quotation it can stand.
  private struct Side {
    var mark: Mark
    var opens: Bool
    var closes: Bool
    var length = 1
  }

  func quotations(in lines: [StoryLine]) -> [Quotation] {
    let nicknames = Nicknames(tokens: tokens)
    return pairs(in: lines).filter { !nicknames.isOne($0) }
  }

  private func pairs(in lines: [StoryLine]) -> [Quotation] {
    var found = [Quotation]()
    var opening: Opening?
    for (number, line) in lines.enumerated() {
      let before = (found: found.count, opening: opening)
      scan(line, without: [], &opening, &found)
      guard let open = opening, !goesOn(open, after: number, in: lines) else { continue }
      if before.opening == nil {
        let strays = StrayMark(tokens: tokens).places(in: line.tokens)
        if !strays.isEmpty {
          found.removeSubrange(before.found...)
          opening = nil
          scan(line, without: strays[...], &opening, &found)
        }
      }
      if let open = opening {
        found.append(Quotation(tokens: open.token..<line.tokens.upperBound, isClosed: false))
      }
      opening = nil
    }
    return found
  }

  /// Pairs the marks of one line, but for those at the tokens `strays`.
  private func scan(
    _ line: StoryLine, without strays: ArraySlice<Int>, _ opening: inout Opening?,
    _ found: inout [Quotation]
  ) {
    var at = line.tokens.lowerBound
    var strays = strays
    let lastCurly = lastCurlyCloser(in: line)
    if let open = opening, let side = side(at), side.mark == open.mark, side.opens {
      at += side.length
    }
    while at < line.tokens.upperBound {
      if strays.first == at {
        strays.removeFirst()
        at += 1
        continue
      }
      guard let side = side(at) else {
        at += 1
        continue
      }
      if let open = opening {
        if closes(side, open, at: at, lastCurly: lastCurly, in: line) {
          found.append(Quotation(tokens: open.token..<(at + side.length), isClosed: true))
          opening = nil
        }
      } else if side.opens, !isLoneApostrophe(side, at: at, in: line) {
        opening = Opening(token: at, mark: side.mark)
      }
      at += side.length
    }
  }

  /// A single mark that nothing closes soon: `Jama ' ath` in a segmented story.
  private func isLoneApostrophe(_ side: Side, at: Int, in line: StoryLine) -> Bool {
    guard customs.singleMayBeApostrophe, side.mark == .single || side.mark == .straightSingle else {
      return false
    }
    let end = min(line.tokens.upperBound, at + Self.longestInSingleMarks)
    return !(at + 1..<max(at + 1, end)).contains { next in
      self.side(next).map { $0.mark == side.mark && $0.closes } ?? false
    }
  }

  /// Tokens of the longest quotation in single marks, where these mark names.
  private static let longestInSingleMarks = 60

  private func closes(
    _ side: Side, _ open: Opening, at: Int, lastCurly: Int, in line: StoryLine
  ) -> Bool {
    if side.mark == open.mark { return side.closes || (side.mark == .curly && at > lastCurly) }
    // " … ” where the line has no " left, or no “ opened since
    if open.mark == .straight, side.mark == .curly, side.closes {
      return !(at..<line.tokens.upperBound).contains { tokens[$0].scalar == 0x22 }
        || !(open.token..<at).contains {
          tokens[$0].scalar == 0x201C || tokens[$0].scalar == 0x201E
        }
    }
    // “ … " where the line has no ” left, or the speech ends there and another begins
    return open.mark == .curly && side.mark == .straight
      && (at > lastCurly || endsSpeech(at, from: open.token, in: line))
  }

  /// Whether a straight mark ends what a curly one opened, though a curly closer follows:
  /// `“We may not," Reed said. Lowe spoke. "We may,” she said` has a stop between the two; the comma
  /// may stand behind the mark, `“Hồ rất sâu", ông Tám nói. … "Tôi phạt”, bà nói`.
  private func endsSpeech(_ at: Int, from open: Int, in line: StoryLine) -> Bool {
    guard at > open + 1, tokens[at].touchesPrevious, at + 1 < line.tokens.upperBound,
      stopsBefore(at) || tokens[at + 1].scalar == 0x2C && tokens[at + 1].touchesPrevious,
      !(open + 1..<at).contains(where: { tokens[$0].scalar == 0x22 }),
      let next = ((at + 1)..<line.tokens.upperBound).first(where: { isDouble($0) })
    else { return false }
    let opens = tokens[next].scalar == 0x22 || tokens[next].scalar == 0x201C
    return opens && !tokens[next].touchesPrevious
  }

  private func stopsBefore(_ at: Int) -> Bool {
    tokens[at - 1].kind == .punctuation && !tokens[at + 1].touchesPrevious
      && [0x2C, 0x2E, 0x3F, 0x21, 0x2026].contains(tokens[at - 1].scalar)
  }

  private func isDouble(_ at: Int) -> Bool {
    [0x22, 0x201C, 0x201D, 0x201E].contains(tokens[at].scalar)
      && tokens[at].kind == .punctuation
  }

  /// Whether a quotation open at the end of a line is carried on by the lines below it.
  private func goesOn(_ open: Opening, after number: Int, in lines: [StoryLine]) -> Bool {
    let limit = min(lines.count, number + 1 + Self.longestQuotation)
    for next in lines.indices[(number + 1)..<max(number + 1, limit)] {
      let line = lines[next]
      if line.region != lines[number].region { return false }
      if next == number + 1, let side = side(line.tokens.lowerBound), side.mark == open.mark,
        side.opens
      {
        return true
      }
      if line.startsParagraph { return false }
      let marks = marks(of: open.mark, in: line)
      if marks.count > 0 {
        return open.mark == .curly || open.mark == .guillemet
          ? marks.firstCloses : marks.count % 2 == 1
      }
    }
    return false
  }

  /// Lines without a mark that a quotation may run over, at one sentence a line.
  private static let longestQuotation = 8

  private func marks(of mark: Mark, in line: StoryLine) -> (count: Int, firstCloses: Bool) {
    var count = 0
    var firstCloses = false
    for at in line.tokens where tokens[at].kind == .punctuation {
      guard let side = side(at), side.mark == mark else { continue }
      if count == 0 { firstCloses = side.closes }
      count += 1
    }
    return (count, firstCloses)
  }

  private func lastCurlyCloser(in line: StoryLine) -> Int {
    line.tokens.last { tokens[$0].scalar == 0x201D } ?? -1
  }

  private func side(_ at: Int) -> Side? {
    let token = tokens[at]
    guard token.kind == .punctuation else { return nil }
    switch token.scalar {
    case 0x22: return Side(mark: .straight, opens: true, closes: true)
    case 0x201C: return Side(mark: .curly, opens: true, closes: false)
    case 0x201E: return Side(mark: .curly, opens: true, closes: false)
    case 0x201D: return Side(mark: .curly, opens: false, closes: true)
    case 0xAB: return Side(mark: .guillemet, opens: true, closes: false)
    case 0xBB: return Side(mark: .guillemet, opens: false, closes: true)
    case 0x2018: return Side(mark: .single, opens: true, closes: false)
    case 0x2019: return Side(mark: .single, opens: false, closes: true)
    case 0x27: return straightSingle(at)
    case 0x60: return backtick(at)
    default: return nil
    }
  }

  /// ``so'' and `so': closed by apostrophes.
  private func backtick(_ at: Int) -> Side? {
    guard at + 1 < tokens.count, tokens[at + 1].touchesPrevious else { return nil }
    if tokens[at + 1].scalar == 0x60 {
      return Side(mark: .straight, opens: true, closes: false, length: 2)
    }
    let touchesWord = tokens[at].touchesPrevious && at > 0 && tokens[at - 1].kind == .word
    return touchesWord ? nil : Side(mark: .straightSingle, opens: true, closes: false)
  }

  /// '' is a double mark. A lone ' quotes only where it can be no apostrophe: it touches no word
  /// before it when it opens, and none behind it when it closes.
  private func straightSingle(_ at: Int) -> Side? {
    let hasNext = at + 1 < tokens.count
    if hasNext, tokens[at + 1].scalar == 0x27, tokens[at + 1].kind == .punctuation,
      tokens[at + 1].touchesPrevious
    {
      return Side(mark: .straight, opens: true, closes: true, length: 2)
    }
    let touchesNext = hasNext && tokens[at + 1].touchesPrevious && tokens[at + 1].kind == .word
    let touchesPrevious =
      tokens[at].touchesPrevious && at > 0 && tokens[at - 1].kind != .punctuation
    if customs.singleClosesBehindWord, touchesPrevious, !touchesNext {
      return Side(mark: .straightSingle, opens: false, closes: true)
    }
    return Side(mark: .straightSingle, opens: !touchesPrevious, closes: !touchesNext)
  }
}
