package import ClaimModel

/// What claims are counted and looked for by: the verdict that they have, or that people do not
/// agree on it.
package enum VerdictGroup: Sendable, Hashable, CaseIterable, RawRepresentable {
  case verdict(Verdict)
  case disputed

  package static var allCases: [VerdictGroup] {
    Verdict.allCases.map { .verdict($0) } + [.disputed]
  }

  package init?(rawValue: String) {
    if rawValue == "disputed" {
      self = .disputed
    } else if let verdict = Verdict(rawValue: rawValue) {
      self = .verdict(verdict)
    } else {
      return nil
    }
  }

  package var rawValue: String {
    switch self {
    case .verdict(let verdict): verdict.rawValue
    case .disputed: "disputed"
    }
  }
}

/// What one person finds a claim to be: the latest verdict of theirs.
package struct Opinion: Sendable, Hashable {
  package var user: String
  package var verdict: Verdict
  package init(user: String, verdict: Verdict) {
    self.user = user
    self.verdict = verdict
  }
}

extension [Opinion] {
  /// The latest verdict of each person, in the order of their first ones; 'unchecked' takes one
  /// back.
  init(_ marks: [SignedMark<ClaimMark>]) {
    self = []
    for marked in marks {
      guard let verdict = marked.mark.verdict else { continue }
      if let place = firstIndex(where: { $0.user == marked.user }) {
        self[place].verdict = verdict
      } else {
        append(Opinion(user: marked.user, verdict: verdict))
      }
    }
    removeAll { $0.verdict == .unchecked }
  }

  /// The verdicts that people gave, each once, from true to false.
  package var verdicts: [Verdict] {
    let given = Set(map(\.verdict))
    return Verdict.allCases.filter(given.contains)
  }

  /// Whether two people or more do not agree.
  package var isDisputed: Bool { contains { $0.verdict != first?.verdict } }
}

extension ClaimAssessment {
  package var isDisputed: Bool { opinions.isDisputed }

  package var group: VerdictGroup { isDisputed ? .disputed : .verdict(verdict) }

  /// "true/false" where people do not agree, else the verdict: "true".
  package var verdictWords: String {
    isDisputed ? opinions.verdicts.map(\.rawValue).joined(separator: "/") : verdict.rawValue
  }
}
