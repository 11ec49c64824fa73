extension TextDecoder {
  enum ByteOrder {
    case little, big

    var encoding: String { self == .little ? "UTF-16LE" : "UTF-16BE" }
  }

  /// From the byte order mark, else from where the zero bytes of ASCII letters stand.
  func byteOrder() -> ByteOrder? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { return .little }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { return .big }
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let seen = min(bytes.count, 4096) / 2
    var zeros = (even: 0, odd: 0)
    for pair in 0..<seen {
      if bytes[2 * pair] == 0 { zeros.even += 1 }
      if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
    }
    if zeros.even * 20 <= zeros.odd, zeros.odd * 3 > seen { return .little }
    if zeros.odd * 20 <= zeros.even, zeros.even * 3 > seen { return .big }
    return nil
  }

  /// The text without its byte order mark. An odd last byte counts as half a pair.
  func utf16(_ order: ByteOrder) throws(Failure) -> String {
    var out = [UInt8]()
    out.reserveCapacity(bytes.count * 3 / 4)
    var at = 0
    while at < bytes.count {
      guard let unit = unit(at, order) else {
        throw Failure(.invalidUTF16(offset: at, encoding: order.encoding))
      }
      var value = UInt32(unit)
      var length = 2
      if unit >> 10 == 0x36, let low = self.unit(at + 2, order), low >> 10 == 0x37 {
        value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw Failure(.invalidUTF16(offset: at, encoding: order.encoding))
      }
      if value == 0 { throw Failure(.binary(format: nil, offset: at)) }
      if value < 0x80 {
        out.append(UInt8(value))
      } else if at > 0 || value != 0xFEFF {
        out.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
      at += length
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func unit(_ at: Int, _ order: ByteOrder) -> UInt16? {
    guard at + 1 < bytes.count else { return nil }
    let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
    return order == .little ? second << 8 | first : first << 8 | second
  }
}
