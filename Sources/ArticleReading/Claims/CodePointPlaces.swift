internal import ClaimModel
internal import JSONText

/// Where the code points of a text begin: code point offsets of records to UTF-8 bytes.
struct CodePointPlaces {
  /// The byte of each code point, and the end; empty where bytes and code points are the same.
  private var bytes: [Int32] = []
  /// Code points of the text.
  let count: Int

  init(_ text: String) {
    var text = text
    let bytes = text.withUTF8 { utf8 -> [Int32] in
      guard utf8.contains(where: { $0 >= 0x80 }) else { return [] }
      var bytes = [Int32]()
      bytes.reserveCapacity(utf8.count + 1)
      for at in 0..<utf8.count where utf8[at] & 0xC0 != 0x80 { bytes.append(Int32(at)) }
      bytes.append(Int32(utf8.count))
      return bytes
    }
    self.bytes = bytes
    count = bytes.isEmpty ? text.utf8.count : bytes.count - 1
  }

  /// `[start, end]`; nil for what does not lie in the text.
  func span(_ value: JSONValue) -> TextSpan? {
    guard case .array(let ends) = value, ends.count == 2, let start = ends[0].whole,
      let end = ends[1].whole, start >= 0, start <= end, end <= count
    else { return nil }
    return bytes.isEmpty ? TextSpan(start, end) : TextSpan(Int(bytes[start]), Int(bytes[end]))
  }
}

extension ClaimRecordMembers {
  func span(_ member: String, _ places: CodePointPlaces) throws(ClaimRecordFault) -> TextSpan? {
    guard let value = self[member] else { return nil }
    guard let span = places.span(value) else { throw .wrong(member, Self.place(places)) }
    return span
  }

  func spans(_ member: String, _ places: CodePointPlaces) throws(ClaimRecordFault) -> [TextSpan] {
    var spans = [TextSpan]()
    for item in try list(member) {
      guard let span = places.span(item) else {
        throw .wrong(member, "a list of which each is \(Self.place(places))")
      }
      spans.append(span)
    }
    return spans
  }

  private static func place(_ places: CodePointPlaces) -> String {
    "[start, end] in the story's \(places.count) code points"
  }
}
