internal import JSONText

/// Brings documents of older versions up to the present one, one version at a time.
enum Migration {
  /// The version that it was of; nil where it is of the present one.
  static func bringUpToDate(_ document: inout JSONObject) throws(ShapeError) -> Int? {
    let found = try document.field("version") { value throws(ShapeError) in
      try value.integer(within: 1...SessionDocument.version)
    }
    guard found < SessionDocument.version else { return nil }
    if found < 2 { try chain(&document) }
    document["version"] = .integer(SessionDocument.version)
    return found
  }

  // 2 → 3: what names were resolved to is found when the operations are done again (see
  // `KnownSources`); it gets into their hashes, and the end into the root, on saving.

  /// 1 → 2: operations had no hash. They get one, from what they are now.
  private static func chain(_ document: inout JSONObject) throws(ShapeError) {
    var head = ChainHash.start
    let chained = try document.list("operations") { value throws(ShapeError) -> JSONValue in
      var operation = try value.object()
      head = head.next(operation)
      operation["hash"] = .string(head.description)
      return .object(operation)
    }
    document["operations"] = .array(chained)
  }
}
