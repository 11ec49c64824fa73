internal import ClaimModel
internal import JSONText

/// Through whom a claim came, as JSON: members that claims without chains do not have.
extension SpanCodec {
  /// Adds `anonymous` (why a name is withheld, as far as the story says), `hops` from the fact
  /// outwards, and `inner`, the place of the claim that one only carries.
  func addChain(of claim: Claim, to object: inout JSONObject) {
    if let anonymity = claim.anonymity {
      var why = JSONObject()
      why.add("reason", anonymity.reason.map(json))
      object.append("anonymous", .object(why))
    }
    object.add("hops", list: claim.hops.map(json))
    object.add("inner", claim.inner.map { .integer($0) })
  }

  private func json(_ hop: Hop) -> JSONValue {
    var object: JSONObject = [
      "kind": .string(hop.kind.rawValue), "name": .string(hop.name), "span": json(hop.span),
    ]
    object.add("ties", list: json(hop.ties))
    return .object(object)
  }

  func hops(_ object: JSONObject) throws(FormatError) -> [Hop] {
    try object.list("hops") { value throws(FormatError) in
      let hop = try value.object()
      return Hop(
        name: try hop.text("name"), span: try hop.field("span", span),
        kind: try hop.choice("kind", of: Hop.Kind.self), ties: try hop.list("ties", span))
    }
  }

  func anonymity(_ object: JSONObject) throws(FormatError) -> Anonymity? {
    try object.optional("anonymous") { value throws(FormatError) in
      Anonymity(reason: try value.object().optional("reason", span))
    }
  }

  func inner(_ object: JSONObject) throws(FormatError) -> Int? {
    try object.optional("inner") { value throws(FormatError) in
      try value.integer(within: 0...Int(Int32.max))
    }
  }
}
