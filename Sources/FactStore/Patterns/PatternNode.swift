/// A glob or regular expression as read.
indirect enum PatternNode {
  case empty
  case one(SymbolSet)
  case sequence([PatternNode])
  case either([PatternNode])
  /// Nil for without end.
  case repeated(PatternNode, least: Int, most: Int?)
  case place(PatternPlace)
}

extension PatternNode {
  /// "oà" and "òa" as one: where the tone mark stands does not matter. Nil for other letters.
  static func toneMarkPair(
    _ first: Character, _ second: Character, _ spelling: Spelling
  ) -> PatternNode? {
    let tones: UInt32 = 0xFF00_0000
    let one = PatternSymbols.symbols(of: first, spelling)
    let two = PatternSymbols.symbols(of: second, spelling)
    guard spelling == .exact, one.count == 1, two.count == 1 else { return nil }
    let tone = (one[0] | two[0]) & tones
    let letters = (one[0] & ~tones, two[0] & ~tones)
    guard tone != 0, [one[0] & tones, two[0] & tones].contains(0) else { return nil }
    // o before a and e, u before y.
    guard [0x61, 0x65].contains(letters.1) ? letters.0 == 0x6F : letters == (0x75, 0x79) else {
      return nil
    }
    func node(_ symbol: UInt32) -> PatternNode { .one(SymbolSet(ranges: [symbol...symbol])) }
    return .either([
      .sequence([node(letters.0 | tone), node(letters.1)]),
      .sequence([node(letters.0), node(letters.1 | tone)]),
    ])
  }
}

/// A condition on a place between two symbols.
enum PatternPlace: Sendable, Hashable {
  case start, end, wordBound, notWordBound
}

/// Which symbols may stand at a place.
struct SymbolSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>] = []
  /// `\w` in a set.
  var hasWordSymbols = false
  /// `\W` in a set.
  var hasOtherSymbols = false
  var isNegated = false

  static let any = SymbolSet(isNegated: true)
  static let digit = SymbolSet(ranges: [0x30...0x39])
  static let blank = SymbolSet(ranges: [PatternSymbols.blank...PatternSymbols.blank])
  static let word = SymbolSet(hasWordSymbols: true)

  func contains(_ symbol: UInt32) -> Bool {
    for range in ranges where range.contains(symbol) { return !isNegated }
    if hasWordSymbols || hasOtherSymbols {
      if PatternSymbols.isPartOfWord(symbol) ? hasWordSymbols : hasOtherSymbols {
        return !isNegated
      }
    }
    return isNegated
  }
}
