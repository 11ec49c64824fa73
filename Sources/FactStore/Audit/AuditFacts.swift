internal import ClaimModel
internal import Figures

/// What the rules look at, gathered once for all claims of an audit.
struct AuditFacts {
  private let store: FactStore
  private var roots: [ClaimID: Set<ProvenanceRoot>] = [:]
  private var conflicts: [ClaimID: [Conflict]] = [:]
  private let conflictRule: AuditRule?

  init<Failure: Error>(
    _ records: [ClaimRecord], _ rules: AuditRules, in store: FactStore,
    step: (_ done: Int, _ total: Int) throws(Failure) -> Void
  ) throws(Failure) {
    self.store = store
    let asked = Set(rules.rules.filter { $0.severity != .off }.map(\.check))
    conflictRule = rules.rules.first { $0.check == .conflict }
    guard !records.isEmpty else { return }
    if asked.contains(.roots) {
      var claims = Set(records.map(\.id))
      for record in records { claims.formUnion(record.evidenceClaims(in: store)) }
      let ordered = claims.sorted()
      let found = try store.independence(ofEach: ordered) { done throws(Failure) in
        try step(done, ordered.count)
      }
      roots = found.mapValues(\.rootsOfItsOwn)
    }
    if asked.contains(.conflict) {
      let found = try store.conflicts(among: records.map(\.id)) { done, total throws(Failure) in
        try step(done, total)
      }
      for conflict in found where conflict.relation == .contradict {
        for claim in Set(conflict.claims) {
          conflicts[claim, default: []].append(conflict)
        }
      }
    }
  }

  /// What a claim lacks by a rule; nil where it holds.
  func missing(_ rule: AuditRule, of record: ClaimRecord) -> String? {
    switch rule.check {
    case .verdict: record.assessment.opinions.isEmpty ? "no verdict" : nil
    case .roots: missingRoots(rule.least, of: record)
    case .evidence: hasEvidence(record) ? nil : "no evidence"
    case .reason: record.notes.contains(where: Self.saysSomething) ? nil : "no note"
    case .dispute: dispute(record)
    case .conflict: conflict(record)
    case .unnamed: unnamed(record)
    case .asked: asked(record)
    case .stale: stale(record)
    case .kept: unkept(record)
    }
  }

  private static func saysSomething(_ text: String) -> Bool {
    text.contains { !$0.isWhitespace }
  }
}

extension AuditFacts {
  /// The roots of the claim, and of the claims that are its evidence: "1 root: AFP".
  private func missingRoots(_ least: Int, of record: ClaimRecord) -> String? {
    var found = roots[record.id] ?? []
    for claim in record.evidenceClaims(in: store) { found.formUnion(roots[claim] ?? []) }
    guard found.count < least else { return nil }
    let names = found.sorted().map(\.name).joined(separator: ", ")
    return "\(found.count) \(found.count == 1 ? "root" : "roots")"
      + (names.isEmpty ? "" : ": \(names)")
  }

  /// A claim that was dropped is no evidence.
  private func hasEvidence(_ record: ClaimRecord) -> Bool {
    record.evidence.contains { item in
      guard let claim = ClaimID(parsing: item) else { return Self.saysSomething(item) }
      return store.claim(claim) != nil
    }
  }

  /// "an says false, bình says true"
  private func dispute(_ record: ClaimRecord) -> String? {
    guard record.isDisputed else { return nil }
    return record.assessment.opinions.map { "\($0.user) says \($0.verdict.rawValue)" }
      .joined(separator: ", ")
  }

  /// The sides of which nobody found that they are wrong: "contradicted by c9 (number, people dead)".
  private func conflict(_ record: ClaimRecord) -> String? {
    let open = (conflicts[record.id] ?? []).filter { conflict in
      conflict.sides.count { !isRefuted($0) } > 1 && !isNamed(conflict)
    }
    guard !open.isEmpty else { return nil }
    let told = open.map { conflict in
      let others = conflict.sides.filter { side in
        !side.statements.contains { $0.claim == record.id }
      }
      let claims = Set(others.flatMap(\.claims)).sorted().prefix(4)
      let what = conflict.subject.isEmpty ? "" : ", \(conflict.subject)"
      return claims.map(\.description).joined(separator: ", ")
        + " (\(conflict.kind)\(what))"
    }
    return "contradicted by " + told.joined(separator: "; ")
  }

  private func isRefuted(_ side: Conflict.Side) -> Bool {
    side.statements.allSatisfy { statement in
      let claim: ClaimID? = statement.claim
      guard let record = claim.flatMap(store.claim), !record.isDisputed else { return false }
      return record.verdict == .false || record.verdict == .misleading
    }
  }

  /// Whether one of its claims says why it stays open.
  private func isNamed(_ conflict: Conflict) -> Bool {
    guard let conflictRule else { return false }
    return conflict.claims.contains { claim in
      store.claim(claim).map { conflictRule.isClosed(by: $0.tags) } ?? false
    }
  }

  private func unnamed(_ record: ClaimRecord) -> String? {
    guard record.claim.anonymity != nil else { return nil }
    let isNamed = record.attributions.contains { $0.role == .saidBy && $0.givenBy != nil }
    return isNamed ? nil : "the story does not name its source"
  }

  /// Of a claim that somebody by name said.
  private func asked(_ record: ClaimRecord) -> String? {
    guard record.claim.anonymity == nil,
      let speaker = record.attributions.first(where: { $0.role == .saidBy })
    else { return nil }
    return "not said whether \(speaker.source) was asked"
  }

  private func stale(_ record: ClaimRecord) -> String? {
    let isCorrected = !record.corrections.isEmpty
    if let version = record.goneWith {
      return isCorrected ? nil : "its words went with version \(version) of \(record.articleID)"
    }
    guard record.isChanged, !record.assessment.opinions.isEmpty else { return nil }
    return "its words changed since the verdict"
  }

  private func unkept(_ record: ClaimRecord) -> String? {
    let kept = Set(record.captures.map(\.mark.evidence))
    let open = record.evidence.filter { ClaimID(parsing: $0) == nil && !kept.contains($0) }
    return open.isEmpty ? nil : "not kept: " + open.joined(separator: ", ")
  }
}

extension Conflict {
  fileprivate var claims: [ClaimID] { sides.flatMap(\.claims) }
}

extension Conflict.Side {
  fileprivate var claims: [ClaimID] {
    statements.compactMap { statement -> ClaimID? in statement.claim }
  }
}

extension ClaimRecord {
  /// The claims among its evidence that stand.
  func evidenceClaims(in store: FactStore) -> [ClaimID] {
    evidence.compactMap { ClaimID(parsing: $0) }.filter { $0 != id && store.claim($0) != nil }
  }
}

extension Independence {
  /// The fewest roots that its articles may come from; who said it, where all have it from one.
  fileprivate var rootsOfItsOwn: Set<ProvenanceRoot> {
    if let speaker { return [.source(speaker)] }
    return Set(count.fewest)
  }
}
