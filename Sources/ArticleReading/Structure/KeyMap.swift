/// Values by numbers that are spread well already, as hashes of words are: a table that is looked
/// through from a number's place on. The standard dictionary hashes each number once more.
struct KeyMap<Value> {
  private var keys: [UInt64]
  private var values: [Value?]
  private(set) var count = 0

  init(capacity: Int = 16) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Value?](repeating: nil, count: size)
  }

  subscript(key: UInt64) -> Value? {
    get { values[place(of: key)] }
    set {
      let place = place(of: key)
      if values[place] == nil, newValue != nil { count += 1 }
      keys[place] = key
      values[place] = newValue
      if count * 2 > keys.count { grow() }
    }
  }

  private mutating func grow() {
    var larger = KeyMap(capacity: keys.count)
    for (key, value) in zip(keys, values) where value != nil { larger[key] = value }
    self = larger
  }

  /// Where a key is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while values[at] != nil, keys[at] != key { at = (at + 1) & mask }
    return at
  }
}

extension KeyMap: Sendable where Value: Sendable {}
