import ClaimModel
import Lexicons

/// Finds words in a story, whichever way they are set and written: blanks, underscores and line
/// breaks of either side do not count, nor does how letters and marks are put together ("ỏ" as one
/// character, as "o" + hook, or as "ô" with its tone apart). `Bộ Ngoại giao Mỹ,` is found in
/// `Bộ_Ngoại_giao Mỹ ,`.
///
/// Where words do not stand in a story so, those are found that put the tone on the other vowel of
/// a syllable, as the other spelling has it: "hòa" for "hoà". Capitals count.
struct WordFinder {
  private let letters: [Letter]
  private let syllables: [Letter]

  private struct Letter {
    /// Compared as Swift compares: canonically.
    var character: Character
    /// UTF-8 bytes of the text.
    var span: TextSpan
  }

  init(_ text: String) {
    letters = WordFinder.letters(text)
    syllables = WordFinder.withTonesLast(letters, in: text)
  }

  /// Every place of the words, in text order. Spans are UTF-8 bytes of the text.
  func places(of words: String) -> [TextSpan] {
    let wanted = WordFinder.letters(words)
    let found = WordFinder.places(of: wanted, in: letters)
    guard found.isEmpty else { return found }
    let spoken = WordFinder.withTonesLast(wanted, in: words)
    return WordFinder.places(of: spoken, in: syllables).filter(isWhole)
  }

  /// Whether no letter stands right before or behind a place: its tone would be taken for another's.
  private func isWhole(_ place: TextSpan) -> Bool {
    !letters.contains {
      $0.character.isLetter && ($0.span.end == place.start || $0.span.start == place.end)
    }
  }

  /// The place nearest to `span`.
  func place(of words: String, near span: TextSpan) -> TextSpan? {
    places(of: words).min { WordFinder.gap($0, span) < WordFinder.gap($1, span) }
  }

  private static func places(of wanted: [Letter], in letters: [Letter]) -> [TextSpan] {
    guard let first = wanted.first, wanted.count <= letters.count else { return [] }
    var found = [TextSpan]()
    for at in 0...(letters.count - wanted.count) where letters[at].character == first.character {
      let last = at + wanted.count - 1
      if zip(wanted, letters[at...]).allSatisfy({ $0.character == $1.character }) {
        let end = letters[at...last].reduce(0) { max($0, $1.span.end) }
        found.append(TextSpan(letters[at].span.start, end))
      }
    }
    return found
  }

  private static func letters(_ text: String) -> [Letter] {
    var letters = [Letter]()
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      if !isBlank(character) {
        letters.append(Letter(character: character, span: TextSpan(offset, end)))
      }
      offset = end
    }
    return letters
  }

  /// "hòa" and "hoà" → h o a `: each letter without its tone, which stands behind its syllable.
  private static func withTonesLast(_ letters: [Letter], in text: String) -> [Letter] {
    var out = [Letter]()
    var tone: Character?
    var last: TextSpan?
    func endSyllable() {
      if let mark = tone, let span = last { out.append(Letter(character: mark, span: span)) }
      tone = nil
    }
    for letter in letters {
      if let last, last.end != letter.span.start { endSyllable() }
      let (plain, mark) = parts(of: letter.character)
      if !letter.character.isLetter { endSyllable() }
      out.append(Letter(character: plain, span: letter.span))
      tone = mark ?? tone
      last = letter.span
    }
    endSyllable()
    return out
  }

  /// "ộ" → "ô" and "5", its tone's number; a letter without a tone is itself.
  private static func parts(of character: Character) -> (Character, Character?) {
    let table = LetterTable.shared
    var letter: UInt32?
    var tone: UInt8 = 0
    for scalar in character.unicodeScalars {
      if let known = letter, let mark = LetterTable.mark(scalar.value) {
        if case .tone(let number) = mark {
          tone = number
        } else {
          letter = LetterTable.applying(mark, to: known)
        }
      } else if letter == nil {
        let entry = table[scalar.value]
        letter = entry.letter
        tone = entry.tone
      } else {
        return (character, nil)
      }
    }
    guard let letter, tone != 0, let scalar = Unicode.Scalar(letter) else {
      return (character, nil)
    }
    let plain = String(scalar)
    return (
      Character(character.isUppercase ? plain.uppercased() : plain), Character("\(tone)")
    )
  }

  private static func gap(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.overlaps(b) ? 0 : max(a.start - b.end, b.start - a.end)
  }

  /// Blanks of every kind, those without room among them, and underscores.
  private static func isBlank(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      $0.value <= 0x20 || $0 == "_" || $0.properties.isWhitespace
        || [0x200B, 0x2060, 0xFEFF].contains($0.value)
    }
  }
}
