internal import CEncoder

/// What is wrong with a file that should hold an encoder.
package enum EncoderProblem: Error, Hashable {
  case notAnEncoder
  case otherVersion(Int)
  /// The length that the header says, and the file's.
  case cutOff(expected: Int, found: Int)
  case damaged
}

/// What stands before the weights.
struct EncoderHeader {
  private(set) var layers = 0
  private(set) var pieces = 0
  private(set) var places = 0
  private(set) var vocabularyLength = 0
  private(set) var offsets = [Int]()

  private static let magic = Array("THEOENC\n".utf8)
  /// Bytes before the offsets of the arrays.
  private static let fixed = 56

  init(_ bytes: UnsafeRawBufferPointer) throws(EncoderProblem) {
    guard bytes.count >= Self.fixed, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw .notAnEncoder
    }
    let word = {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
    }
    let long = { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
    guard word(8) == EncoderFile.version else { throw .otherVersion(word(8)) }
    guard long(32) == bytes.count else {
      throw .cutOff(expected: Int(clamping: long(32)), found: bytes.count)
    }
    let count = word(12)
    (layers, pieces, places) = (word(16), word(20), word(24))
    guard count < 1000, layers <= Int(ce_most_layers), count == 16 + 6 * layers,
      word(28) == Int(ce_hidden)
    else { throw .damaged }
    let end = (Self.fixed + 8 * count + 8 + 63) / 64 * 64
    guard end <= bytes.count, Self.checkSum(bytes.prefix(end)) == long(40) else { throw .damaged }
    vocabularyLength = Int(clamping: long(48))
    offsets = (0..<count).map { Int(clamping: long(Self.fixed + 8 * $0)) }
    guard offsets.allSatisfy({ $0 < bytes.count }), offsets[0] + vocabularyLength <= bytes.count
    else { throw .damaged }
  }

  /// FNV-1a, the sum's own bytes taken as 0.
  private static func checkSum(_ header: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for (place, byte) in header.enumerated() {
      sum = (sum ^ UInt64(40..<48 ~= place ? 0 : byte)) &* 0x100_0000_01B3
    }
    return sum
  }
}
