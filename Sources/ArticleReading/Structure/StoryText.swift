internal import ClaimModel
internal import Lexicons

/// A story's bytes with its lines, as the readers of its parts share them.
struct StoryText {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var layout: TextLayout
  let agencies: AgencyRegistry

  init(_ bytes: UnsafeBufferPointer<UInt8>, agencies: AgencyRegistry) {
    self.bytes = bytes
    self.agencies = agencies
    layout = TextLayout(bytes)
  }

  var lines: [TextLayout.Line] { layout.lines }

  /// The story without some of its lines.
  func without(_ lines: Set<Int>) -> StoryText {
    var copy = self
    copy.layout = layout.without(lines)
    return copy
  }

  /// The words of `span`, or the first `limit` of them; of those, at most 64 bytes each.
  func words(_ span: TextSpan, limit: Int = .max) -> [Word] {
    var end = span.end
    if limit < span.count / Self.longestWord {
      end = span.start + limit * Self.longestWord
      while end > span.start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return WordScanner(bytes: bytes).words(from: span.start, to: end, limit: limit)
  }

  private static let longestWord = 64

  /// Whether a word or a number stands in `span`.
  func holdsWord(_ span: TextSpan) -> Bool {
    var holdsWord = false
    WordScanner(bytes: bytes).forEachWord(from: span.start, to: span.end) { _, _, scalar, _ in
      holdsWord = Scalars.kind(scalar) != .punctuation
      return !holdsWord
    }
    return holdsWord
  }

  /// The words of the last `bytes` bytes of `span`, and whether that is all of it.
  func lastWords(_ span: TextSpan, bytes count: Int) -> (words: [Word], isAll: Bool) {
    var start = max(span.start, span.end - count)
    if start == span.start { return (words(span), true) }
    while start < span.end, bytes[start] != 0x20 { start += 1 }
    return (words(TextSpan(start, span.end)), false)
  }

  /// Text as written, with blanks for underscores and runs of blanks: "US_Army" → "US Army".
  func name(_ span: TextSpan) -> String {
    var out = [UInt8]()
    for byte in bytes[span.range] {
      let isBlank = byte == 0x5F || byte == 0x20 || byte == 0x09
      if !isBlank { out.append(byte) } else if out.last != 0x20 { out.append(0x20) }
    }
    return String(decoding: out, as: UTF8.self).trimmingSpaces()
  }

  /// Sentences of a segmented story one a line, without an empty line: a machine cut them, so
  /// line ends say nothing of titles and captions.
  var isSentenceRun: Bool {
    lines.count > 1 && lines.dropFirst().allSatisfy { $0.emptyLinesBefore == 0 }
      && bytes[lines[0].span.range].contains(0x5F)
  }

  /// Whether the byte at `offset` is an ASCII letter or digit, or part of another scalar.
  func isAlphanumeric(_ offset: Int) -> Bool {
    let byte = bytes[offset]
    return byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  func hasSameText(_ a: TextSpan, _ b: TextSpan) -> Bool {
    a.count == b.count && zip(bytes[a.range], bytes[b.range]).allSatisfy { $0 == $1 }
  }

  /// The line that holds byte `offset`, by bisection.
  func line(at offset: Int) -> Int? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].span.start <= offset ? low : nil
  }
}

extension Array where Element == Word {
  /// Whether word `index` ends a sentence: "." before a blank, not after an initial or "TP".
  func endsSentence(at index: Int) -> Bool {
    guard self[index].endsSentence else { return false }
    let next = index + 1
    if next < count, self[next].touchesPrevious {
      return self[next].isClosingQuote || self[next].isClosing || self[next].isOpeningQuote
    }
    guard self[index].isMark("."), index > 0 else { return true }
    if next < count, self[next].shape == .lower { return false }
    return !Abbreviations.contains(self[index - 1])
  }

  /// The first word of the sentence that word `index` belongs to.
  func startOfSentence(before index: Int) -> Int {
    var at = index
    while at > 0 {
      var last = at - 1
      if endsSentence(at: last) { return at }
      while last > 0, self[last].isClosingQuote || self[last].isClosing {
        last -= 1
        if endsSentence(at: last), self[last + 1].touchesPrevious { return at }
      }
      at -= 1
    }
    return 0
  }
}
