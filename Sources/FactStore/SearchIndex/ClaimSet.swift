/// A set of claim numbers, one bit each.
struct ClaimSet: Sendable, Hashable {
  private var words: [UInt64]
  /// One more than the highest number that it can hold.
  let limit: Int

  init(limit: Int) {
    self.limit = limit
    words = [UInt64](repeating: 0, count: (limit + 63) / 64)
  }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  @inline(__always)
  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

  mutating func set(_ number: Int, _ isMember: Bool) {
    if isMember { insert(number) } else { remove(number) }
  }

  /// Numbers beyond the limit are left out.
  mutating func insert(_ numbers: Range<Int>) {
    let numbers = numbers.clamped(to: 0..<limit)
    guard !numbers.isEmpty else { return }
    let first = numbers.lowerBound >> 6
    let last = (numbers.upperBound - 1) >> 6
    let head = UInt64.max << UInt64(numbers.lowerBound & 63)
    let tail = UInt64.max >> UInt64(63 - (numbers.upperBound - 1) & 63)
    if first == last {
      words[first] |= head & tail
    } else {
      words[first] |= head
      for at in first + 1..<last { words[at] = .max }
      words[last] |= tail
    }
  }

  /// Inserts each number and `offset`.
  mutating func insert(_ numbers: UnsafeBufferPointer<UInt32>, offset: Int) {
    words.withUnsafeMutableBufferPointer { words in
      for entry in numbers {
        let number = offset + Int(entry)
        words[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
  }

  /// Inserts an eighth of each number, and `offset`, where the number's lowest bits have one of
  /// those in `mask`.
  mutating func insert(eighths: UnsafeBufferPointer<UInt32>, withAny mask: UInt32, offset: Int) {
    words.withUnsafeMutableBufferPointer { words in
      for entry in eighths where entry & mask != 0 {
        let number = offset + Int(entry >> 3)
        words[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
  }

  /// Inserts the place of each byte that has one of the bits in `mask`, and `offset`.
  mutating func insert(
    flagged flags: UnsafeBufferPointer<UInt8>, withAny mask: UInt8, offset: Int
  ) {
    words.withUnsafeMutableBufferPointer { words in
      for (place, flag) in flags.enumerated() {
        let number = offset + place
        words[number >> 6] |= (flag & mask == 0 ? 0 : 1) << UInt64(number & 63)
      }
    }
  }

  mutating func formIntersection(_ other: ClaimSet) {
    for at in words.indices { words[at] &= other.words[at] }
  }

  mutating func formUnion(_ other: ClaimSet) {
    for at in words.indices { words[at] |= other.words[at] }
  }

  mutating func subtract(_ other: ClaimSet) {
    for at in words.indices { words[at] &= ~other.words[at] }
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers in a range, in order.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (Int) -> Void) {
    let range = range.clamped(to: 0..<limit)
    guard !range.isEmpty else { return }
    for at in range.lowerBound >> 6...(range.upperBound - 1) >> 6 {
      var rest = words[at]
      if at == range.lowerBound >> 6 { rest &= .max << UInt64(range.lowerBound & 63) }
      while rest != 0 {
        let number = at << 6 + rest.trailingZeroBitCount
        if number >= range.upperBound { return }
        body(number)
        rest &= rest - 1
      }
    }
  }

  /// The numbers in order.
  var numbers: [Int] {
    var found = [Int]()
    found.reserveCapacity(count)
    for (at, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        found.append(at << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return found
  }
}

/// The part of a claim that words are looked for in.
package struct ClaimPart: OptionSet, Sendable, Hashable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
  package static let content = ClaimPart(rawValue: 1)
  package static let source = ClaimPart(rawValue: 2)
  package static let cue = ClaimPart(rawValue: 4)
}
