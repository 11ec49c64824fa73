/// A small map from word keys (already hashed, see `WordKey`) to values, read-only once built.
///
/// Open addressing with linear probing: a look-up is a few nanoseconds, without hashing again.
package struct KeyTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var key: UInt64
    var value: Value?
  }

  /// A power of two, at most half of them filled.
  private var slots = [Slot](repeating: Slot(key: 0, value: nil), count: 16)
  package private(set) var count = 0

  package init() {}

  /// Room for so many entries, before it grows.
  init(room: Int) {
    var size = 16
    while size <= room * 2 { size *= 2 }
    if size > 16 { slots = [Slot](repeating: Slot(key: 0, value: nil), count: size) }
  }

  /// Later entries replace earlier ones with the same key.
  package init(_ entries: some Sequence<(UInt64, Value)>) {
    self.init(room: entries.underestimatedCount)
    for (key, value) in entries { self[key] = value }
  }

  /// In no order.
  package var keys: [UInt64] { slots.compactMap { $0.value == nil ? nil : $0.key } }

  package subscript(key: UInt64) -> Value? {
    @inline(__always) get {
      slots.withUnsafeBufferPointer { slots in
        let mask = slots.count &- 1
        var at = Self.home(key, mask)
        while slots[at].value != nil {
          if slots[at].key == key { return slots[at].value }
          at = (at &+ 1) & mask
        }
        return nil
      }
    }
    set {
      guard let newValue else { return }
      let at = place(of: key)
      if slots[at].value == nil { count += 1 }
      slots[at] = Slot(key: key, value: newValue)
      if count * 2 >= slots.count { grow() }
    }
  }

  /// Where a key is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var at = Self.home(key, mask)
    while slots[at].value != nil, slots[at].key != key { at = (at + 1) & mask }
    return at
  }

  @inline(__always)
  private static func home(_ key: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: key ^ (key >> 29)) & mask
  }

  private mutating func grow() {
    let filled = slots.filter { $0.value != nil }
    slots = [Slot](repeating: Slot(key: 0, value: nil), count: slots.count * 2)
    for slot in filled { slots[place(of: slot.key)] = slot }
  }
}
