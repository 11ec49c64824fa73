/// Reads scalars from UTF-8 bytes without `String`.
///
/// Public, as all that is called for each letter of a text: of what is `package`, other targets
/// inline nothing.
public enum UTF8Scanning {
  /// The scalar at `at`, which moves past it. Ill-formed bytes read as U+FFFD, one at a time.
  @inlinable @inline(__always)
  public static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at: inout Int, end: Int
  ) -> UInt32 {
    let first = bytes[at]
    at += 1
    if first < 0x80 { return UInt32(first) }
    let (length, bits): (Int, UInt32) =
      switch first {
      case 0xC2...0xDF: (1, UInt32(first & 0x1F))
      case 0xE0...0xEF: (2, UInt32(first & 0x0F))
      case 0xF0...0xF4: (3, UInt32(first & 0x07))
      default: (0, 0)
      }
    guard length > 0, at + length <= end else { return 0xFFFD }
    var value = bits
    for offset in 0..<length {
      let next = bytes[at + offset]
      guard next & 0xC0 == 0x80 else { return 0xFFFD }
      value = value << 6 | UInt32(next & 0x3F)
    }
    at += length
    return value
  }
}
