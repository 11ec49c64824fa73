internal import ClaimModel
internal import JSONText

/// What the form of a story says of it, and the bytes that it was read from, as JSON.
enum OriginCodec {
  static func json(_ capture: Capture) -> JSONValue {
    var object = JSONObject()
    object.append("length", .integer(capture.length))
    object.append("manner", .string(capture.manner.rawValue))
    object.add("name", capture.name)
    object.append("sha256", .string(capture.sha256))
    return .object(object)
  }

  static func capture(_ value: JSONValue) throws(FormatError) -> Capture {
    let object = try value.object()
    return Capture(
      sha256: try object.text("sha256"),
      length: try object.field("length") { value throws(FormatError) in try value.integer() },
      manner: try object.choice("manner", of: Capture.Manner.self),
      name: try object.optionalText("name"))
  }

  static func json(_ origin: StoryOrigin, _ spans: SpanCodec) -> JSONValue {
    var object = JSONObject()
    object.add("agencies", texts: origin.agencies)
    object.add("authors", texts: origin.authors)
    object.add("entries", list: origin.entries.map { json($0, spans) })
    object.append("form", .string(origin.form))
    object.add("identifier", origin.identifier)
    object.add("lead", origin.lead.map(spans.json))
    object.add("notices", list: origin.notices.map(json))
    object.add("published", origin.published?.description)
    object.add("removed", list: origin.removed.map(json))
    object.add("savedAt", origin.savedAt?.description)
    object.add("savedFrom", origin.savedFrom)
    object.add("section", origin.section)
    object.add("updated", origin.updated?.description)
    object.add("version", origin.version)
    return .object(object)
  }

  static func origin(_ value: JSONValue, _ spans: SpanCodec) throws(FormatError) -> StoryOrigin {
    let object = try value.object()
    return StoryOrigin(
      form: try object.text("form"), lead: try object.optional("lead", spans.span),
      authors: try object.texts("authors"), agencies: try object.texts("agencies"),
      published: try object.optional("published", time),
      updated: try object.optional("updated", time),
      section: try object.optionalText("section"),
      identifier: try object.optionalText("identifier"),
      version: try object.optionalText("version"),
      notices: try object.list("notices", notice), removed: try object.list("removed", removed),
      entries: try object.list("entries") { value throws(FormatError) in
        try entry(value, spans)
      },
      savedFrom: try object.optionalText("savedFrom"),
      savedAt: try object.optional("savedAt", time))
  }

  private static func json(_ notice: StoryNotice) -> JSONValue {
    var object = JSONObject()
    object.append("kind", .string(notice.kind.rawValue))
    object.add("until", notice.until?.description)
    object.append("words", .string(notice.words))
    return .object(object)
  }

  private static func notice(_ value: JSONValue) throws(FormatError) -> StoryNotice {
    let object = try value.object()
    return StoryNotice(
      try object.choice("kind", of: StoryNotice.Kind.self), words: try object.text("words"),
      until: try object.optional("until", time))
  }

  private static func json(_ removed: RemovedText) -> JSONValue {
    var object = JSONObject()
    object.append("cause", .string(removed.cause.rawValue))
    object.append("words", .string(removed.words))
    return .object(object)
  }

  private static func removed(_ value: JSONValue) throws(FormatError) -> RemovedText {
    let object = try value.object()
    return RemovedText(
      try object.choice("cause", of: RemovedText.Cause.self), words: try object.text("words"))
  }

  private static func json(_ entry: StoryEntry, _ spans: SpanCodec) -> JSONValue {
    var object = JSONObject()
    object.append("span", spans.json(entry.span))
    object.add("time", entry.time?.description)
    object.add("words", entry.words.isEmpty ? nil : entry.words)
    return .object(object)
  }

  private static func entry(
    _ value: JSONValue, _ spans: SpanCodec
  ) throws(FormatError) -> StoryEntry {
    let object = try value.object()
    return StoryEntry(
      span: try object.field("span", spans.span), time: try object.optional("time", time),
      words: try object.optionalText("words") ?? "")
  }

  static func time(_ value: JSONValue) throws(FormatError) -> StoryTime {
    let text = try value.string()
    guard let time = StoryTime(iso: text) else {
      throw FormatError(
        .wrongValue(text, expected: "a time such as 2024-01-05T10:00+07:00", nearest: nil))
    }
    return time
  }
}
