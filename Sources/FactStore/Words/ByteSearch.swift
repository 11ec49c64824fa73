/// A run of bytes to search for at memory speed: 32 places at a time are probed for two of its
/// bytes, and only where both fit is all of it compared.
struct ByteSearch {
  private let needle: [UInt8]
  /// Places in the needle of the two bytes to probe for.
  private let probes: (Int, Int)

  private typealias Block = SIMD32<UInt8>

  /// `needle` has one byte or more; `frequencies` tells how often each byte stands in what is
  /// searched, so that the rarest are probed for.
  init(_ needle: [UInt8], frequencies: [Int] = Array(repeating: 0, count: 256)) {
    self.needle = needle
    let rarest = needle.indices.sorted {
      frequencies[Int(needle[$0])] < frequencies[Int(needle[$1])]
    }
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
        let fits = (one .== wanted.0) .& (two .== wanted.1)
        if any(fits), let hit = first(of: fits, needle, base + at) { return at + hit }
        at += 32
      }
      return (at..<max(at, last + 1)).first { stands(needle, base + $0) }
    }
  }

  /// The first place in a block where both probes fit and all the rest does.
  @inline(__always)
  private func first(
    of fits: SIMDMask<Block.MaskStorage>, _ needle: UnsafeBufferPointer<UInt8>,
    _ base: UnsafePointer<UInt8>
  ) -> Int? {
    // A lane of the mask is a byte of ones or zeros; the lowest bit of each is kept.
    let lanes = unsafeBitCast(fits, to: SIMD4<UInt64>.self) & 0x0101_0101_0101_0101
    for lane in 0..<4 {
      var rest = UInt64(littleEndian: lanes[lane])
      while rest != 0 {
        let place = lane * 8 + rest.trailingZeroBitCount / 8
        if stands(needle, base + place) { return place }
        rest &= rest - 1
      }
    }
    return nil
  }

  @inline(__always)
  private func stands(
    _ needle: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>
  ) -> Bool {
    for at in needle.indices where bytes[at] != needle[at] { return false }
    return true
  }
}
