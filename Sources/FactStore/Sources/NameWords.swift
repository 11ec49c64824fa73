/// Names by the words in them, so that a word finds its names without a look at all others.
struct NameWords: Sendable {
  private var names: [String: Set<String>] = [:]

  /// `name`: words with one blank between them.
  mutating func add(_ name: String) {
    for word in name.split(separator: " ") { names[String(word), default: []].insert(name) }
  }

  mutating func remove(_ name: String) {
    for word in name.split(separator: " ") {
      names[String(word)]?.remove(name)
      if names[String(word)]?.isEmpty == true { names[String(word)] = nil }
    }
  }

  /// The names in which the pattern's words stand one behind the other.
  func names(matching pattern: TextPattern) -> [String] {
    guard let first = pattern.words.first else { return [] }
    if pattern.words.count > 1 || !pattern.isPrefix {
      let candidates = names[String(decoding: first, as: UTF8.self)] ?? []
      return pattern.words.count == 1
        ? Array(candidates) : candidates.filter { pattern.stands(in: $0) }
    }
    var found = Set<String>()
    for (word, candidates) in names where word.utf8.starts(with: first) {
      found.formUnion(
        pattern.prefixTone == 0 ? candidates : candidates.filter { pattern.stands(in: $0) })
    }
    return Array(found)
  }
}
