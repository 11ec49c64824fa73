internal import Lexicons

/// Numbers that a text only hints at: "hàng trăm người", "dozens of houses". They are no
/// quantities, since they have no value; a search for claims with numbers finds them.
enum VagueNumbers {
  /// The rows of class `vague` in `number-contexts.tsv`.
  static let patterns: [TextPattern] = WordList(embedded: "number-contexts.tsv").rows
    .filter { $0[2] == "vague" }.compactMap { TextPattern(exactly: $0[0]) }
}

extension Evaluator {
  /// Claims with a quantity, or with words for one that nobody counted.
  func withNumbers() -> ClaimSet {
    VagueNumbers.patterns.reduce(into: flagged(.number)) { found, pattern in
      found.formUnion(words(pattern, in: .content))
    }
  }
}
