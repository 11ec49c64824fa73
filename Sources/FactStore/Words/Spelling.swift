internal import Lexicons

/// How words are written down for comparison.
enum Spelling: Sendable, Hashable {
  case folded, exact

  func append(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    switch self {
    case .folded: FoldedWords.append(text, into: &out)
    case .exact: ExactWords.append(text, into: &out)
    }
  }
}

/// Words of a text with their marks but without case, each with its tone (1 to 5) behind it, one
/// blank between them: "Hoà, hòa nhé" → "hoa\u{1} hoa\u{1} nhe\u{2}".
enum ExactWords {
  /// Appends the words of `text`; no blank at either end.
  static func append(_ text: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    let start = out.count
    var word = PendingWord()
    var at = 0
    while at < text.count {
      let scalar = UTF8Scanning.scalar(text, at: &at, end: text.count)
      if let mark = LetterTable.mark(scalar) {
        word.apply(mark)
      } else if WordScalars.isPartOfWord(scalar) {
        word.add(scalar, into: &out)
      } else {
        word.end(into: &out)
      }
    }
    word.end(into: &out)
    if out.count > start, out[out.count - 1] == 0x20 { out.removeLast() }
  }
}

/// The word at hand: its last letter may still get a mark, its tone stands behind it.
private struct PendingWord {
  private var letter: UInt32 = 0
  private var tone: UInt8 = 0
  private let table = LetterTable.shared

  mutating func add(_ scalar: UInt32, into out: inout [UInt8]) {
    flush(into: &out)
    let entry = table[scalar]
    letter = entry.letter
    if entry.tone != 0 { tone = entry.tone }
  }

  mutating func apply(_ mark: LetterTable.Mark) {
    guard letter != 0 else { return }
    if case .tone(let number) = mark {
      tone = number
    } else {
      letter = LetterTable.applying(mark, to: letter)
    }
  }

  mutating func end(into out: inout [UInt8]) {
    guard letter != 0 else { return }
    flush(into: &out)
    letter = 0
    if tone != 0 { out.append(tone) }
    tone = 0
    out.append(0x20)
  }

  private func flush(into out: inout [UInt8]) {
    if letter == 0 { return }
    if letter < 0x80 { return out.append(UInt8(letter)) }
    guard let scalar = Unicode.Scalar(letter) else { return }
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
  }
}

/// Words of a text without case and marks, one blank between them, punctuation dropped:
/// "Bộ_Ngoại giao Mỹ, 2.500" → "bo ngoai giao my 2 500".
enum FoldedWords {
  /// Appends the words of `bytes`; no blank at either end.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    var at = 0
    while at < bytes.count {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
      if WordScalars.isPartOfWord(scalar) {
        append(table[scalar], to: &out)
      } else if LetterTable.mark(scalar) == nil, out.count > start, out[out.count - 1] != 0x20 {
        out.append(0x20)
      }
    }
    if out.count > start, out[out.count - 1] == 0x20 { out.removeLast() }
  }

  private static func append(_ entry: LetterTable.Entry, to out: inout [UInt8]) {
    if entry.plain.0 != 0 {
      out.append(entry.plain.0)
      if entry.plain.1 != 0 { out.append(entry.plain.1) }
    } else if let scalar = Unicode.Scalar(entry.letter) {
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }
}

/// Names as the registry compares them.
enum SourceName {
  /// "Hoà_Bình" = "hòa bình": case, NFC/NFD, underscores, blanks and where the tone mark stands
  /// do not matter; marks do ("Hà" ≠ "Hạ").
  static func key(_ name: some StringProtocol) -> String { words(name, ExactWords.append) }

  /// "Hoà_Bình" → "hoa binh".
  static func foldedKey(_ name: some StringProtocol) -> String { words(name, FoldedWords.append) }

  /// A name as shown: blanks for underscores, one between words, none around.
  static func tidy(_ name: some StringProtocol) -> String {
    name.split { $0 == "_" || $0.isWhitespace }.joined(separator: " ")
  }

  private static func words(
    _ name: some StringProtocol, _ append: (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void
  ) -> String {
    var copy = String(name)
    var out = [UInt8]()
    copy.withUTF8 { append($0, &out) }
    return String(decoding: out, as: UTF8.self)
  }
}
