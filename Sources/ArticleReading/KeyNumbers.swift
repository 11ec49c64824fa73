/// Numbers words by their keys, which are hashes already: a look-up makes no other one. Every word
/// of a story is looked up in such a table.
struct KeyNumbers: Sendable {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private(set) var count = 0

  /// From 0, in the order in which the keys first come.
  init(_ all: [UInt64]) {
    var size = 16
    while size < all.count * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    for key in all {
      let place = place(of: key)
      guard numbers[place] < 0 else { continue }
      keys[place] = key
      numbers[place] = Int32(count)
      count += 1
    }
  }

  subscript(key: UInt64) -> Int? {
    let number = numbers[place(of: key)]
    return number < 0 ? nil : Int(number)
  }

  /// Where a key is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while numbers[at] >= 0, keys[at] != key { at = (at + 1) & mask }
    return at
  }
}
