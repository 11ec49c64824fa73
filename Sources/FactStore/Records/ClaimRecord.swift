package import ClaimModel

/// A claim that stands in the store, with all that was said of it.
package struct ClaimRecord: Sendable, Hashable {
  package var id: ClaimID
  package var articleID: ArticleID
  /// As extracted, or as put right by hand.
  package var claim: Claim
  package var origin: ClaimOrigin
  /// Extracted ones first (speaker, then agencies), then those given by hand, in order of time.
  package var attributions: [ClaimAttribution]
  /// Through whom it came to the story, by canonical names: what people gave, then its hops from
  /// the fact outwards, less one who says it and is no newsroom. Without a newsroom among the hops
  /// those of byline and dateline.
  package var via: [String]
  /// Every annotation, oldest first.
  package var marks: [SignedMark<ClaimMark>]
  /// What people found it and claims of higher numbers to be to each other, oldest first.
  package var rulings: [RuledMatch]
  /// What was published of it and put right since, oldest first.
  package var corrections: [SignedMark<Correction>] = []
  /// What the annotations come to.
  package var assessment: ClaimAssessment
  /// What versions of its story made of it, oldest first.
  package var turns: [ClaimRewording] = []
  /// The version of its story that has its words no more; nil for a claim that stands.
  package var goneWith: Int?
  /// Whether words of it changed since somebody last gave a verdict.
  package var isChanged = false

  /// The latest word, of whoever it is.
  package var verdict: Verdict { assessment.verdict }
  package var isDisputed: Bool { assessment.isDisputed }
  package var credibility: Credibility? { assessment.credibility }
  package var notes: [String] { assessment.notes }
  package var tags: [String] { assessment.tags }
  package var evidence: [String] { assessment.evidence }
  package var captures: [SignedMark<EvidenceCapture>] { assessment.captures }
}

/// Whose work a claim's spans are.
package enum ClaimOrigin: Sendable, Hashable {
  case extracted
  case added(by: String, time: Timestamp)
  case edited(by: String, time: Timestamp)
}

/// A claim came to us through a source.
package struct ClaimAttribution: Sendable, Hashable {
  /// The canonical name.
  package var source: String
  package var role: AttributionRole
  /// Nil for what the extractor read from the story.
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

/// What a claim's annotations come to: the latest word on each thing.
package struct ClaimAssessment: Sendable, Hashable {
  package var verdict = Verdict.unchecked
  /// What each person finds it to be; 'unchecked' is nobody's.
  package var opinions: [Opinion]
  package var credibility: Credibility?
  package var signedNotes = SignedNotes()
  package var tags: [String] = []
  package var evidence: [String] = []
  /// What was kept of the evidence, by whom and when first.
  package var captures: [SignedMark<EvidenceCapture>] = []

  package var notes: [String] { signedNotes.texts }

  init(_ marks: [SignedMark<ClaimMark>]) {
    opinions = [Opinion](marks)
    for marked in marks { add(marked.mark, by: marked.user, marked.time) }
  }

  private mutating func add(_ mark: ClaimMark, by user: String, _ time: Timestamp) {
    verdict = mark.verdict ?? verdict
    credibility = mark.credibility ?? credibility
    signedNotes.take(mark.note, without: mark.removedNotes, by: user)
    tags.removeAll(where: mark.removedTags.contains)
    for tag in mark.tags where !tags.contains(tag) { tags.append(tag) }
    evidence.removeAll(where: mark.removedEvidence.contains)
    for item in mark.evidence where !evidence.contains(item) { evidence.append(item) }
    guard !captures.isEmpty || !mark.captures.isEmpty else { return }
    captures.removeAll { mark.removedEvidence.contains($0.mark.evidence) }
    for capture in mark.captures { keep(capture, by: user, time) }
  }

  /// The same bytes kept once more are what they were, with what is known of them since.
  private mutating func keep(_ capture: EvidenceCapture, by user: String, _ time: Timestamp) {
    if !evidence.contains(capture.evidence) { evidence.append(capture.evidence) }
    let place = captures.firstIndex {
      $0.mark.evidence == capture.evidence && $0.mark.sha256 == capture.sha256
    }
    guard let place else {
      captures.append(SignedMark(mark: capture, user: user, time: time))
      return
    }
    let stamp = capture.stamp ?? captures[place].mark.stamp
    captures[place].mark = capture
    captures[place].mark.stamp = stamp
  }
}
