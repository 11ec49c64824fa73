internal import ClaimModel

/// Tells the stops of initials from those of sentences.
///
/// "Bà Đ.T.H. cho biết", "Ng.V.A.", "U.S." go on; "… bảng A. HLV Tám nói", "… -5 độ C. Đài" end.
struct Initials {
  let tokens: [Token]
  let words: SentenceWords

  /// "J", "U", "Đ": one letter, capital or behind another stop, as in "J. K. Rowe", "U.S.",
  /// "p.m."; not "EU", nor the unit of "15 M".
  func isInitial(_ at: Int) -> Bool {
    let token = tokens[at]
    guard isLetter(token) else { return false }
    if at > 0, tokens[at - 1].kind == .number { return false }
    return token.shape != .lower || (at > 0 && tokens[at - 1].scalar == 0x2E)
  }

  /// Whether a stop stands between initials: those of "U.S.", "P.M.", "Đ.A.T.", "Ng.V.A.", "Th.S".
  func goesOn(at stop: Int) -> Bool {
    let next = stop + 1
    guard next < tokens.count, stop > 0, isLetter(tokens[next]) else { return isTicker(stop) }
    if next + 1 < tokens.count, tokens[next + 1].scalar == 0x2E {
      return isLetter(tokens[stop - 1]) || isDigraph(tokens[stop - 1])
    }
    // "Th.S Lan": a stop with nothing around it.
    return isDigraph(tokens[stop - 1]) && tokens[stop].touchesPrevious
      && tokens[next].touchesPrevious && tokens[next].shape != .lower
  }

  /// "FPT.HM", "VTX.HN": capitals glued to both sides of a stop.
  private func isTicker(_ stop: Int) -> Bool {
    let next = stop + 1
    guard next < tokens.count, stop > 0, tokens[stop].touchesPrevious, tokens[next].touchesPrevious
    else { return false }
    return tokens[stop - 1].shape == .upper && tokens[next].shape == .upper
  }

  /// "20tr", "50 km": a small word right behind a number measures it and abbreviates no title.
  func isUnit(_ at: Int) -> Bool {
    at > 0 && tokens[at].shape == .lower && tokens[at - 1].kind == .number
      && (tokens[at].touchesPrevious || words.namesKind(tokens[at]))
  }

  /// "bảng A", "viêm gan B", "hepatitis B", "Block C": the letter behind a noun tells one of a
  /// kind from the others.
  func namesKind(_ at: Int, lineStart: Int) -> Bool {
    guard at - 1 >= lineStart, tokens[at].shape != .lower, !isDigraph(tokens[at]) else {
      return false
    }
    return words.namesKind(tokens[at - 1])
  }

  private func isLetter(_ token: Token) -> Bool {
    let length = token.end - token.start
    return token.kind == .word && (length == 1 || (token.scalar >= 0x80 && length <= 3))
  }

  /// "Ng", "Th", "Tr": initials of two letters in Vietnamese names.
  private func isDigraph(_ token: Token) -> Bool {
    token.kind == .word && token.end - token.start == 2 && token.shape == .capitalised
      && words.isDigraph(token)
  }
}
