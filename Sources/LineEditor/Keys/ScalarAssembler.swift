/// UTF-8 byte by byte to scalars; what is no UTF-8 gives nothing.
struct ScalarAssembler: Sendable {
  private var value: UInt32 = 0
  private var missing = 0
  private var least: UInt32 = 0
  private var rejected: UInt8?

  var isPending: Bool { missing > 0 }

  /// The byte that cut a character short, to be read again.
  mutating func takeRejected() -> UInt8? {
    defer { rejected = nil }
    return rejected
  }

  /// The scalar that `byte` completes.
  mutating func push(_ byte: UInt8) -> Unicode.Scalar? {
    if missing > 0 {
      guard byte & 0xC0 == 0x80 else {
        missing = 0
        rejected = byte
        return nil
      }
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    }
    switch byte {
    case 0x00..<0x80: return Unicode.Scalar(byte)
    case 0xC2..<0xE0: start(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0..<0xF0: start(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0..<0xF5: start(byte & 0x07, missing: 3, least: 0x10000)
    default: break
    }
    return nil
  }

  private mutating func start(_ bits: UInt8, missing count: Int, least: UInt32) {
    value = UInt32(bits)
    missing = count
    self.least = least
  }
}
