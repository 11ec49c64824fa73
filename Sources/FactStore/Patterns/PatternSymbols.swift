internal import Lexicons

/// A text as patterns see it: one number a letter, so that `.` is one letter of any script.
///
/// Lower case; underscores and runs of blanks are one blank, and none stands before "," or behind
/// "(": word-segmented text has the symbols of its plain twin. In exact spelling a letter carries
/// its tone in its upper bits, so that NFC and NFD are one; in folded spelling marks are gone.
enum PatternSymbols {
  static let blank: UInt32 = 0x20
  private static let toneShift: UInt32 = 24

  static func append(
    _ text: UnsafeBufferPointer<UInt8>, _ spelling: Spelling, into out: inout [UInt32]
  ) {
    let start = out.count
    var at = 0
    while at < text.count {
      let scalar = UTF8Scanning.scalar(text, at: &at, end: text.count)
      if let mark = LetterTable.mark(scalar) {
        if spelling == .exact { apply(mark, to: &out, from: start) }
      } else if isBlank(scalar) {
        if let last = out.last, out.count > start, last != blank, !opens(last) { out.append(blank) }
      } else {
        if out.count > start, out[out.count - 1] == blank, closes(scalar) { out.removeLast() }
        append(scalar, spelling, into: &out)
      }
    }
    if out.count > start, out[out.count - 1] == blank { out.removeLast() }
  }

  /// The symbols of one character; a blank stays one.
  static func symbols(of character: Character, _ spelling: Spelling) -> [UInt32] {
    if character == "_" || character.isWhitespace { return [blank] }
    var text = String(character)
    var out = [UInt32]()
    text.withUTF8 { append($0, spelling, into: &out) }
    return out
  }

  static func isPartOfWord(_ symbol: UInt32) -> Bool {
    WordScalars.isPartOfWord(symbol & (1 << toneShift - 1))
  }

  private static func append(
    _ scalar: UInt32, _ spelling: Spelling, into out: inout [UInt32]
  ) {
    let entry = LetterTable.shared[scalar]
    switch spelling {
    case .exact: out.append(entry.letter | UInt32(entry.tone) << toneShift)
    case .folded where entry.plain.0 != 0:
      out.append(UInt32(entry.plain.0))
      if entry.plain.1 != 0 { out.append(UInt32(entry.plain.1)) }
    case .folded: out.append(entry.letter)
    }
  }

  private static func apply(_ mark: LetterTable.Mark, to out: inout [UInt32], from start: Int) {
    guard out.count > start else { return }
    let letter = out[out.count - 1] & (1 << toneShift - 1)
    let tone = out[out.count - 1] >> toneShift
    if case .tone(let number) = mark {
      out[out.count - 1] = letter | UInt32(number) << toneShift
    } else {
      out[out.count - 1] = LetterTable.applying(mark, to: letter) | tone << toneShift
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x5F, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
  }

  private static func opens(_ symbol: UInt32) -> Bool {
    switch symbol {
    case 0x28, 0x5B, 0x201C, 0x2018: true
    default: false
    }
  }

  private static func closes(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x2019, 0x201D, 0x2026: true
    default: false
    }
  }
}
