internal import Lexicons

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
