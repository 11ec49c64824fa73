/// `a1`, `a2` …: an article, numbered in order of loading, stable for the session's life.
package struct ArticleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var number: Int
  package init(_ number: Int) { self.number = number }
  package var description: String { "a\(number)" }
  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  /// "a12" → a12; anything else → nil.
  package init?(parsing text: some StringProtocol) {
    guard let number = identifierNumber(text, prefix: "a") else { return nil }
    self.number = number
  }
}

/// `c1`, `c2` …: a claim, numbered in order of loading and text, stable for the session's life.
package struct ClaimID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package var number: Int
  package init(_ number: Int) { self.number = number }
  package var description: String { "c\(number)" }
  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  /// "c12" → c12; anything else → nil.
  package init?(parsing text: some StringProtocol) {
    guard let number = identifierNumber(text, prefix: "c") else { return nil }
    self.number = number
  }
}

/// The number behind a one-letter prefix: "c12", "c" → 12. Leading zeros and zero are no ids.
private func identifierNumber(_ text: some StringProtocol, prefix: Character) -> Int? {
  guard text.first == prefix || text.first?.lowercased() == String(prefix) else { return nil }
  let digits = text.dropFirst()
  guard let first = digits.utf8.first, first >= 0x31, first <= 0x39,
    digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
  else { return nil }
  return Int(digits)
}
