package import ClaimModel

/// A question that the audit asks of verdicts, as `audit-rules.tsv` has it.
package struct AuditRule: Sendable, Hashable {
  /// What is looked at; the file says what each means.
  package enum Check: String, Sendable, Hashable, CaseIterable {
    case verdict, roots, evidence, reason, dispute, conflict, unnamed, asked, stale, kept
  }

  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case must, should, off
  }

  package var check: Check
  package var severity: Severity
  /// Those that it concerns; nil for all.
  package var verdicts: Set<Verdict>?
  /// How many are wanted, where it counts something.
  package var least: Int
  /// A tag "NAME:WHY" on a claim closes it; nil where none does.
  package var tag: String?
  /// "two independent roots, or why one is enough"
  package var asks: String
  /// The command that closes it, with "{claim}" for the claim.
  package var remedy: String

  /// Whether it is asked of a claim with these verdicts, all that people gave.
  func concerns(_ given: [Verdict]) -> Bool {
    guard severity != .off else { return false }
    guard let verdicts else { return true }
    return (given.isEmpty ? [.unchecked] : given).contains(where: verdicts.contains)
  }

  /// Whether tags say why it need not hold: "one-source:the register itself".
  func isClosed(by tags: [String]) -> Bool {
    guard let tag else { return false }
    return tags.contains { text in
      guard let colon = text.firstIndex(of: ":"), text[..<colon] == tag else { return false }
      return text[colon...].dropFirst().contains { !$0.isWhitespace }
    }
  }

  func remedy(for claim: ClaimID) -> String {
    remedy.replacing("{claim}", with: claim.description)
  }
}
