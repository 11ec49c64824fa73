package import ClaimModel

extension FactStore {
  /// Claims tagged so are for the report, whether they have a verdict or not.
  package static let reportTag = "report"

  /// Claims that somebody gave a verdict or that are for the report, orphans among them, in order.
  package var auditedClaims: [ClaimID] {
    overlays.keys.sorted().map(ClaimID.init).filter { id in
      guard let marks = overlays[id.number]?.marks, !marks.isEmpty,
        let record = claimOrOrphan(id)
      else { return false }
      return record.isAudited
    }
  }

  /// What is open by some rules; of all claims that are audited, or of those among `claims`.
  /// `step` hears of the claims that are done and of how many; what it throws ends the work.
  package func audit<Failure: Error>(
    _ claims: [ClaimID]? = nil, by rules: AuditRules,
    step: (_ done: Int, _ total: Int) throws(Failure) -> Void
  ) throws(Failure) -> Audit {
    let wanted = claims.map { $0.filter { claim($0)?.isAudited ?? false } } ?? auditedClaims
    let records = wanted.compactMap(claimOrOrphan)
    let standing = records.filter { $0.goneWith == nil }
    let facts = try AuditFacts(standing, rules, in: self, step: step)
    var items = [AuditItem]()
    for record in records {
      let given = record.assessment.opinions.verdicts
      for rule in rules.rules where rule.concerns(given) && !rule.isClosed(by: record.tags) {
        guard record.goneWith == nil || rule.check == .stale,
          let missing = facts.missing(rule, of: record)
        else { continue }
        items.append(
          AuditItem(
            claim: record.id, rule: rule, missing: missing, remedy: rule.remedy(for: record.id)))
      }
    }
    return Audit(claims: records.map(\.id), items: items)
  }

  package func audit(_ claims: [ClaimID]? = nil, by rules: AuditRules = .standard) -> Audit {
    audit(claims, by: rules) { _, _ in }
  }
}

extension ClaimRecord {
  /// Whether somebody gave it a verdict, or it is for the report.
  var isAudited: Bool {
    !assessment.opinions.isEmpty || tags.contains(FactStore.reportTag)
  }
}
