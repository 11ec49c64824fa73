/// JSON is UTF-8 (RFC 8259); editors and shells of Windows store it as UTF-16 all the same.
package enum JSONEncoding {
  /// The UTF-8 of JSON text that is UTF-16, told by its byte order mark or by the zero byte beside
  /// the first bracket or brace; nil for all other bytes. Half a pair becomes U+FFFD.
  package static func utf8(ofUTF16 bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count >= 2 else { return nil }
    let isLittle: Bool
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (0x7B, 0), (0x5B, 0): isLittle = true
    case (0xFE, 0xFF), (0, 0x7B), (0, 0x5B): isLittle = false
    default: return nil
    }
    let hasMark = bytes[0] >= 0xFE
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2).map { at -> UInt16 in
      let high = UInt16(bytes[isLittle ? at + 1 : at])
      let low = UInt16(bytes[isLittle ? at : at + 1])
      return high << 8 | low
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The length of a UTF-8 byte order mark at the start, 0 or 3.
  package static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
