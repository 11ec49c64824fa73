internal import Lexicons

/// A set of words by their keys, which are hashes already: a look-up makes no other one.
struct KeySet: Sendable {
  /// A power of two, at most half of them filled; 0 where none is. No word's key is 0.
  private var slots: [UInt64]
  private(set) var isEmpty = true

  init(_ keys: some Collection<UInt64>) {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for key in keys {
      slots[place(of: key)] = key
      isEmpty = false
    }
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { key != 0 && slots[place(of: key)] == key }

  /// Where a key is, or would be.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var at = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while slots[at] != 0, slots[at] != key { at = (at &+ 1) & mask }
    return at
  }
}

/// The exact keys of some words.
func keys(_ words: [String]) -> KeySet { KeySet(words.map { WordKey($0).exact }) }
