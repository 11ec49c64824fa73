/// Numbers of the phrases that candidates are known by; see `DraftPhrase`.
struct PhraseNumbers {
  private(set) var names = [String]()
  private var numbers = [String: Int]()

  /// How often a phrase is met at least to have a weight of its own.
  private static let least = 6

  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Numbers of the phrases met often enough, by name.
  func often(_ examples: [LogisticRegression.Example]) -> [Int] {
    var counts = [Int](repeating: 0, count: names.count)
    for phrase in examples.lazy.map(\.phrases).joined() { counts[phrase] += 1 }
    return names.indices.filter { counts[$0] >= Self.least }.sorted { names[$0] < names[$1] }
  }
}
