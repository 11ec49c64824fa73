/// Reads JSON as RFC 8259 has it and nothing else, in one pass over UTF-8 bytes.
///
/// A byte order mark before the value is passed over; UTF-16 is turned into UTF-8 first, and places
/// count in that. Keys that stand twice in one object are
/// an error: which of the two was meant is not the reader's to say.
package enum JSONReader {
  /// Lists and objects within each other, at most.
  package static let depthLimit = 512

  package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    try bytes.withUnsafeBufferPointer { buffer throws(JSONError) in try read(buffer) }
  }

  package static func read(_ text: String) throws(JSONError) -> JSONValue {
    try read(Array(text.utf8))
  }

  /// With `keepsFirstOfTwins`, of members of one key the first one counts.
  package static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, keepsFirstOfTwins: Bool = false
  ) throws(JSONError) -> JSONValue {
    if let converted = JSONEncoding.utf8(ofUTF16: bytes) {
      return try converted.withUnsafeBufferPointer { bytes throws(JSONError) in
        try read(utf8: bytes, keepsFirstOfTwins)
      }
    }
    return try read(utf8: bytes, keepsFirstOfTwins)
  }

  private static func read(
    utf8 bytes: UnsafeBufferPointer<UInt8>, _ keepsFirstOfTwins: Bool
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    parser.keepsFirstOfTwins = keepsFirstOfTwins
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.atEnd else { throw parser.error(.trailingData) }
    return value
  }

  /// Where the value at `path` stands; where a step of it is missing, the place of the last
  /// value that is there. For errors found after reading: it reads the text again.
  package static func position(of path: JSONPath, in bytes: [UInt8]) -> JSONPosition {
    bytes.withUnsafeBufferPointer { buffer in
      if let converted = JSONEncoding.utf8(ofUTF16: buffer) {
        return position(of: path, in: converted)
      }
      var parser = JSONParser(buffer)
      let offset = parser.locate(path.steps[...])
      return JSONPosition(offset: offset, in: buffer)
    }
  }
}
