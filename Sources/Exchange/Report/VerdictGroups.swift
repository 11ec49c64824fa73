internal import ClaimModel

/// The verdicts by which claims are counted, and "disputed" for those on which people do not agree.
enum VerdictGroups {
  static let all = Verdict.allCases.map(\.rawValue) + ["disputed"]

  /// Those that claims have, with how many, in the order of `all`.
  static func counts(_ claims: [ReportClaim]) -> [(group: String, claims: Int)] {
    var counts = [String: Int]()
    for claim in claims { counts[claim.group, default: 0] += 1 }
    return all.compactMap { group in counts[group].map { (group, $0) } }
  }
}
