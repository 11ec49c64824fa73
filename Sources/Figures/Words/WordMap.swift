/// Values by the keys of words, which are hashes already: a look-up costs a multiplication and a few
/// steps, where a dictionary hashes each key once more. A story asks thousands of times.
struct WordMap<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 8)
    values = [Value?](repeating: nil, count: 8)
  }

  subscript(key: UInt64) -> Value? {
    get {
      let place = place(of: key)
      return keys[place] == key ? values[place] : nil
    }
    set {
      var place = place(of: key)
      if keys[place] != key {
        if count * 2 >= keys.count {
          grow()
          place = self.place(of: key)
        }
        keys[place] = key
        count += 1
      }
      values[place] = newValue
    }
  }

  /// Where a key stands, or would.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[place] != key, keys[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (old, kept) = (keys, values)
    keys = [UInt64](repeating: 0, count: old.count * 2)
    values = [Value?](repeating: nil, count: old.count * 2)
    for (key, value) in zip(old, kept) where key != 0 {
      let place = place(of: key)
      (keys[place], values[place]) = (key, value)
    }
  }
}

/// Words by their keys.
struct WordSet: Sendable {
  private var map = WordMap<Bool>()

  init(_ keys: some Sequence<UInt64>) { for key in keys { map[key] = true } }

  func contains(_ key: UInt64) -> Bool { map[key] != nil }
}
