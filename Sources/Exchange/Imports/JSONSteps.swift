internal import JSONText

/// JSON-LD writes one value alone or in a list, a thing by its name or in full.
extension JSONValue {
  subscript(key: String) -> JSONValue? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number, also one that is written as a string.
  var whole: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text)
    default: nil
    }
  }

  /// The members of a list; any other value by itself.
  var all: [JSONValue] {
    switch self {
    case .array(let items): items
    case .null: []
    default: [self]
    }
  }

  /// "type" of JSON-LD as a list: with or without "@".
  var types: [String] {
    (self["type"] ?? self["@type"]).map { $0.all.compactMap(\.text) } ?? []
  }

  /// What names a thing: its text, "id", "@id" or "url".
  var name: String? {
    text ?? ["id", "@id", "url", "name"].lazy.compactMap { self[$0]?.text }.first
  }
}

extension ImportFault {
  /// JSON that cannot be read.
  static func json(
    _ form: String, file: String, _ error: JSONError
  ) -> ImportFault {
    ImportFault(
      form, file: file, place: "line \(error.position.line), column \(error.position.column)",
      problem: "no JSON", remedy: "look whether the file came whole; expected JSON as \(form)")
  }
}
