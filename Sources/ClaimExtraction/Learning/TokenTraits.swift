internal import ClaimModel
internal import Lexicons

/// What features see of one token: never blanks or underscores, so that both forms of a story
/// look alike.
struct TokenTraits {
  /// The word without case; one value for numbers of a kind; quotation marks by their side.
  var word: UInt64
  /// The last two and three letters, the first four; 0 where words have one form.
  var suffix2: UInt64 = 0
  var suffix3: UInt64 = 0
  var prefix: UInt64 = 0
  var shape: UInt64
  var place: QuotationPlace = .outside
  var isPunctuation: Bool
  var isComma = false
  /// How often the word is part of a cue where it stands, 0 (never seen) to 7 (nearly always).
  var cuePrior: UInt8 = 0
  /// How often words of its word's class are, in the same steps; 0 where there are no classes.
  var classPrior: UInt8 = 0
  /// How likely the cue tagger holds it to be part of a cue, 0 (hardly) to 3.
  var cueChance: UInt8 = 0
  /// What quotation it stands in: see `QuotationKind`; 0 outside.
  var quotation: UInt64 = 0
  /// Classes of the grammar words, and of the listed cue, that it begins or goes on; 0 for none.
  var grammar: UInt64 = 0
  var listedCue: UInt64 = 0
  /// Both of these in one.
  var listed: UInt64 { grammar &* 4096 &+ listedCue }
  /// What the rules take it for, in any attribution; see `RuleMarks`.
  var ruled: UInt8 = 0
  /// The mark in `ruled` of a token of a rule's cue.
  static let ruledCue: UInt8 = 2
  /// Of a token of a rule's cue, how cue, source and content stand there; else 0.
  var ruledForm: UInt8 = 0

  /// Whether the token can be part of a cue: a word that was one in training more than once in
  /// a hundred times (where all tokens are words: three times), or of a class whose words were
  /// more than three times, or that a rule takes for one. Most tokens cannot, at no loss.
  var mayBeCue: Bool {
    cuePrior >= (hasForms ? 3 : 2) || classPrior >= 3 || ruled & Self.ruledCue != 0
  }
  /// Whether words have forms that their letters tell.
  var hasForms = false
}

/// Where a token stands with respect to the quotation marks.
enum QuotationPlace: UInt64 {
  case outside, inside, opening, closing
}

extension TokenTraits {
  init(_ token: Token, bytes: UnsafeBufferPointer<UInt8>, hasForms: Bool) {
    self.hasForms = hasForms
    shape = UInt64(token.shape.rawValue) + 1
    isPunctuation = token.kind == .punctuation
    switch token.kind {
    case .punctuation:
      word = FeatureHash.join(UInt64(token.scalar), 0x70)
      isComma = token.scalar == 0x2C
      shape = 8
    case .number:
      word = FeatureHash.join(UInt64(min(token.end - token.start, 5)), 0x6E)
      shape = 9
    case .word:
      word = token.key.exact
      if hasForms { addLetters(token, bytes: bytes) }
    }
  }

  /// First and last letters, ASCII without case.
  private mutating func addLetters(_ token: Token, bytes: UnsafeBufferPointer<UInt8>) {
    let start = Int(token.start)
    let end = Int(token.end)
    func fold(_ range: Range<Int>) -> UInt64 {
      range.reduce(0) { ($0 << 8) | UInt64(bytes[$1] | 0x20) }
    }
    suffix2 = fold(max(start, end - 2)..<end)
    suffix3 = fold(max(start, end - 3)..<end)
    prefix = fold(start..<min(end, start + 5))
  }
}
