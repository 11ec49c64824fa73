/// How bytes travel in mail (RFC 2045, section 6).
enum TransferCoding {
  static func decoded(_ bytes: [UInt8], _ coding: String) -> (bytes: [UInt8], isWhole: Bool) {
    switch coding.lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": (quotedPrintable(bytes), true)
    default: (bytes, true)
    }
  }

  /// Characters outside of the alphabet are passed over; not whole where the last group is cut.
  static func base64(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool) {
    var out = [UInt8]()
    out.reserveCapacity(bytes.count * 3 / 4)
    var (bits, count, hasEnd) = (UInt32(0), 0, false)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D:
        hasEnd = true
        continue
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 1
      guard count == 4 else { continue }
      out += [UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF)]
      (bits, count) = (0, 0)
    }
    if count == 3 { out += [UInt8(bits >> 10 & 0xFF), UInt8(bits >> 2 & 0xFF)] }
    if count == 2 { out.append(UInt8(bits >> 4 & 0xFF)) }
    return (out, count == 0 || hasEnd)
  }

  /// `=C5=A9` → ũ; "=" at a line's end joins it with the next.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      guard byte == 0x3D else {
        out.append(byte)
        continue
      }
      let rest = bytes[at...]
      if rest.first == 0x0A {
        at += 1
      } else if rest.starts(with: [0x0D, 0x0A]) {
        at += 2
      } else if rest.count >= 2, let high = hex(rest[at]), let low = hex(rest[at + 1]) {
        out.append(high << 4 | low)
        at += 2
      } else if !rest.isEmpty {
        out.append(byte)
      }
    }
    return out
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
