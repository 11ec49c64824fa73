package import ClaimModel
internal import Lexicons

/// A language as claims are drawn from it: its words, its grammar, its model and its rules.
///
/// A story has its language's value from the start and asks it; nothing else decides by a code.
/// How its newspapers lay out a story is `WrittenLanguage`.
package final class Language: Sendable {
  package let code: ArticleLanguage
  let quotations: QuotationMarks
  let cues: CueLexicon
  let grammar: GrammarWords
  let numbers: NumberForms
  let dates: DateForms
  let titles: SpeakerLexicon
  let worth: WorthWeights
  /// Words of sourcing; nil where chains are not read.
  let chains: ChainWords?
  /// Nil where the rules stand alone.
  package let model: LearnedModel?
  /// Whom to trust where rules and taggers are not at one.
  let weights: DraftWeights?
  /// Whether every token is a word, whose letters tell its forms apart ("says", "saying"); else
  /// words are of several tokens and have one form each.
  let tokensAreWords: Bool
  /// Words that tell what kind of news a story is; nil where the taggers learned from one kind.
  let registers: RegisterWords?
  /// Words that stand for nobody in a passive; nil where the language has none.
  let expletive: Expletive?
  /// Finds the attributions of a story by rules, in text order.
  let finder: @Sendable (Story) -> [AttributionDraft]

  init(
    code: ArticleLanguage, quotations: QuotationMarks = QuotationMarks(), cues: CueLexicon,
    grammar: GrammarWords, numbers: NumberForms, dates: DateForms, titles: SpeakerLexicon,
    worth: WorthWeights, chains: ChainWords? = nil, model: LearnedModel? = nil,
    weights: DraftWeights? = nil,
    tokensAreWords: Bool = true, registers: RegisterWords? = nil, expletive: Expletive? = nil,
    finder: @escaping @Sendable (Story) -> [AttributionDraft]
  ) {
    self.code = code
    self.quotations = quotations
    self.cues = cues
    self.grammar = grammar
    self.numbers = numbers
    self.dates = dates
    self.titles = titles
    self.worth = worth
    self.chains = chains
    self.model = model
    self.weights = weights
    self.tokensAreWords = tokensAreWords
    self.registers = registers
    self.expletive = expletive
    self.finder = finder
  }

  /// How quotation marks are read beyond what holds everywhere.
  struct QuotationMarks: Sendable {
    /// A single mark that nothing closes soon is an apostrophe: `Jama ' ath`.
    var singleMayBeApostrophe = false
    /// A single mark right behind a word closes where no word follows it: `the boys' `.
    var singleClosesBehindWord = false
  }

  /// "It was reported that …" names nobody.
  struct Expletive: Sendable {
    /// The subject: "it".
    var subject: WordKey
    /// Exact keys of what the cue begins with then: "was", "has been".
    var auxiliaries: KeySet
  }
}
