internal import ClaimModel

/// A stretch of tokens that no sentence crosses: a line, or a paragraph where lines are wrapped.
struct StoryLine {
  var tokens: Range<Int>
  var region: Sentence.Region
  /// Whether more than a line break stands before it: a blank line, or other text.
  var startsParagraph: Bool
}

/// Cuts the tokens of the body into lines.
///
/// Text with one sentence or paragraph a line is cut at every line break; hard-wrapped text,
/// most of whose lines stop in mid-sentence, only at blank lines.
struct LineCutter {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// The lines of one piece of the body.
  func lines(of range: Range<Int>, isWrapped: Bool, afterBlankLine: Bool) -> [StoryLine] {
    var lines = [StoryLine]()
    var start = range.lowerBound
    var startsParagraph = afterBlankLine
    for index in range.dropFirst() {
      let breaks = lineBreaks(before: index)
      guard breaks > 1 || (breaks == 1 && !isWrapped) else { continue }
      lines.append(
        StoryLine(tokens: start..<index, region: .body, startsParagraph: startsParagraph))
      start = index
      startsParagraph = breaks > 1
    }
    if start < range.upperBound {
      lines.append(
        StoryLine(
          tokens: start..<range.upperBound, region: .body, startsParagraph: startsParagraph))
    }
    return lines
  }

  /// Whether most single line breaks in the pieces stand where no sentence ends.
  func isWrapped(_ pieces: [Range<Int>]) -> Bool {
    var broken = 0
    var whole = 0
    for piece in pieces {
      for index in piece.dropFirst() where lineBreaks(before: index) == 1 {
        if tokens[index - 1].kind == .punctuation && !isComma(tokens[index - 1]) {
          whole += 1
        } else {
          broken += 1
        }
      }
    }
    return broken > 2 && broken > whole
  }

  /// Line feeds in the gap before a token (2 stands for more).
  private func lineBreaks(before index: Int) -> Int {
    Self.lineBreaks(in: bytes, from: Int(tokens[index - 1].end), to: Int(tokens[index].start))
  }

  /// Line breaks between two offsets, counted to 2: "\n", "\r\n" and "\r" are one each.
  static func lineBreaks(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    var at = start
    while at < end, count < 2 {
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && (at + 1 == end || bytes[at + 1] != 0x0A)) {
        count += 1
      }
      at += 1
    }
    return count
  }

  private func isComma(_ token: Token) -> Bool { token.scalar == 0x2C || token.scalar == 0x2D }
}
