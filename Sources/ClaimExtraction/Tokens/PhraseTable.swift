internal import ClaimModel
internal import Lexicons

/// A map from phrases of one or more words to values; look-ups find the longest phrase.
package struct PhraseTable<Value: Sendable>: Sendable {
  private var phrases = KeyTable<Value>()
  /// Words in the longest phrase that starts with a word.
  private var longest = KeyTable<Int>()

  package init() {}

  /// Room for so many phrases.
  init(room: Int) {
    phrases = KeyTable(room: room)
    longest = KeyTable(room: room / 2)
  }

  /// "cho biết" is two words; runs of letters and digits are words, marks between them too.
  package mutating func add(_ phrase: String, _ value: Value) {
    var copy = phrase
    copy.withUTF8 { add($0, value) }
  }

  /// The phrase that the UTF-8 in `bytes` is.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ value: Value) {
    if let key = enter(bytes) { phrases[key] = value }
  }

  /// Puts what `merged` makes of a phrase's value, nil for a new one, into its place.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, merging merged: (Value?) -> Value) {
    if let key = enter(bytes) { phrases[key] = merged(phrases[key]) }
  }

  /// The key of a phrase, whose first word is known from now on; nil for one without words.
  private mutating func enter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let words = Tokenizer.tokens(of: bytes, in: .init(0, bytes.count))
    guard let first = words.first?.key.exact else { return nil }
    let known = longest[first] ?? 0
    if words.count > known { longest[first] = words.count }
    return words.dropFirst().reduce(first) { Self.joined($0, $1.key.exact) }
  }

  /// Exact keys of the words that phrases start with.
  var openings: [UInt64] { longest.keys }

  /// Whether a phrase starts with a token.
  func opens(_ token: Token) -> Bool { longest[token.key.exact] != nil }

  /// The longest phrase that starts at a token and ends before `end`.
  @inline(__always)
  package func match(_ tokens: [Token], at start: Int, end: Int) -> (length: Int, value: Value)? {
    guard start < end, let limit = longest[tokens[start].key.exact] else { return nil }
    var found: (length: Int, value: Value)?
    var hash = tokens[start].key.exact
    for length in 1...min(limit, end - start) {
      if length > 1 { hash = Self.joined(hash, tokens[start + length - 1].key.exact) }
      if let value = phrases[hash] { found = (length, value) }
    }
    return found
  }

  /// The longest phrase that ends right before `end`, of at most `words` words.
  package func match(
    _ tokens: [Token], endingAt end: Int, from start: Int, words: Int = 4
  ) -> (length: Int, value: Value)? {
    var length = min(words, end - start)
    while length > 0 {
      let first = end - length
      if let limit = longest[tokens[first].key.exact], limit >= length {
        var hash = tokens[first].key.exact
        for index in (first + 1)..<max(first + 1, end) {
          hash = Self.joined(hash, tokens[index].key.exact)
        }
        if let value = phrases[hash] { return (length, value) }
      }
      length -= 1
    }
    return nil
  }

  private static func joined(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    (hash &* 0x9E37_79B9_7F4A_7C15) ^ key ^ (hash >> 31)
  }
}
