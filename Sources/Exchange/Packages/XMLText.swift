/// Text as the parts of office documents hold it.
package enum XMLText {
  package static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// Escaped for XML 1.0. What XML cannot hold is written as workbooks have it (ISO/IEC 29500-1,
  /// 22.4.2.4): a carriage return is "_x000D_", and text that looks like that is "_x005F_x000D_".
  package static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      for (at, byte) in bytes.enumerated() {
        switch byte {
        case 0x26: out += "&amp;".utf8
        case 0x3C: out += "&lt;".utf8
        case 0x3E: out += "&gt;".utf8
        case 0x22: out += "&quot;".utf8
        case 0x09, 0x0A: out.append(byte)
        case 0..<0x20: append(escape: byte, to: &out)
        case 0x5F where isEscape(bytes, at): out += "_x005F_".utf8
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
        case 0xBE...0xBF where at >= 2 && bytes[at - 1] == 0xBF && bytes[at - 2] == 0xEF:
          out.removeLast(2)
          out += "\u{FFFD}".utf8
        default: out.append(byte)
        }
      }
    }
  }

  private static func append(escape byte: UInt8, to out: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    out += "_x00".utf8
    out += [digits[Int(byte >> 4)], digits[Int(byte & 15)], 0x5F]
  }

  /// Whether "_x" and four hexadecimal digits and "_" stand at a place.
  private static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 6 < bytes.count, bytes[at + 1] == 0x78, bytes[at + 6] == 0x5F else { return false }
    return bytes[(at + 2)..<(at + 6)].allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
  }
}
