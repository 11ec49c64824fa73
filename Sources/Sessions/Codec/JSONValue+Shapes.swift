internal import JSONText
internal import Lexicons

/// Reading values of an expected type; a `ShapeError` says what stands there instead.
extension JSONValue {
  func string() throws(ShapeError) -> String {
    guard case .string(let text) = self else { throw mismatch("a text") }
    return text
  }

  func integer() throws(ShapeError) -> Int {
    guard case .integer(let number) = self else { throw mismatch("a whole number") }
    return number
  }

  func integer(within range: ClosedRange<Int>) throws(ShapeError) -> Int {
    let number = try integer()
    guard range.contains(number) else {
      let expected =
        range.upperBound == Int.max
        ? "a number from \(range.lowerBound)"
        : "a number from \(range.lowerBound) to \(range.upperBound)"
      throw ShapeError(.wrongValue("\(number)", expected: expected, nearest: nil))
    }
    return number
  }

  /// Also the texts for what JSON has no number for: see `init(finite:)`.
  func double() throws(ShapeError) -> Double {
    switch self {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    case .string("infinity"): return .infinity
    case .string("-infinity"): return -.infinity
    case .string("nan"): return .nan
    default: throw mismatch("a number")
    }
  }

  func object() throws(ShapeError) -> JSONObject {
    guard case .object(let object) = self else { throw mismatch("an object") }
    return object
  }

  func array() throws(ShapeError) -> [JSONValue] {
    guard case .array(let items) = self else { throw mismatch("a list") }
    return items
  }

  /// Every item of a list, read in order.
  func each<T>(_ read: (JSONValue) throws(ShapeError) -> T) throws(ShapeError) -> [T] {
    let items = try array()
    var values = [T]()
    values.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      do throws(ShapeError) {
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
  ) throws(ShapeError) -> T {
    let word = try string()
    if let value = T(rawValue: word) { return value }
    throw wrongValue(word, among: T.allCases.map(\.rawValue))
  }

  func mismatch(_ expected: String) -> ShapeError {
    ShapeError(.wrongType(expected: expected, found: typeName))
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
func wrongValue(_ word: String, among words: [String]) -> ShapeError {
  let list = words.joined(separator: ", ")
  return ShapeError(
    .wrongValue(
      word, expected: "one of \(list)",
      nearest: NearestName.names(like: word, among: words, limit: 1).first))
}
