internal import Lexicons

/// Words of a text without case and marks, one blank between them, punctuation dropped:
/// "Bộ_Ngoại giao Mỹ, 2.500" → "bo ngoai giao my 2 500".
enum FoldedWords {
  /// Appends the words of `bytes`; no blank at either end.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
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

/// Words of a text with their marks but without case, each with its tone behind it, one blank
/// between them: "Hoà, Hòa" → "hoa\u{1} hoa\u{1}".
struct ExactWords {
  private(set) var bytes: [UInt8] = []
  private var tone: UInt8 = 0
  private var pending: UInt32 = 0
  private let table = LetterTable.shared

  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { bytes.append(0x20) }
    var at = 0
    while at < text.count {
      let scalar = UTF8Scanning.scalar(text, at: &at, end: text.count)
      if let mark = LetterTable.mark(scalar) {
        apply(mark)
      } else if WordScalars.isPartOfWord(scalar) {
        flushLetter()
        let entry = table[scalar]
        if entry.tone != 0 { tone = entry.tone }
        pending = entry.letter
      } else {
        endWord()
      }
    }
    endWord()
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  private mutating func apply(_ mark: LetterTable.Mark) {
    if case .tone(let number) = mark {
      tone = number
    } else {
      pending = LetterTable.applying(mark, to: pending)
    }
  }

  private mutating func flushLetter() {
    guard pending != 0 else { return }
    if let scalar = Unicode.Scalar(pending) {
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
    pending = 0
  }

  private mutating func endWord() {
    guard pending != 0 else { return }
    flushLetter()
    if tone != 0 { bytes.append(tone) }
    tone = 0
    bytes.append(0x20)
  }
}

/// Which scalars words are made of: letters and digits of any script.
enum WordScalars {
  @inline(__always)
  static func isPartOfWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
    }
    return beyondASCII(scalar)
  }

  private static func beyondASCII(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAA, 0xB5, 0xBA: true
    case 0xC0...0x2AF: scalar != 0xD7 && scalar != 0xF7
    case 0x1E00...0x1EFF: true
    case 0x2000...0x2BFF, 0x80...0xBF: false
    default: isLetterOrDigit(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: UInt32) -> Bool {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
