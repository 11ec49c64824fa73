internal import ClaimModel
internal import JSONText

/// Spans of one article: byte offsets in memory, code points in JSON (`[start, end]`).
struct SpanCodec {
  private let offsets: ScalarOffsets
  /// Code points of the text.
  private let length: Int
  /// Whether bytes and code points are the same.
  private let isASCII: Bool

  init(text: String) {
    offsets = ScalarOffsets(text)
    let bytes = text.utf8.count
    length = offsets.scalars(atByte: bytes)
    isASCII = length == bytes
  }

  func json(_ span: TextSpan) -> JSONValue {
    if isASCII { return [.integer(span.start), .integer(span.end)] }
    let (start, end) = offsets.scalars(span)
    return [.integer(start), .integer(end)]
  }

  func json(_ spans: [TextSpan]) -> [JSONValue] { spans.map(json) }

  func span(_ value: JSONValue) throws(ShapeError) -> TextSpan {
    let bounds = try value.each { item throws(ShapeError) in try item.integer() }
    guard bounds.count == 2 else { throw value.mismatch("a span [start, end]") }
    let (start, end) = (bounds[0], bounds[1])
    guard start >= 0, start <= end, end <= length else {
      throw ShapeError(.spanOutsideText(start: start, end: end, length: length))
    }
    if isASCII { return TextSpan(start, end) }
    return TextSpan(offsets.byte(atScalar: start), offsets.byte(atScalar: end))
  }
}
