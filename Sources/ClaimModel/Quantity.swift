/// How a number is meant: "hơn 60" is `>`, "khoảng 250" is `~`.
package enum Comparator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case about = "~"
  case more = ">"
  case atLeast = ">="
  case less = "<"
  case atMost = "<="
  case range
}

/// A checkable number with what it counts: "hơn 60 nhóm dân_quân" → > 60 "nhóm dân quân".
package struct Quantity: Sendable, Hashable {
  /// Comparator, number and unit as they stand.
  package var span: TextSpan
  /// The number, scaled: "125 triệu USD" → 125000000. A range's lower end.
  package var value: Double
  /// A range's upper end, nil otherwise.
  package var high: Double?
  package var comparator: Comparator
  /// As it stands, with spaces for underscores: "nhóm dân quân", "USD", "%"; may be empty.
  package var unit: String
  package init(
    span: TextSpan, value: Double, high: Double? = nil, comparator: Comparator = .equal,
    unit: String = ""
  ) {
    self.span = span
    self.value = value
    self.high = high
    self.comparator = comparator
    self.unit = unit
  }
}

/// A date as spoken of, with the days it can mean: "đầu tháng 10/2023" → 2023-10.
package struct DateMention: Sendable, Hashable {
  package var span: TextSpan
  /// ISO 8601 of the precision that the text has: "2024-01-05", "2023-10", "2014"; "--01-05"
  /// for a day whose year nothing tells.
  package var iso: String
  package init(span: TextSpan, iso: String) {
    self.span = span
    self.iso = iso
  }
}
