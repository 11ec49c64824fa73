package import ClaimModel

/// A claim of the desk with all that was said of it.
package struct DeskClaim: Sendable {
  /// "c3"
  package var id: String
  package var claim: Claim
  /// Who said it and through whom it came, by canonical names.
  package var speakers: [String]
  package var via: [String]
  package var attributions: [DeskAttribution]
  /// The claim that it only carries: "c4".
  package var inner: String?
  /// Who put it there or put it right by hand; nil for one as it was found.
  package var givenBy: String?
  /// The latest verdict.
  package var verdict: Verdict
  /// What each person finds, where they do not agree; empty where they do.
  package var dispute: [DeskOpinion]
  package var credibility: Credibility?
  package var notes: [String]
  package var tags: [String]
  package var evidence: [String]
  /// Every annotation, oldest first.
  package var marks: [DeskMark]

  package init(
    id: String, claim: Claim, speakers: [String] = [], via: [String] = [],
    attributions: [DeskAttribution] = [], inner: String? = nil, givenBy: String? = nil,
    verdict: Verdict = .unchecked, dispute: [DeskOpinion] = [], credibility: Credibility? = nil,
    notes: [String] = [], tags: [String] = [], evidence: [String] = [], marks: [DeskMark] = []
  ) {
    self.id = id
    self.claim = claim
    self.speakers = speakers
    self.via = via
    self.attributions = attributions
    self.inner = inner
    self.givenBy = givenBy
    self.verdict = verdict
    self.dispute = dispute
    self.credibility = credibility
    self.notes = notes
    self.tags = tags
    self.evidence = evidence
    self.marks = marks
  }

  /// "3" of "c3": a row's key.
  var number: Int { Int(id.dropFirst()) ?? 0 }

  /// Whoever annotated it last, and when.
  var annotator: String? { marks.last?.user }
  var annotated: Timestamp? { marks.last?.time }

  /// Through whom it passed, from the fact outwards: "Kyodo → Xinhua".
  var chain: String { claim.hops.map(\.name).joined(separator: " → ") }

  /// What a count of independent sources names; none of a claim that only carries another.
  func roots(in story: DeskStory) -> [String] {
    claim.inner == nil ? claim.roots(carriedBy: story.article.agencies).map(\.name) : []
  }
}

package struct DeskAttribution: Sendable, Hashable {
  package var source: String
  package var role: AttributionRole
  /// Nil for what the story itself says.
  package var givenBy: String?
  package var time: Timestamp?

  package init(
    source: String, role: AttributionRole, givenBy: String? = nil, time: Timestamp? = nil
  ) {
    self.source = source
    self.role = role
    self.givenBy = givenBy
    self.time = time
  }
}

package struct DeskOpinion: Sendable, Hashable {
  package var user: String
  package var verdict: Verdict
  package init(user: String, verdict: Verdict) {
    self.user = user
    self.verdict = verdict
  }
}

/// One annotation: what it set, by whom and when.
package struct DeskMark: Sendable, Hashable {
  package var user: String
  package var time: Timestamp
  package var verdict: Verdict?
  package var credibility: Credibility?
  package var note: String?
  package var tags: [String]
  package var evidence: [String]

  package init(
    user: String, time: Timestamp, verdict: Verdict? = nil, credibility: Credibility? = nil,
    note: String? = nil, tags: [String] = [], evidence: [String] = []
  ) {
    self.user = user
    self.time = time
    self.verdict = verdict
    self.credibility = credibility
    self.note = note
    self.tags = tags
    self.evidence = evidence
  }
}

extension Verdict {
  /// From 1, false, to 5, true; nil where it is on no scale.
  package var rank: Int? {
    switch self {
    case .false: 1
    case .misleading: 2
    case .halfTrue: 3
    case .mostlyTrue: 4
    case .true: 5
    case .unchecked, .unverifiable: nil
    }
  }

  /// For people: "mostly-true" → "Mostly true".
  var title: String {
    let words = rawValue.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
