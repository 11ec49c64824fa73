/// Which quotation each token stands in.
struct QuotationIndex {
  private var numbers: [Int32]
  private let quotations: [Quotation]

  init(story: Story) {
    numbers = [Int32](repeating: -1, count: story.tokens.count)
    quotations = story.quotations
    for (number, quotation) in quotations.enumerated() {
      for token in quotation.tokens { numbers[token] = Int32(number) }
    }
  }

  subscript(token: Int) -> Quotation? {
    let number = numbers[token]
    return number < 0 ? nil : quotations[Int(number)]
  }

  func contains(_ token: Int) -> Bool { numbers[token] >= 0 }

  /// The quotation that the token opens.
  func opening(at token: Int) -> Quotation? {
    guard token < numbers.count, let quotation = self[token],
      quotation.tokens.lowerBound == token
    else { return nil }
    return quotation
  }

  /// The quotation whose last token stands right before `token`.
  func closing(before token: Int) -> Quotation? {
    guard token > 0, let quotation = self[token - 1], quotation.isClosed,
      quotation.tokens.upperBound == token
    else { return nil }
    return quotation
  }
}
