internal import ClaimModel
internal import JSONText

/// What was kept of evidence, and corrections, as JSON.
enum EvidenceCodec {
  static func json(_ capture: EvidenceCapture) -> JSONValue {
    var object = JSONObject()
    object.append("evidence", .string(capture.evidence))
    object.add("form", capture.form)
    object.append("length", .integer(capture.length))
    object.append("name", .string(capture.name))
    object.add("savedAt", capture.savedAt?.description)
    object.add("savedFrom", capture.savedFrom)
    object.append("sha256", .string(capture.sha256))
    object.add("stamp", capture.stamp.map(json))
    return .object(object)
  }

  static func capture(_ value: JSONValue) throws(FormatError) -> EvidenceCapture {
    let object = try value.object()
    return EvidenceCapture(
      evidence: try object.text("evidence"), sha256: try object.text("sha256"),
      length: try object.field("length") { value throws(FormatError) in
        try value.integer(within: 0...Int.max)
      },
      name: try object.text("name"), form: try object.optionalText("form"),
      savedFrom: try object.optionalText("savedFrom"),
      savedAt: try object.optional("savedAt", OriginCodec.time),
      stamp: try object.optional("stamp", stamp))
  }

  private static func json(_ stamp: TimeStampReply) -> JSONValue {
    [
      "name": .string(stamp.name), "serial": .string(stamp.serial),
      "sha256": .string(stamp.sha256), "time": .string(stamp.time.description),
    ]
  }

  private static func stamp(_ value: JSONValue) throws(FormatError) -> TimeStampReply {
    let object = try value.object()
    return TimeStampReply(
      sha256: try object.text("sha256"), name: try object.text("name"),
      time: try object.field("time") { value throws(FormatError) in
        let text = try value.string()
        guard let time = Timestamp(parsing: text) else {
          throw FormatError(
            .wrongValue(text, expected: "a time such as 2024-01-05T09:14:02Z", nearest: nil))
        }
        return time
      },
      serial: try object.text("serial"))
  }

  /// A correction as the summary of a session has it.
  static func json(_ correction: Correction) -> JSONValue {
    let place = correction.place
    var object = JSONObject()
    object.append("form", .string(correction.form.rawValue))
    object.add("issue", place.issue)
    object.append("language", .string(correction.language.rawValue))
    object.add("outlet", place.outlet)
    object.add("published", place.published?.description)
    object.add("reason", correction.reason)
    object.append("right", .string(correction.right))
    object.add("section", place.section)
    object.add("title", place.title)
    object.add("url", place.url)
    object.append("wrong", .string(correction.wrong))
    return .object(object)
  }
}
