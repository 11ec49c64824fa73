package import ClaimModel
internal import Lexicons

/// Cuts text into tokens, in one pass over its bytes.
///
/// "hơn 2.500 binh_sĩ ." → hơn | 2.500 | binh | sĩ | .
/// "al-Sudani's" → al | - | Sudani | 's
package struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens = [Token]()
  /// Where the tokens of this run start.
  private var first = 0

  /// Appends the tokens of `span` to `tokens`.
  package static func append(
    of bytes: UnsafeBufferPointer<UInt8>, in span: TextSpan, to tokens: inout [Token]
  ) {
    var tokenizer = Tokenizer(bytes: bytes)
    swap(&tokenizer.tokens, &tokens)
    tokenizer.first = tokenizer.tokens.count
    tokenizer.run(span)
    swap(&tokenizer.tokens, &tokens)
  }

  /// The tokens of `span`, whose bounds lie in `bytes`.
  package static func tokens(
    of bytes: UnsafeBufferPointer<UInt8>, in span: TextSpan
  ) -> [Token] {
    var tokenizer = Tokenizer(bytes: bytes)
    tokenizer.tokens.reserveCapacity(span.count / 5 + 4)
    tokenizer.run(span)
    return tokenizer.tokens
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func run(_ span: TextSpan) {
    var at = span.start
    var touches = false
    var joined = false
    while at < span.end {
      let start = at
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: span.end)
      switch ScalarClass(scalar) {
      case .blank:
        touches = false
        joined = joined && false
        continue
      case .underscore:
        touches = false
        joined = true
        continue
      case .digit: at = endOfNumber(after: at, end: span.end)
      case .letter:
        at = appendWord(from: start, end: span.end, first: scalar, touches, joined)
        (touches, joined) = (true, false)
        continue
      case .apostrophe where touches && followsWord && startsLetter(at, end: span.end):
        at = endOfWord(after: at, end: span.end)
      case .apostrophe, .punctuation: break
      case .mark: at = endOfWord(after: at, end: span.end)
      }
      append(from: start, to: at, first: scalar, touches: touches, joined: joined)
      touches = true
      joined = false
    }
  }

  /// "''Yes" opens a quotation with two apostrophes: none of them belongs to the word.
  private var followsWord: Bool {
    tokens.count > first && tokens[tokens.count - 1].kind != .punctuation
  }

  /// Letters and combining marks, and digits inside a word: "M119" is one token.
  private func endOfWord(after start: Int, end: Int) -> Int {
    var at = start
    while at < end {
      var next = at
      switch ScalarClass(UTF8Scanning.scalar(bytes, at: &next, end: end)) {
      case .letter, .mark, .digit: at = next
      default: return at
      }
    }
    return at
  }

  /// Digits, with one of . , / : between two digits, and letters right behind: "5/1", "2,4", "4h".
  private func endOfNumber(after start: Int, end: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if isDigit(byte) {
        at += 1
      } else if byte == 0x2E || byte == 0x2C || byte == 0x2F || byte == 0x3A, at + 1 < end,
        isDigit(bytes[at + 1])
      {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Appends the word that starts with a letter at `start`, and gives back its end: most of a
  /// text is such words, and one walk over each finds its end, its key and how it is written.
  private mutating func appendWord(
    from start: Int, end: Int, first: UInt32, _ touches: Bool, _ joined: Bool
  ) -> Int {
    var (at, letters, capitals) = (start, 0, 0)
    while at < end, let kind = plainKind(bytes[at]) {
      if kind != .digit { letters += 1 }
      if kind == .capital { capitals += 1 }
      at += 1
    }
    var key = WordKeyBuilder()
    _ = key.takeASCII(bytes, from: start, to: at)
    while at < end {
      var next = at
      let scalar = UTF8Scanning.scalar(bytes, at: &next, end: end)
      let kind = ScalarClass(scalar)
      guard kind == .letter || kind == .digit || kind == .mark else { break }
      if kind == .letter {
        letters += 1
        if LetterTable.isCapital(scalar) { capitals += 1 }
      }
      key.add(scalar)
      at = next
    }
    tokens.append(
      Token(
        start: Int32(start), end: Int32(at), kind: .word,
        shape: Self.shape(LetterTable.isCapital(first), letters, capitals),
        touchesPrevious: touches, joinedToPrevious: joined, key: key.finished(), scalar: first))
    return at
  }

  private func startsLetter(_ at: Int, end: Int) -> Bool {
    guard at < end else { return false }
    var next = at
    return ScalarClass(UTF8Scanning.scalar(bytes, at: &next, end: end)) == .letter
  }

  private mutating func append(
    from start: Int, to end: Int, first: UInt32, touches: Bool, joined: Bool
  ) {
    let kind: Token.Kind =
      switch ScalarClass(first) {
      case .digit: .number
      case .letter, .mark: .word
      case .apostrophe where end - start > 3 || (end - start > 1 && first == 0x27): .word
      default: .punctuation
      }
    tokens.append(
      Token(
        start: Int32(start), end: Int32(end), kind: kind,
        shape: kind == .word ? shape(from: start, to: end) : .none,
        touchesPrevious: touches, joinedToPrevious: joined,
        key: WordKey(bytes: bytes, from: start, to: end), scalar: first))
  }

  private func shape(from start: Int, to end: Int) -> Token.LetterCase {
    var at = start
    var letters = 0
    var capitals = 0
    var startsCapital = false
    while at < end {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      guard ScalarClass(scalar) == .letter else { continue }
      let isCapital = LetterTable.isCapital(scalar)
      if letters == 0 { startsCapital = isCapital }
      letters += 1
      if isCapital { capitals += 1 }
    }
    return Self.shape(startsCapital, letters, capitals)
  }

  private static func shape(
    _ startsCapital: Bool, _ letters: Int, _ capitals: Int
  ) -> Token.LetterCase {
    switch (startsCapital, capitals) {
    case (_, 0): .lower
    case (true, 1): .capitalised
    case (true, letters): .upper
    default: .mixed
    }
  }
}

private enum PlainKind { case small, capital, digit }

/// What an ASCII byte is in a word; nil of any other.
@inline(__always)
private func plainKind(_ byte: UInt8) -> PlainKind? {
  if byte &- 0x61 < 26 { return .small }
  if byte &- 0x41 < 26 { return .capital }
  return isDigit(byte) ? .digit : nil
}

@inline(__always)
private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
