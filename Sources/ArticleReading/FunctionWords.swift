internal import Lexicons

/// Function words of some languages by their keys, which are hashes already: a look-up makes no
/// other one. Every word of a story is looked up here.
struct FunctionWords: Sendable {
  /// A word by its number; its language by its place.
  struct Entry: Sendable {
    var number: Int
    var language: Int
  }

  private var keys: [UInt64]
  private var entries: [Entry?]
  private(set) var count = 0

  /// A word of several languages is the last one's.
  init(_ languages: [[String]]) {
    var size = 16
    while size < languages.reduce(0, { $0 + $1.count }) * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    entries = [Entry?](repeating: nil, count: size)
    for (language, words) in languages.enumerated() {
      for word in words { add(WordKey(word).exact, language) }
    }
  }

  private mutating func add(_ key: UInt64, _ language: Int) {
    let place = place(of: key)
    let number = entries[place]?.number ?? count
    if number == count { count += 1 }
    keys[place] = key
    entries[place] = Entry(number: number, language: language)
  }

  subscript(key: UInt64) -> Entry? { entries[place(of: key)] }

  /// Where a key is, or would be.
  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    var at = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while entries[at] != nil, keys[at] != key { at = (at + 1) & mask }
    return at
  }
}
