internal import ClaimModel
internal import FactStore
internal import JSONText

/// The values that members of actions have.
extension ActionFormat {
  static let text = ValueFormat<String>(
    .text, read: { value throws(FormatError) in try value.string() }, json: { .string($0) })

  static func integer(_ range: ClosedRange<Int>) -> ValueFormat<Int> {
    ValueFormat(
      .integer(range), read: { value throws(FormatError) in try value.integer(within: range) },
      json: { .integer($0) })
  }

  /// One of an enumeration's words.
  static func choice<Word: CaseIterable & RawRepresentable<String> & SendableMetatype>(
    of type: Word.Type
  ) -> ValueFormat<Word> {
    ValueFormat(
      .choice(Word.allCases.map(\.rawValue)),
      read: { value throws(FormatError) in try value.choice(of: Word.self) },
      json: { .string($0.rawValue) })
  }

  /// The number of an operation before the one at hand; 0 for the start.
  static let earlierOperation = ValueFormat<Int>(
    type: .integer(0...Int.max),
    read: { value, context throws(FormatError) in
      try value.integer(within: 0...context.number - 1)
    },
    json: { number, _ in .integer(number) })

  static let claimID = ValueFormat<ClaimID>(
    .claimID, read: { value throws(FormatError) in try Sessions.claimID(value) },
    json: { .string($0.description) })

  static let claimIDs = claimID.list(1...Int.max)

  /// Two claims that are held against each other.
  static let claimPair = ValueFormat<[ClaimID]>(
    type: .list(.claimID, count: 2...2),
    read: { value, context throws(FormatError) in
      let claims = try claimIDs.read(value, &context)
      guard claims.count == 2 else {
        throw FormatError(
          .wrongValue("\(claims.count) claims", expected: "two claims", nearest: nil))
      }
      return claims
    },
    json: { claims, context in claimIDs.json(claims, context) })

  static let articleID = ValueFormat<ArticleID>(
    type: .articleID,
    read: { value, context throws(FormatError) in try context.story(value) },
    json: { id, _ in .string(id.description) })

  /// A claim of the article that a member before it names.
  static let claim = ValueFormat<Claim>(
    type: .claim,
    read: { value, context throws(FormatError) in try context.claim(value) },
    json: { claim, context in context.spansOfStory?.json(claim) })

  static let revisedClaim = ValueFormat<RevisedClaim>(
    type: .revisedClaim,
    read: { value, context throws(FormatError) in
      let object = try value.object()
      return RevisedClaim(
        id: try object.field("id", Sessions.claimID),
        claim: try object.field("claim") { value throws(FormatError) in try context.claim(value) })
    },
    json: { revised, context in
      context.spansOfStory.map {
        ["claim": $0.json(revised.claim), "id": .string(revised.id.description)]
      }
    })

  /// How the article that a member before it names is cut up.
  static let structure = ValueFormat<ArticleStructure>(
    type: .structure,
    read: { value, context throws(FormatError) in
      try ArticleCodec.structure(try value.object(), try context.namedSpans())
    },
    json: { structure, context in
      guard let spans = context.spansOfStory else { return nil }
      var object = JSONObject()
      ArticleCodec.add(structure, spans, to: &object)
      return .object(object)
    })

  static let day = ValueFormat<CalendarDay>(
    .day, read: { value throws(FormatError) in try ArticleCodec.day(value) },
    json: { .string($0.description) })

  static let storyTime = ValueFormat<StoryTime>(
    .storyTime, read: { value throws(FormatError) in try OriginCodec.time(value) },
    json: { .string($0.description) })

  /// What was kept of a piece of evidence.
  static let evidenceCapture = ValueFormat<EvidenceCapture>(
    .evidenceCapture, read: { value throws(FormatError) in try EvidenceCodec.capture(value) },
    json: { EvidenceCodec.json($0) })

  static let credibility = ValueFormat<Credibility>(
    .integer(1...6),
    read: { value throws(FormatError) in
      guard let grade = Credibility(try value.integer(within: 1...6)) else {
        throw value.mismatch("a number from 1 to 6")
      }
      return grade
    },
    json: { .integer($0.grade) })

  static let source = ValueFormat<Source>(
    .source, read: { value throws(FormatError) in try Source.read(value) }, json: { $0.json })
}
