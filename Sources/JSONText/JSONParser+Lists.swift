/// Lists whose items are stepped over rather than made.
extension JSONParser {
  /// The whole text, `starts` telling where the items of the root's lists at `keys` begin.
  mutating func root(
    steppingOver listKeys: Set<String>, into starts: inout [String: [Int]]
  ) throws(JSONError) -> JSONValue {
    skipBlanks()
    let start = at
    guard next == UInt8(ascii: "{") else { return try ended(try value(depth: 0)) }
    at += 1
    var object = JSONObject()
    var keys = KeySet()
    var count = 0
    while try hasNext(after: count, close: UInt8(ascii: "}")) {
      skipBlanks()
      let place = at
      let key = try memberKey()
      guard keys.insert(key, besides: object), starts[key] == nil else {
        throw duplicate(key, at: place, from: start)
      }
      skipBlanks()
      if listKeys.contains(key), next == UInt8(ascii: "[") {
        starts[key] = try items()
      } else {
        object.append(key, try value(depth: 1))
      }
      count += 1
    }
    return try ended(.object(object))
  }

  private mutating func ended(_ value: JSONValue) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard atEnd else { throw error(.trailingData) }
    return value
  }

  /// Where the items of the list at the cursor begin.
  private mutating func items() throws(JSONError) -> [Int] {
    at += 1
    var starts = [Int]()
    while try hasNext(after: starts.count, close: UInt8(ascii: "]")) {
      skipBlanks()
      starts.append(at)
      if !stepOver() { _ = try value(depth: 2) }
    }
    return starts
  }

  /// Goes behind the bracket that closes the list or object at the cursor; false, and nowhere, where
  /// there is none of them, or no end.
  private mutating func stepOver() -> Bool {
    var depth = 0
    var place = at
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""): place = endOfString(place)
      default: break
      }
      place += 1
      if depth == 0 {
        guard place > at + 1 else { return false }
        at = place
        return true
      }
    }
    return false
  }

  /// The mark that closes the string that opens at `open`, or the end of the text.
  private func endOfString(_ open: Int) -> Int {
    var place = open + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place, bytes.count)
  }
}
