extension Claim {
  /// Puts right who said it. Whoever was its innermost source and is no newsroom gives way; who
  /// carried the claim stays.
  package mutating func attribute(to new: Speaker?) {
    speaker = new
    anonymity = nil
    guard let first = hops.first, !first.kind.isNewsroom else { return }
    guard let new else {
      hops.removeFirst()
      return
    }
    hops[0].name = new.name
    hops[0].kind = Hop.Kind(new.kind)
  }
}

extension Hop.Kind {
  init(_ kind: SourceKind) {
    switch kind {
    case .agency: self = .agency
    case .outlet: self = .outlet
    case .document: self = .document
    case .person, .unknown: self = .person
    case .organisation, .government: self = .body
    }
  }
}
