internal import ClaimModel

extension FactStore {
  /// The ways from a claim to its roots: what people attributed goes before its hops, these before
  /// what its article signs with. What other claims of the article cite is none of its roots.
  package func paths(of claim: ClaimRecord, in map: ProvenanceMap) -> [ProvenancePath] {
    let isGiven = claim.attributions.contains { attribution in
      attribution.givenBy != nil
        && (attribution.role == .reportedBy || isNewsroom(attribution.source))
    }
    let chained = isGiven ? nil : chainPaths(of: claim, in: map)
    return chained ?? attributedPaths(of: claim, in: map)
  }

  /// By the claim's hops; nil where it has none.
  private func chainPaths(of claim: ClaimRecord, in map: ProvenanceMap) -> [ProvenancePath]? {
    guard !claim.claim.hops.isEmpty else { return nil }
    let carriers = carrierPaths(of: claim, in: map)
    let roots = claim.claim.roots(carriedBy: carriers.map(\.root.name))
    let isCited = claim.claim.hops.contains(where: \.kind.isNewsroom)
    if !isCited, !carriers.isEmpty {
      return roots.compactMap { root in carriers.first { $0.root.name == root.name } }
    }
    let reason = isCited ? ProvenanceReason.cited(claim.id) : .said(claim.id)
    let speaker = isCited ? nil : speaker(of: claim)
    var seen = Set<ProvenanceRoot>()
    return roots.map { root in
      ProvenancePath(
        steps: [.init(article: claim.articleID, reason: reason)],
        root: .source(speaker ?? canonical(root.name)))
    }.filter { seen.insert($0.root).inserted }
  }

  /// The ways by which all of the article came, less what somebody took away from the claim.
  private func carrierPaths(
    of claim: ClaimRecord, in map: ProvenanceMap
  ) -> [ProvenancePath] {
    map.carrierPaths(of: claim.articleID).filter { path in
      guard case .source(let name) = path.root else { return false }
      return path.isByCopy
        || claim.attributions.contains { $0.role == .reportedBy && $0.source == name }
    }
  }

  /// Who said it, as far as that is its innermost source: a speaker's name is fuller than a hop's.
  private func speaker(of claim: ClaimRecord) -> String? {
    let speakers = claim.attributions.filter { $0.role == .saidBy }
    if let given = speakers.last(where: { $0.givenBy != nil }) { return given.source }
    guard let hop = claim.claim.hops.first else { return nil }
    let key = SourceName.foldedKey(hop.name)
    return speakers.map(\.source).first { name in
      let other = SourceName.foldedKey(name)
      return key.contains(other) || other.contains(key)
    }
  }

  /// The innermost source of a claim by its canonical name; nil where it has no hops.
  func innermost(of claim: ClaimRecord) -> String? {
    claim.claim.hops.first.map { speaker(of: claim) ?? canonical($0.name) }
  }

  private func canonical(_ name: String) -> String {
    source(named: name)?.name ?? catalogue.source(name)?.name ?? name
  }

  /// By the attributions that stand on the claim, and by its article.
  private func attributedPaths(
    of claim: ClaimRecord, in map: ProvenanceMap
  ) -> [ProvenancePath] {
    let own = claim.attributions.filter { $0.role == .saidBy && isNewsroom($0.source) }
    let through = own.isEmpty ? claim.attributions.filter { $0.role == .reportedBy } : own
    let article = map.carrierPaths(of: claim.articleID)
    if !through.isEmpty { return through.map { path(of: claim, by: $0, article) } }
    // No agency stands on it: somebody took those of the byline away, or there are none.
    let left = article.filter { $0.isByCopy || $0.isOwn }
    if !left.isEmpty { return left }
    return [
      ProvenancePath(
        steps: [.init(article: claim.articleID, reason: .own)], root: .article(claim.articleID))
    ]
  }

  private func path(
    of claim: ClaimRecord, by attribution: ClaimAttribution, _ article: [ProvenancePath]
  ) -> ProvenancePath {
    let root = ProvenanceRoot.source(attribution.source)
    if attribution.givenBy == nil, attribution.role == .reportedBy,
      let path = article.first(where: { $0.root == root })
    {
      return path
    }
    let reason =
      attribution.givenBy.map { ProvenanceReason.attributed(claim.id, by: $0) } ?? .cited(claim.id)
    return ProvenancePath(steps: [.init(article: claim.articleID, reason: reason)], root: root)
  }

  private func isNewsroom(_ name: String) -> Bool {
    source(named: name)?.source.kind.isNewsroom ?? false
  }
}

extension ProvenancePath {
  /// Whether it leads over another article that is a copy.
  var isByCopy: Bool {
    switch steps.first?.reason {
    case .copy, .signedCopy: true
    default: false
    }
  }

  fileprivate var isOwn: Bool {
    if case .own = steps.first?.reason { true } else { false }
  }
}
