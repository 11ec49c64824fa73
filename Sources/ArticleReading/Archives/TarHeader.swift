/// The block before a file in a tar archive (POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar).
struct TarHeader {
  static let length = 512

  var name: String
  var size: Int
  /// "0" or zero a file, "5" a folder, "x" and "g" pax members, "L" a long name of GNU tar.
  var kind: UInt8

  /// nil where the checksum says that the block is none.
  init?(_ block: UnsafeBufferPointer<UInt8>) {
    guard block.count >= Self.length, let sum = Self.number(block, 148..<156) else { return nil }
    var found = 0
    for index in 0..<Self.length { found += (148..<156).contains(index) ? 32 : Int(block[index]) }
    guard found == sum, let size = Self.number(block, 124..<136) else { return nil }
    self.size = size
    kind = block[156]
    name = Self.text(block, 0..<100)
    let isPOSIX = block[257..<263].elementsEqual([0x75, 0x73, 0x74, 0x61, 0x72, 0])
    let prefix = isPOSIX ? Self.text(block, 345..<500) : ""
    if !prefix.isEmpty { name = prefix + "/" + name }
  }

  private static func text(_ block: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: block[range].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits between blanks; GNU tar writes larger numbers as bytes, with the first bit set.
  private static func number(_ block: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    if block[range.lowerBound] & 0x80 != 0 {
      var number = Int(block[range.lowerBound] & 0x3F)
      for byte in block[range].dropFirst() {
        let (shifted, isOver) = number.multipliedReportingOverflow(by: 256)
        guard !isOver else { return nil }
        number = shifted | Int(byte)
      }
      return number
    }
    let digits = block[range].drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
