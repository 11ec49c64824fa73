/// Bytes to text: tells the encoding, converts what is not UTF-8, refuses what is no text.
struct TextDecoder {
  let bytes: UnsafeBufferPointer<UInt8>

  struct Decoded {
    var text: String
    /// As named to people: "UTF-8".
    var encoding: String
  }

  func decoded() throws(Failure) -> Decoded {
    guard !bytes.isEmpty else { throw .init(.empty) }
    if let format = BinarySignature.format(of: bytes) {
      throw .init(.binary(format: format, offset: 0))
    }
    if starts(with: [0xFF, 0xFE, 0, 0]) || starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .init(.unsupportedEncoding("UTF-32"))
    }
    if let order = byteOrder() {
      return Decoded(text: try utf16(order), encoding: order.encoding)
    }
    let start = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = UnsafeBufferPointer(rebasing: bytes[start...])
    if let nul = ByteSearch.first(0, in: content) {
      throw .init(.binary(format: nil, offset: start + nul))
    }
    if let text = String(validating: content, as: UTF8.self) {
      return Decoded(text: text, encoding: "UTF-8")
    }
    return try legacy(content, from: start)
  }

  struct Failure: Error {
    let kind: ReadingError.Kind
    init(_ kind: ReadingError.Kind) { self.kind = kind }
  }

  /// Not UTF-8: Windows-1258 or 1252 where the bytes look like it.
  private func legacy(
    _ content: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(Failure) -> Decoded {
    let fault = UTF8Check(content)
    if fault.multibyteSequences * 4 < fault.highBytes, let page = CodePage.likely(for: content) {
      return Decoded(text: page.text(of: content), encoding: page.name)
    }
    throw .init(.invalidUTF8(offset: start + fault.firstFault, line: fault.line))
  }

  private func starts(with prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }
}

/// Where bytes stop to be UTF-8, and how much of the rest is.
struct UTF8Check {
  private(set) var firstFault = 0
  private(set) var line = 1
  /// Well-formed sequences of more than one byte, and bytes above 0x7F.
  private(set) var multibyteSequences = 0
  private(set) var highBytes = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var isFaulty = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard byte >= 0x80 else {
        if byte == 0x0A, !isFaulty { line += 1 }
        at += 1
        continue
      }
      let length = Self.length(bytes, at)
      highBytes += max(1, length)
      if length > 0 {
        multibyteSequences += 1
      } else if !isFaulty {
        isFaulty = true
        firstFault = at
      }
      at += max(1, length)
    }
  }

  /// Whether all of it is UTF-8; nothing is made of it.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0x80 else {
        at += 1
        while at + 8 <= bytes.count,
          raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
        }
        continue
      }
      let length = length(bytes, at)
      if length == 0 { return false }
      at += length
    }
    return true
  }

  /// Bytes of the well-formed sequence at `at`, or 0 (Unicode 15.0, table 3-7).
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let first = bytes[at]
    if first &- 0xE1 < 12, at + 2 < bytes.count {
      return bytes[at + 1] & 0xC0 == 0x80 && bytes[at + 2] & 0xC0 == 0x80 ? 3 : 0
    }
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
    return (2..<length).allSatisfy { bytes[at + $0] & 0xC0 == 0x80 } ? length : 0
  }
}
