internal import ClaimModel
internal import Lexicons

/// The traits of all tokens of a story, and which sentence each belongs to.
package struct StoryTraits {
  let story: Story
  var tokens: [TokenTraits]
  let sentenceOf: [Int32]
  /// See `Language.tokensAreWords`.
  let tokensAreWords: Bool
  /// See `StoryRegister`; 0 where the language knows none.
  let register: UInt64
  /// What the rules find in the story.
  let ruled: [AttributionDraft]
  /// The word of each token; none where every token is a word.
  private(set) var words: [WholeWord] = []

  /// `known` is what the model knows of single words; `ruled` is what the rules find in the
  /// story: the taggers learn how far to trust it.
  package init(_ story: Story, known: KnownWords, ruled: [AttributionDraft]) {
    self.story = story
    self.ruled = ruled
    let tokensAreWords = story.language.tokensAreWords
    self.tokensAreWords = tokensAreWords
    register = story.language.registers?.register(of: story.tokens).rawValue ?? 0
    tokens = story.tokens.map { TokenTraits($0, bytes: story.bytes, hasForms: tokensAreWords) }
    sentenceOf = story.sentenceOfTokens()
    for quotation in story.quotations { mark(quotation) }
    addListed()
    for draft in ruled { RuleMarks.mark(draft, in: &tokens) }
    if !tokensAreWords { words = Self.wholeWords(tokens, in: story, known.classes) }
    for index in tokens.indices where !tokens[index].isPunctuation {
      tokens[index].cuePrior = known.cuePriors[tokens[index].word]
      if tokensAreWords { continue }
      tokens[index].classPrior = known.cuePriors[words[index].priorKey]
    }
  }

  /// Whether the cue tagger is asked about a token.
  package func mayBeCue(_ token: Int) -> Bool { tokens[token].mayBeCue }

  /// The sentence a token belongs to.
  package func sentenceIndex(_ token: Int) -> Int { Int(sentenceOf[token]) }

  /// Looks the words up in the lists that the rules go by.
  private mutating func addListed() {
    let grammar = story.language.grammar
    let cues = story.language.cues
    for sentence in story.sentences {
      let range = sentence.tokens
      for hit in cues.hits(in: story.tokens, range) {
        let code = UInt64(CueLexicon.CueClass.allCases.firstIndex(of: hit.kind) ?? 0) * 2 + 2
        for index in hit.range { tokens[index].listedCue = code | 1 }
        tokens[hit.range.lowerBound].listedCue = code
      }
      var at = range.lowerBound
      while at < range.upperBound {
        let (length, classes) = grammar.classes(story.tokens, at: at, end: range.upperBound)
        let code = UInt64(classes.rawValue) * 2
        for index in at..<at + length { tokens[index].grammar = code | 1 }
        if length > 0 { tokens[at].grammar = code }
        at += max(1, length)
      }
    }
  }

  private mutating func mark(_ quotation: Quotation) {
    let kind = QuotationKind(quotation, in: story).code
    for index in quotation.tokens {
      tokens[index].place = .inside
      tokens[index].quotation = kind
    }
    if let first = quotation.tokens.first { tokens[first].place = .opening }
    if quotation.isClosed, let last = quotation.tokens.last, quotation.tokens.count > 1 {
      tokens[last].place = .closing
    }
    for index in [quotation.tokens.first, quotation.tokens.last].compactMap({ $0 })
    where tokens[index].isPunctuation {
      tokens[index].word = FeatureHash.join(tokens[index].place.rawValue, 0x22)
    }
  }
}

extension StoryTraits {
  /// Notes what the cue tagger holds of a token.
  package mutating func setCueProbability(_ probability: Float, of token: Int) {
    tokens[token].cueChance =
      probability < 0.15 ? 0 : probability < 0.5 ? 1 : probability < 0.8 ? 2 : 3
  }
}

/// What tells a quotation of somebody's words from a name or a term in quotation marks.
private struct QuotationKind {
  /// Never 0.
  let code: UInt64

  init(_ quotation: Quotation, in story: Story) {
    let first = quotation.tokens.lowerBound
    let end = quotation.tokens.upperBound
    func scalar(_ index: Int) -> UInt32 {
      guard story.tokens.indices.contains(index), story.tokens[index].kind == .punctuation else {
        return 0
      }
      return story.tokens[index].scalar
    }
    let stops: [UInt32] = [0x2C, 0x2E, 0x3F, 0x21, 0x2026]
    let endsClause = stops.contains(scalar(end - 2)) || stops.contains(scalar(end))
    let before = scalar(first - 1)
    let isIntroduced = before == 0x2C || before == 0x3A
    let length: UInt64 = quotation.tokens.count < 6 ? 0 : quotation.tokens.count < 11 ? 1 : 2
    code =
      1 | (endsClause ? 2 : 0) | (isIntroduced ? 4 : 0) | length << 3
      | (quotation.isClosed ? 32 : 0)
  }
}
