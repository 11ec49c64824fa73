internal import ClaimModel

/// Joins lines whose break says nothing of the text, so that a story with one sentence a line
/// reads as its twin with paragraphs or in one line.
struct LineJoining {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [Token]

  /// Lines of prose without a blank line between them are one where a machine cut them, and
  /// elsewhere where one breaks off behind an abbreviation: `Ông ở TP .⏎Vinh đã lâu .`
  func joined(_ lines: [StoryLine]) -> [StoryLine] {
    let isSegmented = isSegmented
    let splitting = SentenceSplitting(tokens: tokens, quotations: [])
    var joined = [StoryLine]()
    joined.reserveCapacity(lines.count)
    for line in lines {
      if let last = joined.last, mayJoin(last, line),
        isSegmented ? !isHeading(last, over: line) : splitting.breaksOff(last, before: line)
      {
        joined[joined.count - 1].tokens = last.tokens.lowerBound..<line.tokens.upperBound
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private func mayJoin(_ line: StoryLine, _ next: StoryLine) -> Bool {
    line.region == .body && next.region == .body && !next.startsParagraph
      && line.tokens.upperBound == next.tokens.lowerBound
  }

  /// A line that ends in a word over one that starts with a capital: "Hướng đi mới⏎Bà Hoa …"
  private func isHeading(_ line: StoryLine, over next: StoryLine) -> Bool {
    guard let last = line.tokens.last, let first = next.tokens.first else { return false }
    return tokens[last].kind != .punctuation && tokens[first].shape != .lower
  }

  /// Whether the story is word-segmented: "_" in more than one of 40 bytes at its head.
  private var isSegmented: Bool {
    let head = bytes.prefix(Self.head)
    return head.count { $0 == 0x5F } * 40 > head.count
  }

  private static let head = 2048
}
