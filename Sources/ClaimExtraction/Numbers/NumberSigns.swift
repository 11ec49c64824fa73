internal import ClaimModel
internal import Lexicons

/// Marks of currencies that stand before a number.
enum CurrencySigns {
  /// $ € £ ¥ ₫ and what else Unicode keeps for currencies.
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: true
    default: false
    }
  }

  /// What may stick to the left of a sign: "US$", "A$".
  static func isCode(_ token: Token) -> Bool {
    token.kind == .word
      && (token.shape == .upper || token.shape == .capitalised && token.end - token.start == 1)
  }
}

/// Plus and minus before a number: "-3,2%", "âm 5 độ C", "+3.09 percent".
struct NumberSigns {
  let story: Story
  /// No sign is looked for before this token.
  let from: Int

  struct Sign {
    var start: Int
    var isMinus: Bool
  }

  /// The sign of a number whose first token, a currency included, is `index`.
  func sign(before index: Int, unit: UnitReader.Unit) -> Sign? {
    let at = index - 1
    guard at >= from else { return nil }
    if let entry = story.language.numbers.words[story.tokens[at]] {
      switch entry.role {
      case .minus:
        // "plus or minus 3 points" is no minus.
        let isEither = at > from && RangeWords.offers(story.tokens[at - 1])
        return unit.kind == .measure && !isEither ? Sign(start: at, isMinus: true) : nil
      case .cold: return isDegree(unit) ? Sign(start: at, isMinus: true) : nil
      default: return nil
      }
    }
    guard story.tokens[index].touchesPrevious, !story.tokens[at].touchesPrevious || isOpening(at)
    else { return nil }
    if story.tokens[at].scalar == 0x2B, unit.kind == .measure {
      return Sign(start: at, isMinus: false)
    }
    guard Self.isMinus(story.tokens[at]), mayBeNegative(at, unit) else { return nil }
    return Sign(start: at, isMinus: true)
  }

  /// Where the number behind a minus starts, in the upper end of a range; nil where none stands.
  func minus(at index: Int) -> Int? {
    guard index + 1 < story.tokens.count else { return nil }
    if let entry = story.language.numbers.words[story.tokens[index]], entry.role == .minus {
      return index + 1
    }
    return Self.isMinus(story.tokens[index]) && !story.tokens[index].touchesPrevious
      && story.tokens[index + 1].touchesPrevious ? index + 1 : nil
  }

  static func isMinus(_ token: Token) -> Bool {
    switch token.scalar {
    case 0x2D, 0x2212, 0x2013: token.kind == .punctuation
    default: false
    }
  }

  /// "(-5%)", `"-7 degrees is cold"`
  private func isOpening(_ index: Int) -> Bool {
    index > from && [0x28, 0x22, 0x201C, 0xAB].contains(story.tokens[index - 1].scalar)
  }

  /// A dash that opens a line or stands behind a name or a number is no minus: "Su -24". Only of
  /// degrees and percent it is one at the start too: "-3 độ C là mức thấp nhất".
  private func mayBeNegative(_ index: Int, _ unit: UnitReader.Unit) -> Bool {
    guard index > from else { return isDegree(unit) || isPercent(unit) }
    let previous = story.tokens[index - 1]
    switch previous.kind {
    case .number: return false
    case .punctuation: return !RangeWords.isDash(previous) && previous.scalar != 0x2F
    case .word: return previous.shape == .lower || isDegree(unit) || isPercent(unit)
    }
  }

  private func isDegree(_ unit: UnitReader.Unit) -> Bool {
    unit.kind == .measure
      && unit.tokens.contains { Self.degrees.contains(story.tokens[$0].key.exact) }
  }

  private func isPercent(_ unit: UnitReader.Unit) -> Bool {
    unit.kind == .measure && story.tokens[unit.tokens.lowerBound].scalar == 0x25
  }

  private static let degrees = keys(["độ", "degrees", "degree", "°", "C", "F"])
}
