internal import Lexicons

extension Story {
  /// Tokens of the longest time beside a cue.
  private static let longestTime = 8

  /// Whether tokens are a time and nothing else: "hôm 3/4", "sáng nay", "ngày 5 tháng 6", but not
  /// "trên CNN hôm 3/4".
  func isTime(_ range: Range<Int>) -> Bool {
    guard range.count <= Self.longestTime, let first = range.first else { return false }
    let grammar = language.grammar
    var at = first
    var isDated = false
    while at < range.upperBound {
      let token = tokens[at]
      if token.kind != .word {
        isDated = isDated || token.kind == .number
        at += 1
        continue
      }
      let found = grammar.classes(tokens, at: at, end: range.upperBound)
      guard found.length > 0, !found.value.isDisjoint(with: [.time, .when]) else { return false }
      isDated = isDated || found.value.contains(.when)
      at += found.length
    }
    return isDated
      && grammar.classes(tokens, at: first, end: range.upperBound).value.contains(.time)
  }
}
