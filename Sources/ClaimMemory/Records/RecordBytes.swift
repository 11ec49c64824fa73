/// Numbers and texts one after another, as the records of a memory hold them: numbers in groups of
/// seven bits, the lowest first (LEB128), texts behind their number of bytes.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func texts(_ texts: [String]) {
    number(texts.count)
    for one in texts { text(one) }
  }

  mutating func fixed(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what `RecordWriter` wrote. Bytes that are something else give nil, never a trap.
struct RecordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let end: Int

  /// The bytes from `start` to `end`; nil where these are not in them.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard start >= 0, start <= end, end <= bytes.count else { return nil }
    (self.bytes, at, self.end) = (bytes, start, end)
  }

  var isAtEnd: Bool { at == end }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < end, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= end - at else { return nil }
    defer { at += count }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<at + count]), as: UTF8.self)
  }

  mutating func texts() -> [String]? {
    guard let count = number(), count >= 0, count <= end - at else { return nil }
    var out = [String]()
    for _ in 0..<count {
      guard let text = text() else { return nil }
      out.append(text)
    }
    return out
  }

  mutating func fixed() -> UInt64? {
    guard end - at >= 8 else { return nil }
    defer { at += 8 }
    return bytes.integer(at)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The eight bytes from `at` on, the lowest first; they must be there.
  func integer(_ at: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
}
