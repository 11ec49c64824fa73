internal import ClaimModel
internal import Lexicons

/// The words and marks that make two numbers a range.
enum RangeWords {
  enum Joiner {
    case dash, to, or
  }

  private static let openers = keys(["từ", "from", "between"])
  private static let joiners = keys(["đến", "tới", "to"])
  private static let alternatives = keys(["or", "hoặc", "hay"])
  private static let ands = keys(["and", "và", "cùng"])
  private static let and = WordKey("and").exact
  private static let between = WordKey("between").exact

  static func opens(before index: Int, _ story: Story, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && openers.contains(story.tokens[index - 1].key.exact)
  }

  static func isDash(_ token: Token) -> Bool {
    switch token.scalar {
    case 0x2D, 0x2012...0x2015: true
    default: false
    }
  }

  /// Whether the word joins the members of a list.
  static func lists(_ token: Token) -> Bool { ands.contains(token.key.exact) }

  /// Whether the word offers one of two.
  static func offers(_ token: Token) -> Bool { alternatives.contains(token.key.exact) }

  /// What joins the number that ends at `index` to the next; `start` is the range's first token.
  static func joiner(at index: Int, _ story: Story, from start: Int, _ range: Range<Int>)
    -> Joiner?
  {
    let token = story.tokens[index]
    if isDash(token) { return .dash }
    if joiners.contains(token.key.exact) { return .to }
    if alternatives.contains(token.key.exact) { return .or }
    // "six/seven parties"
    if token.scalar == 0x2F, story.tokens[index - 1].kind == .word { return .or }
    guard token.key.exact == and else { return nil }
    return story.tokens[start].key.exact == between ? .dash : nil
  }
}
