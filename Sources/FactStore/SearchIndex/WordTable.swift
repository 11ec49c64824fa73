/// Distinct words, each with a number: a hash table over one run of bytes.
struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [UInt32] = []
  /// Word numbers from 1, at the place that the hash says or behind it; 0 where none is.
  private var slots: [UInt32]
  private var mask: Int

  init() {
    slots = Array(repeating: 0, count: 1 << 10)
    mask = slots.count - 1
  }

  var count: Int { ends.count }

  /// The word with a number.
  func word(_ number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    let slot = slot(of: word)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  func number(of word: [UInt8]) -> Int? { word.withUnsafeBufferPointer { number(of: $0) } }

  /// The word's number, a new one for a new word.
  mutating func enter(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let slot = slot(of: word)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: word)
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// Where the word is, or would be.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var slot = Self.hash(word) & mask
      while slots[slot] != 0 {
        let range = range(Int(slots[slot]) - 1)
        if range.count == word.count, Self.areEqual(bytes, range.lowerBound, word) { break }
        slot = (slot + 1) & mask
      }
      return slot
    }
  }

  @inline(__always)
  private static func areEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for at in word.indices where bytes[start + at] != word[at] { return false }
    return true
  }

  /// FNV-1a, mixed once more for its low bits.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for number in ends.indices {
      let slot = bytes.withUnsafeBufferPointer { bytes in
        var slot = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(number)])) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        return slot
      }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Word numbers in the order of their bytes.
  func sorted() -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      ends.indices.map { UInt32($0) }.sorted { a, b in
        bytes[range(Int(a))].lexicographicallyPrecedes(bytes[range(Int(b))])
      }
    }
  }

  /// The words that begin with some bytes; `order`: all of them, as `sorted` gives them.
  func numbers(_ order: [UInt32], beginningWith start: [UInt8]) -> ArraySlice<UInt32> {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if word(Int(order[middle])).lexicographicallyPrecedes(start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return order[low...].prefix { word(Int($0)).starts(with: start) }
  }
}
