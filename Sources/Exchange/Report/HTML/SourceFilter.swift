/// The filter of claims by source, done by the style sheet: a class for each source, and a rule that
/// hides claims without it while it is chosen.
struct SourceFilter {
  /// Sources that can be chosen, those with most claims first.
  let names: [(name: String, claims: Int)]
  private let places: [String: Int]
  private static let most = 100

  init(_ claims: [ReportClaim]) {
    var counts = [String: Int]()
    for claim in claims {
      for name in claim.sourceNames { counts[name, default: 0] += 1 }
    }
    let sorted = counts.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }.prefix(Self.most)
    names = sorted.map { ($0.key, $0.value) }
    places = Dictionary(
      sorted.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// "s0 s4"
  func classes(of claim: ReportClaim) -> String {
    claim.sourceNames.compactMap { places[$0].map { "s\($0)" } }.joined(separator: " ")
  }

  var rules: String {
    let groups = VerdictGroups.all.map { group in
      "#claims:has(#pick-\(group):checked) .claim:not(.v-\(group)){display:none}\n"
    }
    let sources = names.indices.map { place in
      "#claims:has(option[value=s\(place)]:checked) .claim:not(.s\(place)){display:none}\n"
    }
    return (groups + sources).joined()
  }
}
