internal import ClaimModel
internal import JSONText

/// A claim as JSON: spans in code points of its article, what is empty left out.
extension SpanCodec {
  func json(_ claim: Claim) -> JSONValue {
    var object = JSONObject()
    addChain(of: claim, to: &object)
    object.append("content", .array(json(claim.content)))
    object.append("context", json(claim.context))
    object.add("cue", list: json(claim.cue))
    object.add("dates", list: claim.dates.map(json))
    object.add("kind", claim.kind.rawValue)
    object.add("quantities", list: claim.quantities.map(json))
    object.add("reasons", list: claim.reasons.map(json))
    object.append("sentence", .integer(claim.sentence))
    object.add("source", list: json(claim.source))
    object.add("speaker", claim.speaker.map(json))
    object.append("worth", JSONValue(finite: claim.worth))
    return .object(object)
  }

  func claim(_ value: JSONValue) throws(FormatError) -> Claim {
    let object = try value.object()
    return Claim(
      kind: try object.choice("kind", of: ClaimKind.self),
      content: try object.field("content") { content throws(FormatError) in
        try content.each(span)
      },
      cue: try object.list("cue", span), source: try object.list("source", span),
      speaker: try object.optional("speaker", speaker),
      quantities: try object.list("quantities", quantity),
      dates: try object.list("dates", date),
      worth: try object.field("worth") { worth throws(FormatError) in try worth.double() },
      sentence: try object.field("sentence") { number throws(FormatError) in
        try number.integer(within: 0...Int(Int32.max))
      },
      context: try object.field("context", span), reasons: try object.list("reasons", reason),
      hops: try hops(object), anonymity: try anonymity(object), inner: try inner(object))
  }

  private func json(_ speaker: Speaker) -> JSONValue {
    var object: JSONObject = [
      "kind": .string(speaker.kind.rawValue), "name": .string(speaker.name),
    ]
    object.add("reason", speaker.reason.isEmpty ? nil : speaker.reason)
    if speaker.confidence != 1 {
      object.append("confidence", JSONValue(finite: speaker.confidence))
    }
    object.add("others", list: speaker.others.map(JSONValue.string))
    return .object(object)
  }

  private func speaker(_ value: JSONValue) throws(FormatError) -> Speaker {
    let object = try value.object()
    return Speaker(
      name: try object.text("name"), kind: try object.choice("kind", of: SourceKind.self),
      reason: try object.optionalText("reason") ?? "",
      confidence: try object.optional("confidence") { value throws(FormatError) in
        let share = try value.double()
        guard (0...1).contains(share) else { throw value.mismatch("a number from 0 to 1") }
        return share
      } ?? 1,
      others: try object.texts("others"))
  }

  /// A value with an upper end is written as both: `[5, 7]`.
  private func json(_ quantity: Quantity) -> JSONValue {
    let value = JSONValue(finite: quantity.value)
    return [
      "comparator": .string(quantity.comparator.rawValue), "span": json(quantity.span),
      "unit": .string(quantity.unit),
      "value": quantity.high.map { [value, JSONValue(finite: $0)] } ?? value,
    ]
  }

  private func quantity(_ value: JSONValue) throws(FormatError) -> Quantity {
    let object = try value.object()
    let numbers = try object.field("value") { value throws(FormatError) -> [Double] in
      guard case .array(let ends) = value else { return [try value.double()] }
      guard ends.count == 2 else { throw value.mismatch("a number or [low, high]") }
      return try value.each { end throws(FormatError) in try end.double() }
    }
    return Quantity(
      span: try object.field("span", span), value: numbers[0],
      high: numbers.count == 2 ? numbers[1] : nil,
      comparator: try object.choice("comparator", of: Comparator.self),
      unit: try object.text("unit"))
  }

  private func json(_ date: DateMention) -> JSONValue {
    ["iso": .string(date.iso), "span": json(date.span)]
  }

  private func date(_ value: JSONValue) throws(FormatError) -> DateMention {
    let object = try value.object()
    return DateMention(span: try object.field("span", span), iso: try object.text("iso"))
  }

  private func json(_ reason: Reason) -> JSONValue {
    var object = JSONObject()
    object.add("span", reason.span.map(json))
    object.add("subject", reason.subject.rawValue)
    object.add("weight", reason.weight.map(JSONValue.init(finite:)))
    object.add("words", reason.words)
    return .object(object)
  }

  private func reason(_ value: JSONValue) throws(FormatError) -> Reason {
    let object = try value.object()
    return Reason(
      try object.choice("subject", of: Reason.Subject.self), try object.text("words"),
      span: try object.optional("span", span),
      weight: try object.optional("weight") { weight throws(FormatError) in
        try weight.double()
      })
  }
}
