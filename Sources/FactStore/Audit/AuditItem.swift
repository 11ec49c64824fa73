package import ClaimModel

/// Something that is open about a claim with a verdict.
package struct AuditItem: Sendable, Hashable {
  package var claim: ClaimID
  package var rule: AuditRule
  /// "1 root: AFP", "an says false, bình says true"
  package var missing: String
  /// The command that closes it.
  package var remedy: String
}

/// What an audit came to.
package struct Audit: Sendable, Hashable {
  /// The claims that were looked at, in order.
  package var claims: [ClaimID]
  /// In order of claims, then of the rules.
  package var items: [AuditItem]
}
