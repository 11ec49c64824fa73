/// Text as search and comparison see it: lower case, without marks, đ as d, "_" as a blank.
package enum Folding {
  /// "Bộ_Ngoại giao Mỹ" → "bo ngoai giao my". Runs of blanks and underscores become one blank.
  package static func folded(_ text: some StringProtocol) -> String {
    var copy = String(text)
    var out = [UInt8]()
    copy.withUTF8 { fold($0, into: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the folded bytes; blanks at either end are dropped.
  package static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    let table = LetterTable.shared
    let start = out.count
    if out.isEmpty { out.reserveCapacity(bytes.count) }
    var at = 0
    while at < bytes.count {
      let scalar = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
      if isBlank(scalar) {
        if out.count > start, out[out.count - 1] != 0x20 { out.append(0x20) }
      } else if LetterTable.mark(scalar) == nil {
        append(table[scalar], to: &out)
      }
    }
    if out.count > start, out[out.count - 1] == 0x20 { out.removeLast() }
  }

  private static func append(_ entry: LetterTable.Entry, to out: inout [UInt8]) {
    if entry.plain.0 != 0 {
      out.append(entry.plain.0)
      if entry.plain.1 != 0 { out.append(entry.plain.1) }
    } else if let scalar = Unicode.Scalar(entry.letter) {
      out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0x5F, 0xA0, 0x2000...0x200B, 0x202F, 0x3000: true
    default: false
    }
  }
}
