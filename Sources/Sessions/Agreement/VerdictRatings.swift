package import ClaimModel
package import FactStore

/// Who gave which verdict on which claim, over several sessions.
package struct VerdictRatings: Sendable {
  /// What counts as a rater.
  package enum Rater: Sendable, Hashable {
    /// Whoever gave the verdict, in whichever session; of several verdicts the latest: within
    /// one session the one that was given last, whatever the clock said, between sessions by time.
    case user
    /// The session with what its verdicts come to.
    case session
  }

  package enum Grouping: String, Sendable, Hashable, CaseIterable {
    case tag, source, kind
  }

  /// Names of users, or of sessions; in the order of the values of a unit.
  package private(set) var raters: [String] = []
  private var claims: [ClaimKey: Rated] = [:]
  private var order: [ClaimKey] = []

  private struct Rated {
    /// Its id in the first session that has it, and its words.
    var id: ClaimID
    var text: String
    var verdicts: [String: LastWord] = [:]
    var tags: Set<String> = []
    var sources: Set<String> = []
    var kind: ClaimKind
  }

  /// What a rater came to say of a claim in one session, and what of it was said before and given
  /// up there.
  private struct LastWord {
    struct Saying: Hashable {
      var verdict: Verdict
      var time: Timestamp
    }
    var last: Saying
    var before: Set<Saying> = []

    /// Whether it is said later than another session's: it knows and gave up that one, or is
    /// younger.
    func isLater(than other: LastWord) -> Bool {
      if last == other.last { return false }
      if before.contains(other.last) { return true }
      return !other.before.contains(last) && last.time >= other.last.time
    }
  }

  package init(_ sessions: [(name: String, store: FactStore)], by rater: Rater) {
    for session in sessions {
      if rater == .session { raters.append(session.name) }
      take(session.store, name: rater == .session ? session.name : nil)
    }
    if rater == .user {
      raters = Set(claims.values.flatMap(\.verdicts.keys)).sorted()
    }
  }

  private mutating func take(_ store: FactStore, name: String?) {
    var keys = SessionKeys(store.log)
    var rated = Set<ClaimID>()
    for logged in store.log where logged.status == .stands {
      guard case .annotateClaims(let ids, let mark) = logged.operation.action, mark.verdict != nil
      else { continue }
      rated.formUnion(ids)
    }
    for id in rated.sorted() {
      guard let record = store.claim(id), let key = keys.key(of: id) else { continue }
      if claims[key] == nil { order.append(key) }
      var entry =
        claims[key] ?? Rated(id: id, text: store.text(of: record), kind: record.claim.kind)
      entry.tags.formUnion(record.tags)
      entry.sources.formUnion(record.attributions.map(\.source))
      for (rater, word) in Self.lastWords(record.marks, name: name) {
        if let known = entry.verdicts[rater], !word.isLater(than: known) { continue }
        entry.verdicts[rater] = word
      }
      claims[key] = entry
    }
  }

  private static func lastWords(
    _ marks: [SignedMark<ClaimMark>], name: String?
  ) -> [String: LastWord] {
    marks.reduce(into: [:]) { words, marked in
      guard let verdict = marked.mark.verdict else { return }
      let rater = name ?? marked.user
      var word = LastWord(last: .init(verdict: verdict, time: marked.time))
      if let known = words[rater] { word.before = known.before.union([known.last]) }
      words[rater] = word
    }
  }

  /// A claim on which raters do not agree, and what each says, in the order of raters.
  package struct Dispute: Sendable, Hashable {
    /// In the first session that has it.
    package var id: ClaimID
    package var text: String
    package var opinions: [Opinion]
  }

  /// In the order of sessions and ids.
  package var disputes: [Dispute] {
    order.compactMap { key in
      guard let claim = claims[key] else { return nil }
      let opinions = raters.compactMap { rater in
        claim.verdicts[rater].map { Opinion(user: rater, verdict: $0.last.verdict) }
      }.filter { $0.verdict != .unchecked }
      return opinions.isDisputed
        ? Dispute(id: claim.id, text: claim.text, opinions: opinions) : nil
    }
  }

  /// How far the raters agree.
  package struct Agreement: Sendable, Hashable {
    /// A tag, a source or a kind; nil for all claims.
    package var group: String?
    /// Claims that two raters or more gave a verdict.
    package var claims: Int
    package var observed: Double?
    package var kappa: Double?
    package var alpha: Double?
    /// Over the verdicts from true to false; 'unverifiable' is on no scale and counts as none.
    package var ordinalAlpha: Double?
  }

  /// Of all claims, then of each group, those with most claims first.
  package func agreements(by grouping: Grouping?) -> [Agreement] {
    let all = agreement(nil, order)
    guard let grouping else { return [all] }
    let groups = order.reduce(into: [String: [ClaimKey]]()) { groups, key in
      for name in names(of: key, grouping) { groups[name, default: []].append(key) }
    }
    let found = groups.map { agreement($0.key, $0.value) }.filter { $0.claims > 0 }
    return [all]
      + found.sorted { ($1.claims, $0.group ?? "") < ($0.claims, $1.group ?? "") }
  }

  private func names(of key: ClaimKey, _ grouping: Grouping) -> [String] {
    guard let claim = claims[key] else { return [] }
    switch grouping {
    case .tag: return Array(claim.tags)
    case .source: return Array(claim.sources)
    case .kind: return [claim.kind.rawValue]
    }
  }

  private func agreement(_ group: String?, _ keys: [ClaimKey]) -> Agreement {
    let nominal = data(keys, Verdict.allCases)
    let ordinal = data(keys, Verdict.allCases.filter { $0 != .unverifiable })
    return Agreement(
      group: group, claims: nominal.pairable.count, observed: nominal.observedAgreement,
      kappa: nominal.kappa, alpha: nominal.alpha(.nominal), ordinalAlpha: ordinal.alpha(.ordinal))
  }

  /// 'Unchecked' is no verdict: it takes one back.
  package func data(_ keys: [ClaimKey]? = nil, _ scale: [Verdict]) -> ReliabilityData {
    ReliabilityData(
      units: (keys ?? order).map { key in
        raters.map { rater in
          guard let verdict = claims[key]?.verdicts[rater]?.last.verdict,
            verdict != .unchecked
          else {
            return nil
          }
          return scale.firstIndex(of: verdict)
        }
      })
  }
}
