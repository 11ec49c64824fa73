package import ClaimModel

/// A claim of a report with what was found about it.
package struct ReportClaim: Sendable {
  /// Somebody it is attributed to.
  package struct Attribution: Sendable, Hashable {
    package var name: String
    package var role: AttributionRole
    package var kind: SourceKind
    package var reliability: Reliability?
    /// Who attributed it by hand; nil for what the story says.
    package var givenBy: String?
    package init(
      name: String, role: AttributionRole, kind: SourceKind, reliability: Reliability? = nil,
      givenBy: String? = nil
    ) {
      self.name = name
      self.role = role
      self.kind = kind
      self.reliability = reliability
      self.givenBy = givenBy
    }
  }

  /// A station on its way, from the fact outwards.
  package struct Station: Sendable, Hashable {
    package enum Link: Sendable, Hashable {
      /// The words that tie it to the station before: "citing"; empty for none.
      case words(String)
      case byline, dateline
    }
    package var name: String
    package var isNewsroom: Bool
    package var link: Link
    package init(name: String, isNewsroom: Bool, link: Link) {
      self.name = name
      self.isNewsroom = isNewsroom
      self.link = link
    }
  }

  package struct Opinion: Sendable, Hashable {
    package var user: String
    package var verdict: Verdict
    package init(user: String, verdict: Verdict) {
      self.user = user
      self.verdict = verdict
    }
  }

  package struct Note: Sendable, Hashable {
    package var text: String
    package var user: String
    package var time: Timestamp
    package init(text: String, user: String, time: Timestamp) {
      self.text = text
      self.user = user
      self.time = time
    }
  }

  /// A verdict that was given, with when and by whom, and the number of its operation.
  package struct Judgement: Sendable, Hashable {
    package var operation: Int
    package var user: String
    package var time: Timestamp
    package var verdict: Verdict
    package init(operation: Int, user: String, time: Timestamp, verdict: Verdict) {
      self.operation = operation
      self.user = user
      self.time = time
      self.verdict = verdict
    }
  }

  package var id: ClaimID
  package var story: ArticleID
  package var claim: Claim
  /// Of `claim.content`, byte for byte.
  package var exact: [String]
  /// The same as people read it.
  package var words: String
  /// The latest verdict.
  package var verdict: Verdict
  /// What each person finds it to be.
  package var opinions: [Opinion]
  package var credibility: Credibility?
  package var notes: [Note]
  package var tags: [String]
  package var evidence: [String]
  package var attributions: [Attribution]
  package var chain: [Station]
  /// Why nobody is named, in the story's words; nil where it gives none.
  package var namelessness: String?
  /// Figures and days, as people read them.
  package var figures: [String]
  package var dates: [String]
  /// Why it is worth checking; empty where nobody asked.
  package var reasons: [Reason]
  package var history: [Judgement]
  /// Who added or changed its words by hand.
  package var handmadeBy: String?

  package init(
    id: ClaimID, story: ArticleID, claim: Claim, exact: [String], words: String,
    verdict: Verdict = .unchecked, opinions: [Opinion] = [], credibility: Credibility? = nil,
    notes: [Note] = [], tags: [String] = [], evidence: [String] = [],
    attributions: [Attribution] = [], chain: [Station] = [], namelessness: String? = nil,
    figures: [String] = [], dates: [String] = [], reasons: [Reason] = [],
    history: [Judgement] = [], handmadeBy: String? = nil
  ) {
    self.id = id
    self.story = story
    self.claim = claim
    self.exact = exact
    self.words = words
    self.verdict = verdict
    self.opinions = opinions
    self.credibility = credibility
    self.notes = notes
    self.tags = tags
    self.evidence = evidence
    self.attributions = attributions
    self.chain = chain
    self.namelessness = namelessness
    self.figures = figures
    self.dates = dates
    self.reasons = reasons
    self.history = history
    self.handmadeBy = handmadeBy
  }

  /// The verdicts that people gave where they do not agree, from true to false; else the latest.
  package var verdicts: [Verdict] {
    let given = Set(opinions.map(\.verdict))
    return given.count > 1 ? Verdict.allCases.filter(given.contains) : [verdict]
  }

  package var isDisputed: Bool { verdicts.count > 1 }

  /// "false", "disputed": of classes and filters.
  package var group: String { isDisputed ? "disputed" : verdict.rawValue }

  /// Whom it is from: who said it and who carried it, each once.
  package var sourceNames: [String] {
    (attributions.map(\.name) + chain.map(\.name)).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
