import TerminalText

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
    } else if let whole = whole(number) {
      write(whole, into: &out)
    } else if number.isFinite {
      out.append(contentsOf: "\(number)".utf8)
    } else {
      out.append(contentsOf: "null".utf8)
    }
  }

  /// A number that is written without a fraction or an exponent: one that is whole, and small enough
  /// for a double to tell it from its neighbours.
  package static func whole(_ number: Double) -> Int? {
    Int(exactly: number).flatMap { $0.magnitude < 1 << 53 ? $0 : nil }
  }

  /// A string in quotation marks. What steers a terminal is escaped, so that a file can be looked
  /// at in one.
  package static func write(_ text: String, into out: inout [UInt8]) {
    write(text, escaping: SteeringScalar.contains, into: &out)
  }

  static func write(
    _ text: String, escaping: (Unicode.Scalar) -> Bool, into out: inout [UInt8]
  ) {
    var text = text
    out.append(0x22)
    text.withUTF8 { write(inside: $0, escaping: escaping, into: &out) }
    out.append(0x22)
  }

  /// The inside of a string, of UTF-8 as it stands. What needs no escape is copied in runs.
  package static func write(inside bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    write(inside: bytes, escaping: SteeringScalar.contains, into: &out)
  }

  private static func write(
    inside bytes: UnsafeBufferPointer<UInt8>, escaping: (Unicode.Scalar) -> Bool,
    into out: inout [UInt8]
  ) {
    var start = 0
    var at = 0
    while at < bytes.count {
      if SteeringScalar.isOther(bytes[at]) {
        at += 1
        continue
      }
      let isMark = bytes[at] == 0x22 || bytes[at] == 0x5C
      let candidate = isMark ? nil : SteeringScalar.candidate(bytes, at)
      guard isMark || candidate.map({ escaping($0.scalar) }) == true else {
        at += candidate?.length ?? 1
        continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
      writeEscape(candidate?.scalar ?? Unicode.Scalar(bytes[at]), into: &out)
      at += candidate?.length ?? 1
      start = at
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private static func writeEscape(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
    switch scalar.value {
    case 0x22: out.append(contentsOf: #"\""#.utf8)
    case 0x5C: out.append(contentsOf: #"\\"#.utf8)
    case 0x0A: out.append(contentsOf: #"\n"#.utf8)
    case 0x0D: out.append(contentsOf: #"\r"#.utf8)
    case 0x09: out.append(contentsOf: #"\t"#.utf8)
    default:
      // Above U+FFFF two of UTF-16 (RFC 8259, section 7).
      for unit in String(scalar).utf16 {
        out.append(contentsOf: #"\u"#.utf8)
        for shift in [12, 8, 4, 0] as [UInt16] {
          let digit = UInt8(unit >> shift & 0xF)
          out.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
      }
    }
  }
}
