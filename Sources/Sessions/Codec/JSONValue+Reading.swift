internal import JSONText
internal import Lexicons

/// Reading values of an expected type; a `FormatError` says what stands there instead.
extension JSONValue {
  func string() throws(FormatError) -> String {
    guard case .string(let text) = self else { throw mismatch("a text") }
    return text
  }

  func integer() throws(FormatError) -> Int {
    guard case .integer(let number) = self else { throw mismatch("a whole number") }
    return number
  }

  func integer(within range: ClosedRange<Int>) throws(FormatError) -> Int {
    let number = try integer()
    guard range.contains(number) else {
      let expected =
        range.upperBound == Int.max
        ? "a number from \(range.lowerBound)"
        : "a number from \(range.lowerBound) to \(range.upperBound)"
      throw FormatError(.wrongValue("\(number)", expected: expected, nearest: nil))
    }
    return number
  }

  /// Also the texts for what JSON has no number for: see `init(finite:)`.
  func double() throws(FormatError) -> Double {
    switch self {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .string("infinity"): return .infinity
    case .string("-infinity"): return -.infinity
    case .string("nan"): return .nan
    default: throw mismatch("a number")
    }
  }

  func object() throws(FormatError) -> JSONObject {
    guard case .object(let object) = self else { throw mismatch("an object") }
    return object
  }

  func array() throws(FormatError) -> [JSONValue] {
    guard case .array(let items) = self else { throw mismatch("a list") }
    return items
  }

  /// Every item of a list, read in order.
  func each<T>(_ read: (JSONValue) throws(FormatError) -> T) throws(FormatError) -> [T] {
    let items = try array()
    var values = [T]()
    values.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      do throws(FormatError) {
        values.append(try read(item))
      } catch {
        throw error.under(.index(index))
      }
    }
    return values
  }

  /// One of an enumeration's words.
  func choice<T: CaseIterable & RawRepresentable<String>>(
    of type: T.Type
  ) throws(FormatError) -> T {
    let word = try string()
    if let value = T(rawValue: word) { return value }
    throw wrongValue(word, among: T.allCases.map(\.rawValue))
  }

  func mismatch(_ expected: String) -> FormatError {
    FormatError(.wrongType(expected: expected, found: typeName))
  }

  private var typeName: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "the number \(number)"
    case .number(let number): "the number \(number)"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// The error for a word that is none of `words`, with the nearest of them if one is near.
func wrongValue(_ word: String, among words: [String]) -> FormatError {
  let list = words.joined(separator: ", ")
  return FormatError(
    .wrongValue(
      word, expected: "one of \(list)",
      nearest: NearestName.names(like: word, among: words, limit: 1).first))
}

extension JSONValue {
  /// The way to the first place where `other` is not this; members of which this has none are
  /// passed over.
  func firstDifference(in other: JSONValue) -> JSONPath? {
    switch (self, other) {
    case (.object(let mine), .object(let others)):
      for member in mine.members {
        guard let value = others[member.key] else { return JSONPath() }
        if let path = member.value.firstDifference(in: value) {
          return path.under(.key(member.key))
        }
      }
      return nil
    case (.array(let mine), .array(let others)):
      for (index, pair) in zip(mine, others).enumerated() {
        if let path = pair.0.firstDifference(in: pair.1) { return path.under(.index(index)) }
      }
      return mine.count == others.count ? nil : JSONPath()
    default: return self == other ? nil : JSONPath()
    }
  }
}
