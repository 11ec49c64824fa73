/// How a field is compared with a value: `worth>0.7`.
package enum Comparison: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  case equal = "="
  case unequal = "!="

  /// Whether it parts values by their order, which equality does not.
  var isOrder: Bool { self != .equal && self != .unequal }
}

extension Comparison {
  /// As people type it, the longer signs first.
  private static let signs: [(text: String, meaning: Comparison)] = [
    (">=", .atLeast), ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost), ("==", .equal),
    ("!=", .unequal), ("<>", .unequal), (">", .more), ("<", .less), ("=", .equal),
    ("≥", .atLeast), ("≤", .atMost), ("≠", .unequal), ("＞", .more), ("＜", .less), ("＝", .equal),
  ]

  static func mayStart(_ character: Character) -> Bool { "<>=!≥≤≠＞＜＝".contains(character) }

  /// The sign that stands at `place`, and how many characters it takes.
  static func sign(
    in characters: [Character], at place: Int
  ) -> (meaning: Comparison, length: Int)? {
    for sign in signs where characters[place...].starts(with: sign.text) {
      return (sign.meaning, sign.text.count)
    }
    return nil
  }

  /// What lies on its side of a number: `>0.7` → above 0.7, which is not in it.
  func range(of number: Double) -> ClosedRange<Double> {
    switch self {
    case .less: -.infinity...number.nextDown
    case .atMost: -.infinity...number
    case .more: number.nextUp...(.infinity)
    case .atLeast: number...(.infinity)
    case .equal, .unequal: number...number
    }
  }
}
