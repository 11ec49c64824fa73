internal import Lexicons

/// One word, number or punctuation mark near a place that may hold structure.
///
/// Blanks and underscores separate words alike, so segmented and plain text read the same.
struct Word {
  enum Kind: UInt8 {
    case word, number, punctuation
  }

  enum LetterCase: UInt8 {
    /// Numbers and punctuation.
    case none
    /// "quân"
    case lower
    /// "Quân", "A"
    case capitalised
    /// "AFP"
    case upper
    /// "iPhone", "McCain"
    case mixed
  }

  var start: Int
  var end: Int
  var kind: Kind
  var shape: LetterCase
  /// Letters of a word, without marks and digits.
  var letters: Int
  /// Whether no blank and no underscore stands before it.
  var touchesPrevious: Bool
  /// The first scalar.
  var scalar: UInt32
  /// The text that holds it; its key is worked out when asked for.
  var bytes: UnsafeBufferPointer<UInt8>

  var key: WordKey { WordKey(bytes: bytes, from: start, to: end) }

  var isCapital: Bool { shape == .capitalised || shape == .upper }

  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .punctuation && scalar == mark.value }

  var isOpening: Bool { kind == .punctuation && [0x28, 0x5B].contains(scalar) }
  var isClosing: Bool { kind == .punctuation && [0x29, 0x5D].contains(scalar) }

  /// - – —
  var isDash: Bool { kind == .punctuation && [0x2D, 0x2013, 0x2014].contains(scalar) }

  /// . ! ? …
  var endsSentence: Bool { kind == .punctuation && [0x2E, 0x21, 0x3F, 0x2026].contains(scalar) }

  /// " ' ” ’ »
  var isClosingQuote: Bool {
    kind == .punctuation && [0x22, 0x27, 0x201D, 0x2019, 0xBB].contains(scalar)
  }

  /// " ' “ ‘ «
  var isOpeningQuote: Bool {
    kind == .punctuation && [0x22, 0x27, 0x201C, 0x2018, 0xAB].contains(scalar)
  }
}

/// Cuts a stretch of text into words.
struct WordScanner {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The words from `start` to `end`, `limit` of them at most.
  ///
  /// "AP. Tuyên_bố" → AP | . | Tuyên | bố
  func words(from start: Int, to end: Int, limit: Int = .max) -> [Word] {
    var words = [Word]()
    words.reserveCapacity(min(limit, (end - start) / 5 + 2))
    forEachWord(from: start, to: end) { first, last, scalar, touches in
      words.append(word(from: first, to: last, scalar: scalar, touches: touches))
      return words.count < limit
    }
    return words
  }

  /// The bounds of each word, its first scalar, and whether it touches the one before, until
  /// `body` gives false.
  @inline(__always)
  func forEachWord(
    from start: Int, to end: Int,
    _ body: (_ start: Int, _ end: Int, _ scalar: UInt32, _ touches: Bool) -> Bool
  ) {
    var at = start
    var touches = false
    while at < end {
      let first = at
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      switch Scalars.kind(scalar) {
      case .blank:
        touches = false
        continue
      case .digit, .letter, .mark: at = endOfRun(from: at, to: end)
      case .punctuation: break
      }
      if !body(first, at, scalar, touches) { return }
      touches = true
    }
  }

  private func endOfRun(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end {
      if Self.isPlainLetter(bytes[at]) {
        at += 1
        continue
      }
      var next = at
      switch Scalars.kind(UTF8Scanning.scalar(bytes, at: &next, end: end)) {
      case .digit, .letter, .mark: at = next
      case .blank, .punctuation: return at
      }
    }
    return at
  }

  /// A to Z, a to z, 0 to 9
  @inline(__always)
  private static func isPlainLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private func word(from start: Int, to end: Int, scalar: UInt32, touches: Bool) -> Word {
    var word = Word(
      start: start, end: end, kind: .punctuation, shape: .none, letters: 0,
      touchesPrevious: touches, scalar: scalar,
      bytes: bytes)
    switch Scalars.kind(scalar) {
    case .digit: word.kind = .number
    case .letter, .mark:
      word.kind = .word
      (word.shape, word.letters) = shape(from: start, to: end)
    default: break
    }
    return word
  }

  private func shape(from start: Int, to end: Int) -> (Word.LetterCase, letters: Int) {
    var (at, letters, capitals) = (start, 0, 0)
    var startsCapital = false
    while at < end {
      if bytes[at] &- 0x61 < 26 {
        letters += 1
        at += 1
        continue
      }
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: end)
      guard Scalars.kind(scalar) == .letter else { continue }
      let isCapital = LetterTable.isCapital(scalar)
      if letters == 0 { startsCapital = isCapital }
      letters += 1
      if isCapital { capitals += 1 }
    }
    switch (startsCapital, capitals) {
    case (_, 0): return (.lower, letters)
    case (true, 1): return (.capitalised, letters)
    case (true, letters): return (.upper, letters)
    default: return (.mixed, letters)
    }
  }
}

/// What a scalar is to the word scanner.
enum Scalars {
  enum Kind: UInt8 {
    case letter, digit, mark, blank, punctuation
  }

  @inline(__always)
  static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0...0x20, 0x5F, 0x7F: .blank
    case 0x21..<0x7F: .punctuation
    default: beyondASCII(scalar)
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> Kind {
    switch scalar {
    // Most of them first: the letters of European languages and Vietnamese.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x1E00...0x1EFF: .letter
    case 0x300...0x36F: .mark
    case 0x80...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: .blank
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF,
      0x2100...0x2BFF, 0x3001...0x3020, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFFD,
      0x1F000...0x1FAFF:
      .punctuation
    default: .letter
    }
  }
}
