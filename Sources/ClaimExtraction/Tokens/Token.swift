package import ClaimModel
package import Lexicons

/// One syllable, number or punctuation mark of a story.
///
/// Blanks and underscores lie between tokens and are invisible here, so a word-segmented story
/// and its plain twin have the same tokens: "cho_biết" and "cho biết" are two tokens each.
package struct Token: Sendable {
  package enum Kind: UInt8, Sendable {
    case word, number, punctuation
  }

  /// How a word is written; `none` for numbers and punctuation.
  package enum LetterCase: UInt8, Sendable {
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

  /// UTF-8 byte offsets into the article's text.
  package var start: Int32
  package var end: Int32
  package var kind: Kind
  package var shape: LetterCase
  /// Whether no blank (and no underscore) stands before it: never a feature of extraction,
  /// only for putting text back together.
  package var touchesPrevious: Bool
  /// Whether an underscore joins it to the token before. As above.
  package var joinedToPrevious: Bool
  package var key: WordKey
  /// The scalar of a punctuation mark; of a word or a number its first scalar.
  package var scalar: UInt32

  /// Whether it is a word that has a capital.
  var isCapitalised: Bool { kind == .word && shape != .lower }

  package var span: TextSpan { TextSpan(Int(start), Int(end)) }
}
