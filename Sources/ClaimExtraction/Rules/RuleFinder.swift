internal import ClaimModel

/// Finds attributions by rules and word lists, sentence by sentence.
package struct RuleFinder: Sendable {
  package init() {}

  /// The attributions of a story in text order, by the rules of its language; none where its
  /// language is unknown.
  package func attributions(in story: Story) -> [AttributionDraft] { story.language.finder(story) }
}

/// The rules of one language over one story, with what all of them ask of its tokens.
protocol AttributionRules {
  var story: Story { get }
  var tokens: [Token] { get }
  var quotes: QuotationIndex { get }
  var cues: CueLexicon { get }
  var grammar: GrammarWords { get }
}

extension AttributionRules {
  func isComma(_ at: Int) -> Bool { tokens[at].scalar == 0x2C }
  func isColon(_ at: Int) -> Bool { tokens[at].scalar == 0x3A }
  func isPunctuation(_ at: Int) -> Bool { tokens[at].kind == .punctuation }

  /// Whether the longest grammar phrase at a token is of one of the classes.
  func has(_ classes: GrammarWords.Classes, at index: Int, end: Int) -> Bool {
    !grammar.classes(tokens, at: index, end: end).value.isDisjoint(with: classes)
  }

  func hasWords(_ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].kind != .punctuation }
  }

  func isCapital(_ at: Int) -> Bool {
    tokens[at].isCapitalised
  }
}
