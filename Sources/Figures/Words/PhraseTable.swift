internal import Lexicons

/// Mixes the key of a next word into the hash of a phrase.
func chained(_ hash: UInt64, _ next: UInt64) -> UInt64 {
  var mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ next
  mixed = (mixed ^ (mixed >> 32)) &* 0xD6E8_FEB8_6659_FD93
  return mixed ^ (mixed >> 29)
}

/// Phrases of one language, found at a word of a text, the longest first.
struct PhraseTable<Value: Sendable>: Sendable {
  private var values = WordMap<[Value]>()
  private var heads = WordMap<Int>()
  /// The words that phrases begin with.
  private(set) var firstWords = [UInt64]()

  mutating func add(_ phrase: String, _ value: Value) {
    let keys = Self.keys(of: phrase)
    guard let first = keys.first else { return }
    let hash = keys.reduce(0, chained)
    values[hash] = (values[hash] ?? []) + [value]
    if heads[first] == nil { firstWords.append(first) }
    heads[first] = max(heads[first] ?? 0, keys.count)
  }

  /// "km/h" → km, /, h; "°C" → °, C
  private static func keys(of phrase: String) -> [UInt64] {
    FigureText(phrase, isVietnamese: true).words.map(\.exact)
  }

  /// Every phrase that begins at a word, with the words it ends before.
  func all(at start: Int, in words: [FigureWord], before end: Int) -> [(end: Int, values: [Value])]
  {
    guard let longest = heads[words[start].exact] else { return [] }
    var found = [(end: Int, values: [Value])]()
    var hash: UInt64 = 0
    for at in start..<min(end, start + longest) {
      hash = chained(hash, words[at].exact)
      if let values = values[hash] { found.append((at + 1, values)) }
    }
    return found
  }

  /// Whether any phrase begins with a word.
  func begins(with word: FigureWord) -> Bool { heads[word.exact] != nil }

  func longest(at start: Int, in words: [FigureWord], before end: Int) -> (
    end: Int, values: [Value]
  )? {
    guard start < end, let longest = heads[words[start].exact] else { return nil }
    var found: (end: Int, values: [Value])?
    var hash: UInt64 = 0
    for at in start..<min(end, start + longest) {
      hash = chained(hash, words[at].exact)
      if let values = values[hash] { found = (at + 1, values) }
    }
    return found
  }
}

/// Forms of an English word or phrase as its last (or first) word is bent: "pardon" → "pardons",
/// "pardoned", "pardoning".
enum EnglishForms {
  static func of(_ phrase: String) -> [String] {
    var forms = [phrase]
    let words = phrase.split(separator: " ").map(String.init)
    guard let last = words.last, last.utf8.count > 2, last.utf8.allSatisfy({ $0 | 0x20 > 0x60 })
    else { return forms }
    let head = words.dropLast().map { $0 + " " }.joined()
    if last.hasSuffix("y"), let before = last.dropLast().last, !"aeiou".contains(before) {
      forms += [head + last.dropLast() + "ies", head + last.dropLast() + "ied"]
    } else if ["s", "x", "z", "ch", "sh", "o"].contains(where: last.hasSuffix) {
      forms += [head + last + "es", head + last + "s"]
    } else {
      forms.append(head + last + "s")
    }
    if words.count > 1, let first = words.first, first.utf8.count > 2 {
      let rest = words.dropFirst().map { " " + $0 }.joined()
      let root = first.hasSuffix("e") ? String(first.dropLast()) : first
      forms += [first + "s" + rest, root + "ed" + rest, root + "ing" + rest]
    }
    if words.count == 1 {
      if last.hasSuffix("e") {
        forms += [last + "d", last.dropLast() + "ing"]
      } else {
        forms += [last + "ed", last + "ing"]
      }
    }
    return forms
  }
}
