/// The bytes of a word list: an embedded file's, or a copy of a text's.
final class ListText: @unchecked Sendable {
  /// Read-only, and there for as long as this is.
  let bytes: UnsafeBufferPointer<UInt8>
  private let isOwn: Bool

  static let empty = ListText(copying: "")

  init(of file: EmbeddedFile) {
    bytes = file.bytes
    isOwn = false
  }

  init(copying text: some StringProtocol) {
    var text = String(text)
    bytes = text.withUTF8 { text in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.count)
      _ = copy.initialize(from: text)
      return UnsafeBufferPointer(copy)
    }
    isOwn = true
  }

  deinit {
    if isOwn { bytes.deallocate() }
  }
}

/// Cuts the bytes of lists. Offsets are from the start of the buffer.
enum ListBytes {
  /// Each piece between separators, empty ones too.
  @inline(__always)
  static func forEachPiece(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil,
    between separator: UInt8, _ body: (_ start: Int, _ end: Int) -> Void
  ) {
    let end = end ?? bytes.count
    var from = start
    for at in start..<end where bytes[at] == separator {
      body(from, at)
      from = at + 1
    }
    body(from, end)
  }

  /// Without ASCII spaces, tabs and carriage returns at both ends.
  @inline(__always)
  static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (start: Int, end: Int) {
    var (start, end) = (start, end)
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    return (start, end)
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
