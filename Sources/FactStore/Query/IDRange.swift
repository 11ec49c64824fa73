internal import ClaimModel

/// Claims or articles by id: "c3", "c3..c9", "c3-c9", "c3..9", "a1", "c3..".
struct IDRange {
  let criterion: Criterion

  /// Nil where `text` is no id; throws for a range that runs backwards.
  init?(_ text: String, _ token: QueryToken) throws(QueryError) {
    guard let letter = text.first?.lowercased(), letter == "c" || letter == "a",
      let (low, high) = Self.bounds(text.dropFirst(), letter)
    else { return nil }
    guard low <= high else {
      throw QueryError(kind: .backwardRange(text), offset: token.offset, length: token.length)
    }
    criterion = letter == "c" ? .claims(low...high) : .articles(low...high)
  }

  /// What stands behind the letter: "3" → 3, 3; "3..c9" → 3, 9.
  private static func bounds(_ text: Substring, _ letter: String) -> (Int, Int)? {
    guard let split = text.firstIndex(where: { $0 == "." || $0 == "-" }) else {
      return number(text).map { ($0, $0) }
    }
    let isDotted = text[split...].hasPrefix("..")
    guard isDotted || text[split] == "-", let low = number(text[..<split]) else { return nil }
    var end = text[split...].dropFirst(isDotted ? 2 : 1)
    if end.isEmpty { return isDotted ? (low, Int.max) : nil }
    if end.first?.lowercased() == letter { end = end.dropFirst() }
    return number(end).map { (low, $0) }
  }

  private static func number(_ digits: Substring) -> Int? { ClaimID(parsing: "c" + digits)?.number }
}
