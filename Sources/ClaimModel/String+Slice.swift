extension String {
  /// The text under a span of UTF-8 offsets; empty where the span does not lie in the text.
  /// Ill-placed bounds (inside a scalar) are repaired, never trapped on.
  package func utf8Slice(_ span: TextSpan) -> String {
    let bytes = utf8
    guard span.start >= 0, span.end <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: span.start)
    let end = bytes.index(start, offsetBy: span.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
