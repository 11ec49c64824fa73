internal import ClaimModel

/// Words in quotation marks; those that bring some of their own as they are.
func quoted(_ words: String) -> String {
  let hasMarks = words.first.map { "\"“”‘«„'".contains($0) } ?? false
  return hasMarks ? words : "“\(words)”"
}

/// What reports of every form say of a claim.
extension ReportWords {
  /// " (citing)", " (byline)"
  func link(_ station: ReportClaim.Station) -> String {
    switch station.link {
    case .words(let words): words.isEmpty ? "" : " (\(words))"
    case .byline: " (\(self[.byline]))"
    case .dateline: " (\(self[.dateline]))"
    }
  }

  /// "agency", "B2, usually reliable", "attributed by an"
  func about(
    _ one: ReportClaim.Attribution, credibility: Credibility?, names: Bool
  ) -> [String] {
    var parts = [String]()
    if one.kind != .unknown { parts.append(word("source-kind", one.kind.rawValue)) }
    if let reliability = one.reliability {
      let grade = reliability.rawValue + (credibility?.description ?? "–")
      parts.append("\(grade), \(word("reliability", reliability.rawValue))")
    }
    if names, let user = one.givenBy { parts.append(self[.givenBy, ["name": user]]) }
    return parts
  }

  /// "an: True, binh: False"
  func opinions(of claim: ReportClaim, names: Bool) -> String {
    claim.opinions.map { opinion in
      let verdict = word("verdict", opinion.verdict.rawValue)
      return names ? "\(opinion.user): \(verdict)" : verdict
    }.joined(separator: ", ")
  }

  /// "True (an, 2024-01-05 09:14 UTC) → False (…)"
  func history(of claim: ReportClaim, names: Bool) -> String {
    claim.history.map { one in
      let who = names ? "\(one.user), " : ""
      return "\(word("verdict", one.verdict.rawValue)) (\(who)\(time(one.time)))"
    }.joined(separator: " → ")
  }

  /// "+0.30 start of every claim; +0.20 states a number “3 xe tải”"
  func reasons(of claim: ReportClaim) -> String {
    claim.reasons.map { reason in
      let weight = reason.weight.map { ($0 < 0 ? "" : "+") + decimal($0) + " " } ?? ""
      return weight + word("reason", reason.words)
    }.joined(separator: "; ")
  }

  /// Why a claim has no verdict.
  func whyUnchecked(_ claim: ReportClaim) -> String {
    let isBegun = !claim.notes.isEmpty || !claim.evidence.isEmpty || claim.credibility != nil
    if isBegun { return self[.whyNoted] }
    return claim.claim.worth < 0.5 ? self[.whyLittle] : self[.whyWorth]
  }
}

extension ReportWords {
  /// "people injured (numbers, cannot both be true)"
  func subject(of conflict: ReportConflict) -> String {
    let kind = word("conflict-kind", conflict.kind)
    let relation = word("conflict-relation", conflict.relation)
    return conflict.subject.isEmpty
      ? "\(kind), \(relation)" : "\(conflict.subject) (\(kind), \(relation))"
  }
}
