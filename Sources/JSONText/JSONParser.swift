/// A cursor over JSON text: values, lists and objects. Strings and numbers are in files of
/// their own.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// Whether of members of one key the first one counts; else the second one is an error.
  var keepsFirstOfTwins = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    at = JSONEncoding.mark(bytes)
  }

  var atEnd: Bool { at >= bytes.count }
  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  func error(_ kind: JSONError.Kind, at offset: Int? = nil) -> JSONError {
    JSONError(kind, at: JSONPosition(offset: offset ?? at, in: bytes))
  }

  func unexpected(_ expected: JSONError.Expectation) -> JSONError {
    error(.unexpected(next, expected: expected))
  }

  mutating func skipBlanks() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard at < bytes.count else { throw unexpected(.value) }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object(depth: try deeper(depth)))
    case UInt8(ascii: "["): return .array(try array(depth: try deeper(depth)))
    case UInt8(ascii: "-"), 0x30...0x39: return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected(.value)
    }
  }

  private func deeper(_ depth: Int) throws(JSONError) -> Int {
    guard depth < JSONReader.depthLimit else {
      throw error(.tooDeep(limit: JSONReader.depthLimit))
    }
    return depth + 1
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count,
      bytes[at..<at + length].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { throw unexpected(.word("\(word)")) }
    at += length
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    at += 1
    var items = [JSONValue]()
    while try hasNext(after: items.count, close: UInt8(ascii: "]")) {
      items.append(try value(depth: depth))
    }
    return items
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    let start = at
    at += 1
    var object = JSONObject()
    var keys = KeySet()
    while try hasNext(after: object.members.count, close: UInt8(ascii: "}")) {
      skipBlanks()
      let place = at
      let key = try memberKey()
      if keys.insert(key, besides: object) {
        object.append(key, try value(depth: depth))
      } else if keepsFirstOfTwins {
        _ = try value(depth: depth)
      } else {
        throw duplicate(key, at: place, from: start)
      }
    }
    return object
  }

  /// Steps over the comma before the next element, or over the closing bracket (false).
  mutating func hasNext(after count: Int, close: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    if next == close {
      at += 1
      return false
    }
    guard count > 0 else { return true }
    guard next == UInt8(ascii: ",") else {
      throw unexpected(close == UInt8(ascii: "}") ? .commaOrBrace : .commaOrBracket)
    }
    at += 1
    skipBlanks()
    guard next != close else {
      throw unexpected(close == UInt8(ascii: "}") ? .key : .value)
    }
    return true
  }

  /// A key and the colon behind it.
  mutating func memberKey() throws(JSONError) -> String {
    skipBlanks()
    guard next == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let key = try string()
    skipBlanks()
    guard next == UInt8(ascii: ":") else { throw unexpected(.colon) }
    at += 1
    return key
  }

  /// The error for a key that stands in the object from `start` twice, the second time at
  /// `place`: reads the object again up to the first.
  func duplicate(_ key: String, at place: Int, from start: Int) -> JSONError {
    var parser = self
    parser.at = start + 1
    var first = start
    var count = 0
    do throws(JSONError) {
      while try parser.hasNext(after: count, close: UInt8(ascii: "}")) {
        parser.skipBlanks()
        first = parser.at
        if try parser.memberKey().utf8.elementsEqual(key.utf8) { break }
        _ = try parser.value(depth: 0)
        count += 1
      }
    } catch { return error }
    let position = JSONPosition(offset: first, in: bytes)
    return error(.duplicateKey(key, first: position), at: place)
  }
}

/// The keys of one object, by their bytes ("é" in two forms is two keys). Most are told apart by a
/// bit of 64; the few of one bit are compared one by one. From 64 keys on they are hashed, so that
/// reading stays linear.
struct KeySet {
  private var bits: UInt64 = 0
  private var hashed: Set<[UInt8]> = []

  mutating func insert(_ key: String, besides object: JSONObject) -> Bool {
    let members = object.members
    guard members.count < 64 else {
      if hashed.isEmpty { hashed = Set(members.map { Array($0.key.utf8) }) }
      return hashed.insert(Array(key.utf8)).inserted
    }
    let bit = Self.bit(key)
    defer { bits |= bit }
    guard bits & bit != 0 else { return true }
    let length = key.utf8.count
    return !members.contains { $0.key.utf8.count == length && $0.key.utf8.elementsEqual(key.utf8) }
  }

  /// By all bytes of the key.
  private static func bit(_ key: String) -> UInt64 {
    var hash: UInt64 = 0
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 }
    return 1 << (hash >> 58)
  }
}
