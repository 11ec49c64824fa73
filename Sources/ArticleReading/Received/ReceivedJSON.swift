internal import JSONText

/// Reads the JSON of feeds and wires.
enum ReceivedJSON {
  /// The value of an input; `form` as people call it: "a JSON feed".
  static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, form: String
  ) throws(ReadingError) -> JSONValue {
    guard !ReceivedInput.isBlank(bytes) else {
      throw ReadingError(input: input.name, kind: .empty)
    }
    do throws(JSONError) {
      return try JSONReader.read(bytes, keepsFirstOfTwins: true)
    } catch {
      throw ReceivedInput.malformed(
        input, form, place: "line \(error.position.line), column \(error.position.column)",
        error.words, remedy: "get it again, whole, or have it written as JSON (RFC 8259)")
    }
  }
}

extension JSONValue {
  /// What a string says; nil for any other value.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// A string, or a number as it is written.
  var written: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): "\(number)"
    default: nil
    }
  }
}
