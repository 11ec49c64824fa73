package import ClaimModel

/// What a query asks for, ready to be looked up in any store.
package struct Selection: Sendable, Hashable {
  package indirect enum Expression: Sendable, Hashable {
    case all
    case criterion(Criterion)
    case and([Expression])
    case or([Expression])
    case not(Expression)
  }

  package var expression: Expression

  package init(_ expression: Expression) { self.expression = expression }

  /// Every claim.
  package static let all = Selection(.all)

  /// Both at once.
  package func and(_ other: Selection) -> Selection {
    Selection(.and([expression, other.expression]))
  }
}

/// One thing that a claim has or has not.
package enum Criterion: Sendable, Hashable {
  /// Claim ids by number.
  case claims(ClosedRange<Int>)
  /// Article ids by number.
  case articles(ClosedRange<Int>)
  case words(TextPattern, ClaimPart)
  /// A glob or regular expression that fits in one part of the claim.
  case pattern(LetterPattern, ClaimPart)
  /// A source's name or alias; nil for either role.
  case source(ValuePattern, AttributionRole?)
  case kind(ClaimKind)
  /// It has this verdict, or is disputed and somebody gives it.
  case verdict(Verdict)
  /// People do not agree on the verdict.
  case disputed
  case language(ArticleLanguage)
  /// The article's name or title.
  case article(ValuePattern)
  case tag(ValuePattern)
  case evidence(ValuePattern)
  /// The name of somebody who changed or annotated it.
  case user(ValuePattern)
  case has(ClaimFeature)
  case state(ClaimState)
  case worth(ClosedRange<Double>)
  case number(ClosedRange<Double>)
  case unit(ValuePattern)
  case date(DayRange)
  case grade(GradeRange)
}

/// What `has:` asks for.
package enum ClaimFeature: String, Sendable, Hashable, CaseIterable {
  case number, date, unit, quote, cue, speaker, doubt, anonymous, agency, inner, verdict
  case credibility, note, tag, evidence
}

/// What a version of its story made of a claim: what `is:` asks for.
package enum ClaimState: String, Sendable, Hashable, CaseIterable {
  /// Words of it are others, and nobody gave a verdict since.
  case changed
  /// Its words are not in the story any more: found where they are asked for.
  case gone
  /// It came with a later version.
  case new
}

/// Letters and digits of the Admiralty code, nil for any.
package struct GradeRange: Sendable, Hashable {
  package var reliability: ClosedRange<Character>?
  package var credibility: ClosedRange<Int>?
}
