internal import ClaimModel
internal import Lexicons

/// The words and marks that make two numbers a range.
enum RangeWords {
  private static let openers = Set(["từ", "from", "between"].map { WordKey($0).exact })
  private static let joiners = Set(["đến", "tới", "to"].map { WordKey($0).exact })
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

  static func joins(at index: Int, _ story: Story, from start: Int, _ range: Range<Int>) -> Bool {
    let token = story.tokens[index]
    if isDash(token) { return true }
    if joiners.contains(token.key.exact) { return true }
    return token.key.exact == and && start > range.lowerBound
      && story.tokens[start - 1].key.exact == between
  }
}
