internal import ClaimModel

extension FactStore {
  /// The registry places of the hops of an article's claims, by their names: a newsroom becomes a
  /// source, anybody else has a place where a source of that name stands already.
  mutating func hopPlaces(_ claims: PackedClaims, _ delta: inout Delta) -> [[Int]] {
    let names = claims.hopNames
    guard !names.isEmpty else { return [] }
    var kinds = names.map { _ in Hop.Kind?.none }
    for index in claims.indices {
      claims.forEachHop(at: index) { name, kind in
        if kinds[name]?.isNewsroom != true { kinds[name] = kind }
      }
    }
    return zip(names, kinds).map { name, kind in places(ofHop: name, kind ?? .body, &delta) }
  }

  mutating func hopPlaces(_ claim: Claim, _ delta: inout Delta) -> [[Int]] {
    claim.hops.map { places(ofHop: $0.name, $0.kind, &delta) }
  }

  /// Of a joined name ("Reuters and AFP") one for each part.
  private mutating func places(
    ofHop name: String, _ kind: Hop.Kind, _ delta: inout Delta
  ) -> [Int] {
    guard let source = kind.newsroomKind else {
      return registry.place(exactly: name).map { [$0] } ?? []
    }
    let parts = Hop(name: name, span: TextSpan(0, 0), kind: kind).parts
    return parts.filter { !SourceName.key($0).isEmpty }.map { place(mentioned: $0, source, &delta) }
  }
}

extension Hop.Kind {
  /// What a newsroom is among sources; nil for what is none.
  fileprivate var newsroomKind: SourceKind? {
    switch self {
    case .agency: .agency
    case .outlet: .outlet
    case .person, .body, .document, .medium: nil
    }
  }
}
