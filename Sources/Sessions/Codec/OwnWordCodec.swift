internal import JSONText
internal import Lexicons

/// An entry of a newsroom's own tables in JSON: `{"file": "cues.tsv", "line": 3, "subject": "cue",
/// "words": "hé lộ", …}`.
extension OwnWords.Entry {
  var json: JSONValue {
    var object: JSONObject = [
      "file": .string(file), "language": .string(language), "line": .integer(line),
      "subject": .string(subject.rawValue), "value": .string(value), "words": .string(words),
    ]
    object.add("forms", texts: forms == [words] ? [] : forms)
    return .object(object)
  }

  static func read(_ value: JSONValue) throws(FormatError) -> OwnWords.Entry {
    let object = try value.object()
    let words = try object.text("words")
    let forms = try object.texts("forms")
    return OwnWords.Entry(
      try object.choice("subject", of: Subject.self), words,
      forms: forms.isEmpty ? [words] : forms, value: try object.text("value"),
      language: try object.text("language"), file: try object.text("file"),
      line: try object.field("line") { line throws(FormatError) in
        try line.integer(within: 1...Int.max)
      })
  }
}
