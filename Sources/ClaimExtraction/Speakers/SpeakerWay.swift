/// How a source came to its speaker; each way is right more or less often.
enum SpeakerWay: String, Sendable, CaseIterable {
  /// Named beside the cue, in full.
  case name
  case oneWord = "one-word"
  /// By a fuller form of the name elsewhere.
  case fuller
  case agency, country, capital
  /// Who bears the title.
  case title
  case several
  /// A body by its own name, by a fuller one, by what its acronym stands for.
  case body
  case fullBody = "full-body"
  case acronym
  /// A body by its own words with a name behind them elsewhere.
  case extended
  /// Who issued a document.
  case issuer
  case document
  /// Described in the headline, named below.
  case ahead
  /// As it stands: somebody in particular, nobody in particular, a body by its own name.
  case described
  case unnamed
  case proper
  /// In the words of an earlier source.
  case repeated
  /// "the company", "the nurse", "cơ quan này".
  case noun
  case demonstrative
  case relative, group, continued
  /// "I" in one's own quotation, "I" elsewhere and "we".
  case own
  case first
  /// A pronoun with one person before it, with one that stands out, with several.
  case pronoun
  case clearPronoun = "clear-pronoun"
  case closePronoun = "close-pronoun"
}

extension SpeakerWay {
  /// Nobody's name, but what the source says of him or her.
  var isDescription: Bool { self == .described || self == .unnamed || self == .proper }

  var isPronoun: Bool { self == .pronoun || self == .clearPronoun || self == .closePronoun }
}
