/// How a claim is given in the story.
package enum ClaimKind: String, Sendable, Hashable, CaseIterable {
  /// All of it within quotation marks.
  case direct
  /// Part of it within quotation marks.
  case mixed
  /// Somebody else's statement in the story's words.
  case indirect
  /// The story's own voice.
  case narrated
}

/// One statement that can be checked, where it stands in its article.
///
/// All spans are UTF-8 byte offsets into the article's text; span lists are in text order and
/// hold several spans where the text between them does not belong.
package struct Claim: Sendable, Hashable {
  package var kind: ClaimKind
  /// What is said, with its quotation marks.
  package var content: [TextSpan]
  /// The words that attribute it ("cho biết", "according to"); empty where there are none.
  package var cue: [TextSpan]
  /// Who says it, as named beside the cue; empty where nobody is named.
  package var source: [TextSpan]
  /// The source resolved to its fullest name in the article, or in an earlier one on the same
  /// person.
  package var speaker: Speaker?
  package var quantities: [Quantity]
  package var dates: [DateMention]
  /// How much it deserves checking, 0 to 1.
  package var worth: Double
  /// Number of its sentence in the article, from 1 (the title is 0).
  package var sentence: Int
  /// The sentence or sentences it stands in: what `show` prints around it.
  package var context: TextSpan
  /// Why it is a claim, how cue and source were found, what its worth is made of.
  package var reasons: [Reason]
  /// Through whom it passed before the story has it, from the fact outwards.
  package var hops: [Hop]
  /// That nobody names its innermost source, and why; nil where somebody does.
  package var anonymity: Anonymity?
  /// Where this only carries another claim, the other's place among the article's claims.
  package var inner: Int?

  package init(
    kind: ClaimKind, content: [TextSpan], cue: [TextSpan] = [], source: [TextSpan] = [],
    speaker: Speaker? = nil, quantities: [Quantity] = [], dates: [DateMention] = [],
    worth: Double = 0, sentence: Int = 0, context: TextSpan, reasons: [Reason] = [],
    hops: [Hop] = [], anonymity: Anonymity? = nil, inner: Int? = nil
  ) {
    self.kind = kind
    self.content = content
    self.cue = cue
    self.source = source
    self.speaker = speaker
    self.quantities = quantities
    self.dates = dates
    self.worth = worth
    self.sentence = sentence
    self.context = context
    self.reasons = reasons
    self.hops = hops
    self.anonymity = anonymity
    self.inner = inner
  }
}

/// A source resolved: "Cơ quan này" → "Văn phòng Thủ tướng Iraq", with the reason.
package struct Speaker: Sendable, Hashable {
  /// As written with spaces for underscores.
  package var name: String
  package var kind: SourceKind
  /// How it was resolved, for people: "same name in full, sentence 2".
  package var reason: String
  /// How sure the name is, 0 to 1: the share of names found in this way that are right.
  package var confidence: Double
  /// What else the source may come to, likeliest first; last the source as it stands. Empty where
  /// the name is the source's own words.
  package var others: [String]

  package init(
    name: String, kind: SourceKind, reason: String = "", confidence: Double = 1,
    others: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.reason = reason
    self.confidence = confidence
    self.others = others
  }
}

extension Speaker {
  /// From here on a name is shown without a mark of doubt.
  package static let sure = 0.8

  /// Whether the name is more of a guess than people should take for given.
  package var isDoubtful: Bool { confidence < Self.sure && !others.isEmpty }

  /// "in doubt, right some 55 times in 100; perhaps "Anna Reed", "he""
  package var doubt: String {
    let names = others.map { "\"\($0)\"" }.joined(separator: ", ")
    return
      "in doubt, right some \(Int((confidence * 100).rounded())) times in 100; perhaps \(names)"
  }
}

/// One step of an explanation: which rule or feature, in words, and where.
package struct Reason: Sendable, Hashable {
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case claim, content, cue, source, speaker, worth
  }
  package var subject: Subject
  package var words: String
  package var span: TextSpan?
  /// What it adds to the subject's score, where it has one.
  package var weight: Double?
  package init(
    _ subject: Subject, _ words: String, span: TextSpan? = nil, weight: Double? = nil
  ) {
    self.subject = subject
    self.words = words
    self.span = span
    self.weight = weight
  }
}
