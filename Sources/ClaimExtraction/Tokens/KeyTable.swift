/// A small map from word keys (already hashed, see `WordKey`) to values, read-only once built.
///
/// Open addressing with linear probing: a look-up is a few nanoseconds, without hashing again.
package struct KeyTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var slots: [Int32]
  private var values: [Value] = []
  private var mask: Int

  package init() {
    keys = [UInt64](repeating: 0, count: 16)
    slots = [Int32](repeating: -1, count: 16)
    mask = 15
  }

  /// Later entries replace earlier ones with the same key.
  package init(_ entries: some Sequence<(UInt64, Value)>) {
    self.init()
    for (key, value) in entries { self[key] = value }
  }

  package var count: Int { values.count }

  package subscript(key: UInt64) -> Value? {
    @inline(__always) get {
      var at = home(key)
      while slots[at] >= 0 {
        if keys[at] == key { return values[Int(slots[at])] }
        at = (at + 1) & mask
      }
      return nil
    }
    set {
      guard let newValue else { return }
      var at = home(key)
      while slots[at] >= 0 {
        if keys[at] == key {
          values[Int(slots[at])] = newValue
          return
        }
        at = (at + 1) & mask
      }
      keys[at] = key
      slots[at] = Int32(values.count)
      values.append(newValue)
      if values.count * 2 > mask { grow() }
    }
  }

  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
  }

  private mutating func grow() {
    let filled = zip(keys, slots).filter { $0.1 >= 0 }
    mask = mask * 2 + 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    slots = [Int32](repeating: -1, count: mask + 1)
    for (key, slot) in filled {
      var at = home(key)
      while slots[at] >= 0 { at = (at + 1) & mask }
      keys[at] = key
      slots[at] = slot
    }
  }
}
