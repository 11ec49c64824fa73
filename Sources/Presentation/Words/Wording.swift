package import JSONText

// Words that many outputs are made of.

/// "AFP, Reuters"
package func joined(_ names: [String]) -> String { names.joined(separator: ", ") }

/// 0.7 → "0.70"
package func twoPlaces(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  let rest = hundredths % 100
  return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}

/// "1 claim", "4 claims"; "stories" for "story".
package func counted(_ count: Int, _ noun: String) -> String {
  if count == 1 { return "1 " + noun }
  return "\(Double(count).readable) " + (noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")
}

/// ["a", "b", "c"] → "a, b or c"
package func alternatives(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + " or " + last
}

/// " Did you mean 'claims'?"; with several: " Did you mean 'save', 'said' or 'show'?"
package func suggestion(_ names: [String], else others: [String] = []) -> String {
  let names = names.isEmpty ? others : names
  guard let last = names.last else { return "" }
  let quoted = names.dropLast().map { "'\($0)'" }.joined(separator: ", ")
  return " Did you mean " + (quoted.isEmpty ? "" : quoted + " or ") + "'\(last)'?"
}

extension Double {
  /// 2500.0 → "2,500"; 2.4 → "2.4".
  package var readable: String {
    guard let whole = Int(exactly: self) else { return "\(self)" }
    var digits = Array(String(abs(whole)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (whole < 0 ? "-" : "") + String(digits)
  }
}

extension JSONValue {
  package init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

  package init(optional text: String?) { self = text.map(JSONValue.string) ?? .null }
}
