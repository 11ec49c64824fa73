/// What a fact-checker found a claim to be.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case unchecked
  case `true`
  case mostlyTrue = "mostly-true"
  case halfTrue = "half-true"
  case misleading
  case `false`
  case unverifiable
}

/// Reliability of a source, the letter of the Admiralty code.
package enum Reliability: String, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case e = "E"
  case f = "F"

  /// The code's own wording, in short.
  package var meaning: String {
    switch self {
    case .a: "completely reliable"
    case .b: "usually reliable"
    case .c: "fairly reliable"
    case .d: "not usually reliable"
    case .e: "unreliable"
    case .f: "reliability cannot be judged"
    }
  }
}

/// Credibility of a claim, the digit of the Admiralty code, 1 to 6.
package struct Credibility: Sendable, Hashable, CustomStringConvertible {
  package let grade: Int
  /// Nil outside 1 to 6.
  package init?(_ grade: Int) {
    guard (1...6).contains(grade) else { return nil }
    self.grade = grade
  }
  package var description: String { String(grade) }

  /// The code's own wording, in short.
  package var meaning: String {
    switch grade {
    case 1: "confirmed by other sources"
    case 2: "probably true"
    case 3: "possibly true"
    case 4: "doubtful"
    case 5: "improbable"
    default: "truth cannot be judged"
    }
  }
}
