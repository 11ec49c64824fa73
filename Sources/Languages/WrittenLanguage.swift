package import ClaimModel
internal import Lexicons

/// A language as stories are written and printed in it: how a text is told to be in it, how its
/// newspapers lay out a story, and which words carry what a claim says.
///
/// What its attributions, numbers and names look like is `Language` in `ClaimExtraction`.
package final class WrittenLanguage: Sendable {
  package let code: ArticleLanguage
  package let recognition: Recognition
  package let layout: Layout
  package let terms: Terms
  /// Whether a title of one word may be a name as well, and so is a title only where it opens a
  /// sentence: "Anh", "Cô". Otherwise it is one before every name: "President Reed".
  package let titlesMayBeNames: Bool

  package init(
    code: ArticleLanguage, recognition: Recognition, layout: Layout, terms: Terms,
    titlesMayBeNames: Bool
  ) {
    self.code = code
    self.recognition = recognition
    self.layout = layout
    self.terms = terms
    self.titlesMayBeNames = titlesMayBeNames
  }

  /// What tells that a text is in the language.
  package struct Recognition: Sendable {
    /// Frequent words that other languages hardly use, exact in their marks.
    package var functionWords: [String]
    /// At least one word in so many is a function word.
    package var functionWordShare: Int
    /// Letters beyond ASCII that hardly any other language has. Where one word in five has one
    /// of them, one function word in 25 is enough.
    package var ownLetters: [ClosedRange<UInt32>]

    package init(
      functionWords: [String], functionWordShare: Int, ownLetters: [ClosedRange<UInt32>] = []
    ) {
      self.functionWords = functionWords
      self.functionWordShare = functionWordShare
      self.ownLetters = ownLetters
    }

    /// Its words in `stop-words.tsv`.
    package static func listedWords(of code: ArticleLanguage) -> [String] {
      WordList(embedded: "stop-words.tsv").rows.filter { $0.holds(code.rawValue, in: 1) }
        .map { $0[0] }
    }
  }

  /// How its newspapers lay out a story.
  package struct Layout: Sendable {
    /// Lines below the sign-off, or the last block of the story, list the captions of pictures.
    package var listsCaptionsBelow = false
    /// An author who signs stands in a line of his own, without a full stop.
    package var authorHasOwnLine = false
    /// Every line of prose ends with a mark, so one without is a caption.
    package var linesEndWithMarks = false
    /// A headline may end with a full stop or a semicolon.
    package var headlinesMayBeSentences = false
    /// A dateline may be a place in capitals without an agency: "GENEVA, Jan 5 -".
    package var datelinesInCapitals = false

    package init() {}
  }

  /// Which words say what a claim says, for finding the same claim in other words.
  package enum Terms: Sendable {
    /// Every two syllables side by side, as most words have two.
    case syllablePairs
    /// Every word without its ending, the first that fits, in lower-case ASCII.
    case stems(endings: [[UInt8]])
  }
}

extension WrittenLanguage {
  /// The languages that are read, in the order in which they go before one another.
  package static let all = [vietnamese, english]

  /// The language with a code, `unknown` for any that is not in `all`.
  package static func of(_ code: ArticleLanguage) -> WrittenLanguage {
    all.first { $0.code == code } ?? unknown
  }

  /// A language that nothing is known of.
  package static let unknown = WrittenLanguage(
    code: .unknown, recognition: Recognition(functionWords: [], functionWordShare: 1),
    layout: {
      var layout = Layout()
      layout.listsCaptionsBelow = true
      return layout
    }(), terms: .syllablePairs, titlesMayBeNames: true)
}
