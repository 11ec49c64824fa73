internal import ClaimModel
internal import Lexicons

/// Phrases of one or more words, found at a token or before it by their keys.
///
/// Case, NFC/NFD and the place of tone marks do not matter; "đô-la" is three tokens, as in a story.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let keys: [UInt64]
    let value: Value
  }

  private var byFirst = [UInt64: [Entry]]()
  private var byLast = [UInt64: [Entry]]()

  init(_ phrases: some Sequence<(String, Value)>) {
    for (phrase, value) in phrases { add(phrase, value) }
    let longestFirst: (Entry, Entry) -> Bool = { $0.keys.count > $1.keys.count }
    for key in byFirst.keys { byFirst[key]?.sort(by: longestFirst) }
    for key in byLast.keys { byLast[key]?.sort(by: longestFirst) }
  }

  private mutating func add(_ phrase: String, _ value: Value) {
    let keys = PhraseKeys.keys(of: phrase)
    guard let first = keys.first, let last = keys.last else { return }
    let entry = Entry(keys: keys, value: value)
    byFirst[first, default: []].append(entry)
    byLast[last, default: []].append(entry)
  }

  /// The longest phrase that starts at `index`, and where it ends.
  func match(at index: Int, in tokens: [Token], limit: Int) -> (value: Value, end: Int)? {
    guard index < limit, let entries = byFirst[tokens[index].key.exact] else { return nil }
    for entry in entries where index + entry.keys.count <= limit {
      if matches(entry, at: index, in: tokens) { return (entry.value, index + entry.keys.count) }
    }
    return nil
  }

  /// The longest phrase that ends before `index`, and where it starts.
  func match(before index: Int, in tokens: [Token], from: Int) -> (value: Value, start: Int)? {
    guard index > from, let entries = byLast[tokens[index - 1].key.exact] else { return nil }
    for entry in entries where index - entry.keys.count >= from {
      let start = index - entry.keys.count
      if matches(entry, at: start, in: tokens) { return (entry.value, start) }
    }
    return nil
  }

  private func matches(_ entry: Entry, at start: Int, in tokens: [Token]) -> Bool {
    for (offset, key) in entry.keys.enumerated() where tokens[start + offset].key.exact != key {
      return false
    }
    return true
  }
}

/// The keys of a phrase, cut as a story is.
enum PhraseKeys {
  static func keys(of phrase: String) -> [UInt64] {
    var copy = phrase
    return copy.withUTF8 { bytes in
      Tokenizer.tokens(of: bytes, in: TextSpan(0, bytes.count)).map(\.key.exact)
    }
  }
}
