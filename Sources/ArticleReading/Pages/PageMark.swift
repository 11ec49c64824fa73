/// A number as one character, in the place of a text or of attributes that the parser does not read.
///
/// Characters of private use beyond the first planes: U+F0000 is 0, U+F0001 is 1, U+100000 follows
/// U+FFFFD.
enum PageMark {
  /// Numbers that there are.
  static let most = plane * 2
  /// Bytes in UTF-8.
  static let length = 4
  /// No lower byte begins one.
  static let firstByte: UInt8 = 0xF3
  static let firstScalar = 0xF0000

  /// Without the last two characters of a plane, which are none.
  private static let plane = 0xFFFE

  static func append(_ number: Int, to out: inout [UInt8]) {
    let scalar = firstScalar + number + number / plane * 2
    out.append(UInt8(0xF0 | scalar >> 18))
    out.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    out.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// The number that is written at `at`; nil where none is.
  static func number(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int? {
    guard at + length <= bytes.count, bytes[at] >= firstByte else { return nil }
    var scalar = Int(bytes[at] & 0x07)
    for offset in 1..<length { scalar = scalar << 6 | Int(bytes[at + offset] & 0x3F) }
    let place = scalar - firstScalar
    guard place >= 0, place & 0xFFFF < plane else { return nil }
    return place - place >> 16 * 2
  }
}
