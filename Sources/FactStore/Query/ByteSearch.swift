/// A run of bytes to search for at memory speed: 32 places at a time are probed for two of its
/// bytes, and only where both fit is all of it compared.
struct ByteSearch {
  private let needle: [UInt8]
  /// Places in the needle of the two bytes to probe for.
  private let probes: (Int, Int)

  private typealias Block = SIMD32<UInt8>

  /// `needle` has one byte or more.
  init(_ needle: [UInt8]) {
    self.needle = needle
    let rarest = needle.indices.sorted { Self.frequency(needle[$0]) < Self.frequency(needle[$1]) }
    let first = rarest.first ?? 0
    let second = rarest.first { needle[$0] != needle[first] } ?? rarest.last ?? 0
    probes = (first, second)
  }

  /// Where the needle stands first in `bytes`, from `start` on.
  func first(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let last = bytes.count - needle.count
    guard let base = bytes.baseAddress, start <= last else { return nil }
    return needle.withUnsafeBufferPointer { needle in
      let raw = UnsafeRawPointer(base)
      let wanted = (Block(repeating: needle[probes.0]), Block(repeating: needle[probes.1]))
      var at = start
      // The last block still ends within `bytes`: a probe lies within the needle.
      while at + 31 <= last {
        let one = raw.loadUnaligned(fromByteOffset: at + probes.0, as: Block.self)
        let two = raw.loadUnaligned(fromByteOffset: at + probes.1, as: Block.self)
        if any((one .== wanted.0) .& (two .== wanted.1)),
          let hit = compare(needle, base, at...at + 31)
        {
          return hit
        }
        at += 32
      }
      return at <= last ? compare(needle, base, at...last) : nil
    }
  }

  /// The first of some places where the needle stands.
  @inline(__always)
  private func compare(
    _ needle: UnsafeBufferPointer<UInt8>, _ base: UnsafePointer<UInt8>, _ places: ClosedRange<Int>
  ) -> Int? {
    let probe = needle[probes.0]
    for at in places where base[at + probes.0] == probe {
      var length = 0
      while length < needle.count, base[at + length] == needle[length] { length += 1 }
      if length == needle.count { return at }
    }
    return nil
  }

  /// Rank by how common a byte is in folded Vietnamese and English, blanks first.
  private static func frequency(_ byte: UInt8) -> Int {
    let common: StaticString = " nhtiaocgeurdlmpsbykv"
    let rank = common.withUTF8Buffer { $0.firstIndex(of: byte) }
    return rank.map { 100 - $0 } ?? 0
  }
}
