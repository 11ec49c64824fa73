/// How far the rules look, so that their time stays linear in whatever they are given.
enum RuleReach {
  /// Tokens of a sentence that are read together; no sentence of a newspaper is longer.
  static let sentence = 300
  /// Tokens that a quotation may run on behind the sentence its content started in.
  static let quotation = 2000
  /// Pieces that one content may consist of.
  static let pieces = 40

  /// A sentence in pieces of at most `sentence` tokens.
  static func pieces(of range: Range<Int>) -> [Range<Int>] {
    guard range.count > sentence else { return range.isEmpty ? [] : [range] }
    return stride(from: range.lowerBound, to: range.upperBound, by: sentence).map {
      $0..<min($0 + sentence, range.upperBound)
    }
  }

  /// Where a quotation ends, if that is within reach of `end`.
  static func end(of quotation: Quotation, from end: Int) -> Int? {
    let close = quotation.tokens.upperBound
    return close - end <= self.quotation ? close : nil
  }
}
