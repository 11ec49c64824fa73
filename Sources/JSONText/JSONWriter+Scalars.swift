extension JSONWriter {
  static func write(_ number: Int, into out: inout [UInt8]) {
    guard number >= 0 else { return out.append(contentsOf: String(number).utf8) }
    let start = out.count
    var rest = number
    repeat {
      out.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    out[start...].reverse()
  }

  /// Whole numbers without a fraction, but -0.0 with it, to keep its sign; NaN and infinities,
  /// which JSON lacks, as null.
  package static func write(_ number: Double, into out: inout [UInt8]) {
    if number == 0, number.sign == .minus {
      out.append(contentsOf: "-0.0".utf8)
    } else if let whole = Int(exactly: number), abs(whole) < 1 << 53 {
      write(whole, into: &out)
    } else if number.isFinite {
      out.append(contentsOf: "\(number)".utf8)
    } else {
      out.append(contentsOf: "null".utf8)
    }
  }

  /// A string in quotation marks. Control characters, DEL, C1 and the bidirectional controls
  /// are escaped, so that a file can be looked at in a terminal. What needs no escape is copied
  /// in runs.
  package static func write(_ text: String, into out: inout [UInt8]) {
    var text = text
    out.append(0x22)
    text.withUTF8 { bytes in
      var start = 0
      var at = 0
      while at < bytes.count {
        let length = escapedLength(bytes, at)
        guard length > 0 else {
          at += 1
          continue
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
        writeEscape(bytes[at..<at + length], into: &out)
        at += length
        start = at
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    out.append(0x22)
  }

  /// The length of the scalar at `at` where it must be escaped, else 0.
  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch bytes[at] {
    case 0x22, 0x5C, 0x7F, 0..<0x20: 1
    // U+0080 to U+009F.
    case 0xC2: bytes[at + 1] < 0xA0 ? 2 : 0
    // U+061C, the Arabic letter mark.
    case 0xD8: bytes[at + 1] == 0x9C ? 2 : 0
    // U+200E, U+200F, U+2028 to U+202E; U+2066 to U+2069.
    case 0xE2:
      switch (bytes[at + 1], bytes[at + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): 3
      default: 0
      }
    default: 0
    }
  }

  private static func writeEscape(
    _ scalar: Slice<UnsafeBufferPointer<UInt8>>, into out: inout [UInt8]
  ) {
    switch scalar.first {
    case 0x22: out.append(contentsOf: #"\""#.utf8)
    case 0x5C: out.append(contentsOf: #"\\"#.utf8)
    case 0x0A: out.append(contentsOf: #"\n"#.utf8)
    case 0x0D: out.append(contentsOf: #"\r"#.utf8)
    case 0x09: out.append(contentsOf: #"\t"#.utf8)
    default:
      let value = String(decoding: scalar, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
      out.append(contentsOf: #"\u"#.utf8)
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(value >> shift & 0xF)
        out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
