/// How the value of a figure is meant.
package enum FigureBound: String, Sendable, Hashable {
  case exact = "="
  case about = "~"
  /// "gần 400", "nearly 400": about, and not above.
  case nearly = "≲"
  case more = ">"
  case atLeast = ">="
  case less = "<"
  case atMost = "<="
  /// "20-25", "between 50 and 60"
  case range = "range"
  /// "hundreds", "hàng chục"
  case vague = "vague"

  init?(sign: String) {
    switch sign {
    case "=": self = .exact
    case "~": self = .about
    case ">": self = .more
    case ">=": self = .atLeast
    case "<": self = .less
    case "<=": self = .atMost
    default: return nil
    }
  }
}
