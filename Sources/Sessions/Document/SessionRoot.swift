internal import JSONText

/// The root of a session file: its members, and its long lists, whose items are parsed when asked
/// for.
struct SessionRoot {
  private(set) var members: JSONObject
  private var lists: [String: JSONList]

  /// Nil where the text is no object.
  init?(_ bytes: [UInt8]) throws(JSONError) {
    let (value, lists) = try JSONReader.read(
      bytes, listsAt: ["articles", "operations", "versions"])
    guard case .object(let members) = value else { return nil }
    self.members = members
    self.lists = lists
  }

  /// The items of a list that must be there.
  func items(_ key: String) throws(FormatError) -> RecordedItems {
    if let list = lists[key] { return .unparsed(list) }
    return try members.field(key) { value throws(FormatError) in .parsed(try value.array()) }
  }

  func has(_ key: String) -> Bool { lists[key] != nil || members[key] != nil }

  /// Brings a document of an older version up to the present one; gives the version that it was
  /// of, nil for the present one.
  mutating func bringUpToDate() throws(FormatError) -> Int? {
    let found = try members.field("version") { value throws(FormatError) in
      try value.integer(within: 1...SessionDocument.version)
    }
    guard found < SessionDocument.version else { return nil }
    if found < 2 { try chain() }
    members["version"] = .integer(SessionDocument.version)
    return found
  }

  // 2 → 3: what names were resolved to is found when the operations are done again (see
  // `KnownSources`); it gets into their hashes, and the end into the root, on saving.

  /// 1 → 2: operations had no hash. They get one, from what they are now.
  private mutating func chain() throws(FormatError) {
    guard has("operations") else { return }
    var head = ChainHash.start
    let chained = try items("operations").each("operations") {
      value throws(FormatError) -> JSONValue in
      var operation = try value.object()
      head = head.next(operation)
      operation["hash"] = .string(head.description)
      return .object(operation)
    }
    lists["operations"] = nil
    members["operations"] = .array(chained)
  }
}
