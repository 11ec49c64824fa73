internal import ClaimModel
internal import Lexicons

/// Tells names in quotation marks from what somebody said: `Tom “Lefty” Reed`, `known as “Lefty”`,
/// `Nguyễn Văn "Bảy" Tám`. They are words of the story like others.
struct Nicknames {
  let tokens: [Token]

  private static let longest = 3
  /// Words that a nickname follows.
  static let heads = keys([
    "as", "called", "nicknamed", "named", "dubbed", "alias", "aka", "danh", "hiệu",
  ])

  func isOne(_ quotation: Quotation) -> Bool {
    let marks = quotation.tokens
    guard quotation.isClosed, marks.lowerBound > 0, (3...Self.longest + 2).contains(marks.count),
      (marks.lowerBound + 1..<marks.upperBound - 1).allSatisfy(isCapital)
    else { return false }
    let before = marks.lowerBound - 1
    if Self.heads.contains(tokens[before].key.exact) { return true }
    return isCapital(before) && marks.upperBound < tokens.count && isCapital(marks.upperBound)
  }

  private func isCapital(_ at: Int) -> Bool {
    tokens[at].isCapitalised
  }
}
