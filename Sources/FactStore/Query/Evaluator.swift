package import ClaimModel

/// Looks a selection up in a store: every part of it as a set of claims, joined bit by bit.
struct Evaluator {
  let store: FactStore
  /// The claims that stand; for an expression those of them that it can be meant to find.
  private(set) var standing: ClaimSet

  /// For an expression: claims that only carry others are found where it asks for them.
  init(_ store: FactStore, for expression: Selection.Expression) {
    self.init(store)
    let asksForGone = expression.criteria.contains(.state(.gone))
    let named = expression.singleClaims
    if asksForGone || !named.isEmpty {
      for (number, overlay) in store.overlays where overlay.goneWith != nil {
        guard asksForGone || named.contains(number) else { continue }
        guard let run = store.run(of: number), store.standing[run.article] else { continue }
        standing.set(number, true)
      }
    }
    if !expression.asksForCarriers { leaveOutCarriers(but: named) }
  }

  /// Finds whatever stands.
  init(_ store: FactStore) {
    self.store = store
    var standing = ClaimSet(limit: store.nextClaim)
    for run in store.runs where run.isExtracted && store.standing[run.article] {
      standing.insert(run.ids)
    }
    for (number, overlay) in store.overlays {
      guard let run = store.run(of: number), store.standing[run.article] else { continue }
      standing.set(number, ClaimOverlay.stands(overlay, isExtracted: run.isExtracted))
    }
    self.standing = standing
  }

  private mutating func leaveOutCarriers(but named: Set<Int>) {
    guard store.carrierCount > 0 else { return }
    for words in store.claimWords {
      for place in words.carriers where !named.contains(words.first + Int(place)) {
        standing.remove(words.first + Int(place))
      }
    }
    for (number, overlay) in store.overlays where !named.contains(number) {
      guard overlay.goneWith == nil else { continue }
      standing.set(number, store.isListed(number))
    }
  }

  /// Within the claims that stand.
  func claims(_ expression: Selection.Expression) -> ClaimSet {
    switch expression {
    case .all: return standing
    case .criterion(let criterion):
      var found = claims(criterion)
      found.formIntersection(standing)
      return found
    case .and(let parts):
      return parts.reduce(into: standing) { $0.formIntersection(claims($1)) }
    case .or(let parts):
      return parts.reduce(into: empty) { $0.formUnion(claims($1)) }
    case .not(let part):
      var rest = standing
      rest.subtract(claims(part))
      return rest
    }
  }

  var empty: ClaimSet { ClaimSet(limit: standing.limit) }

  /// May hold claims that do not stand.
  private func claims(_ criterion: Criterion) -> ClaimSet {
    switch criterion {
    case .claims(let range): return ids(range)
    case .articles(let range):
      return articles { range.contains($0.id.number) }
    case .language(let language):
      return articles { $0.article.language == language }
    case .article(let pattern):
      return articles { pattern.matches($0.name) || pattern.matches($0.title) }
    case .words(let pattern, let parts): return words(pattern, in: parts)
    case .pattern(let pattern, let part): return patterns(pattern, in: part)
    case .source(.words(let pattern), let role):
      var found = attributed(role, to: pattern)
      if role != .reportedBy { found.formUnion(doubtful(words(pattern, in: .source))) }
      return found
    case .source(.pattern(let pattern), let role):
      return attributed(role, named: pattern.matches) {
        $0.source.names.contains(where: pattern.matches)
      }
    case .kind(let kind):
      return flagged(ClaimFlags(kind))
    case .worth(let range):
      // In hundredths, as it is shown: a claim of "0.70" is in worth>=0.7.
      return rows { range.contains(($0.worth(at: $1) * 100).rounded() / 100) }
    case .number(let range):
      return rows { $0.hasQuantity(at: $1) { $0.overlaps(range) } }
    case .unit(let pattern):
      var units = KnownAnswers(pattern.matches)
      return rows { $0.hasQuantity(at: $1) { units[$0.unit] } }
    case .date(let days):
      var dates = KnownAnswers(days.contains)
      return rows { $0.hasDate(at: $1) { dates[$0.iso] } }
    case .verdict(let verdict): return overlaid { $0.has(verdict) }
    case .disputed: return overlaid { $0.isDisputed }
    case .tag(let pattern):
      return overlaid { ClaimAssessment($0.marks).tags.contains(where: pattern.matches) }
    case .evidence(let pattern):
      return overlaid { ClaimAssessment($0.marks).evidence.contains(where: pattern.matches) }
    case .user(let pattern):
      return overlaid { $0.users.contains(where: pattern.matches) }
    case .grade(let range): return graded(range)
    case .has(let feature): return having(feature)
    case .state(.changed): return overlaid { $0.isChanged }
    case .state(.gone): return overlaid { $0.goneWith != nil }
    case .state(.new): return latecomers
    }
  }

  /// Claims that came with later versions of their stories.
  private var latecomers: ClaimSet {
    var found = empty
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      for version in slot.record.versions { found.insert(version.added) }
    }
    return found
  }

  private func ids(_ range: ClosedRange<Int>) -> ClaimSet {
    var found = empty
    let last = min(range.upperBound, found.limit - 1)
    if range.lowerBound <= last { found.insert(range.lowerBound..<last + 1) }
    return found
  }

  private func graded(_ range: GradeRange) -> ClaimSet {
    var found = standing
    if let letters = range.reliability {
      found.formIntersection(
        attributed(nil) { entry in
          let grade = SourceAssessment(entry.marks).reliability
          return grade.map { letters.contains(Character($0.rawValue)) } ?? false
        })
    }
    if let digits = range.credibility {
      found.formIntersection(
        overlaid { overlay in
          ClaimAssessment(overlay.marks).credibility.map { digits.contains($0.grade) } ?? false
        })
    }
    return found
  }

  private func having(_ feature: ClaimFeature) -> ClaimSet {
    switch feature {
    case .number: withNumbers()
    case .unit: flagged(.unit)
    case .date: flagged(.date)
    case .quote: flagged([.direct, .mixed])
    case .cue: flagged(.cue)
    case .speaker: attributed(.saidBy) { _ in true }
    case .doubt: doubtful(standing)
    case .agency: carried()
    case .anonymous: rows { $0.isAnonymous(at: $1) }
    case .inner: rows { $0.isCarrier(at: $1) }
    case .verdict: overlaid { !$0.has(.unchecked) }
    case .credibility: overlaid { ClaimAssessment($0.marks).credibility != nil }
    case .note: overlaid { !ClaimAssessment($0.marks).notes.isEmpty }
    case .tag: overlaid { !ClaimAssessment($0.marks).tags.isEmpty }
    case .evidence: overlaid { !ClaimAssessment($0.marks).evidence.isEmpty }
    }
  }
}

/// Asks about each distinct text once: units and dates repeat over claims.
private struct KnownAnswers {
  private let ask: (String) -> Bool
  private var known: [String: Bool] = [:]

  init(_ ask: @escaping (String) -> Bool) { self.ask = ask }

  subscript(text: String) -> Bool {
    mutating get {
      if let answer = known[text] { return answer }
      let answer = ask(text)
      known[text] = answer
      return answer
    }
  }
}

extension ArticleRecord {
  fileprivate var name: String { article.name }
  fileprivate var title: String { article.headline ?? "" }
}

extension Quantity {
  fileprivate func overlaps(_ range: ClosedRange<Double>) -> Bool {
    value <= range.upperBound && max(value, high ?? value) >= range.lowerBound
  }
}

extension ClaimOverlay {
  /// Whoever changed or annotated the claim.
  fileprivate var users: [String] {
    let author: [String] =
      switch own?.origin {
      case .added(let user, _), .edited(let user, _): [user]
      default: []
      }
    return author + given.map(\.user) + marks.map(\.user)
  }
}

extension FactStore {
  /// The claims that a query selects, in order of their ids; those that only carry others where
  /// it asks for them.
  package func select(_ selection: Selection) -> [ClaimID] {
    Evaluator(self, for: selection.expression).claims(selection.expression).numbers.map {
      ClaimID($0)
    }
  }

  /// Number of claims that a query selects.
  package func count(_ selection: Selection) -> Int {
    Evaluator(self, for: selection.expression).claims(selection.expression).count
  }

  /// Single ids that a query names though no such claim or article stands: "c99", "a7".
  package func missingIDs(in selection: Selection) -> [String] {
    selection.expression.criteria.compactMap { criterion in
      switch criterion {
      case .claims(let range)
      where range.count == 1 && claimOrOrphan(ClaimID(range.lowerBound)) == nil:
        ClaimID(range.lowerBound).description
      case .articles(let range)
      where range.count == 1 && slot(ArticleID(range.lowerBound)) == nil:
        ArticleID(range.lowerBound).description
      default: nil
      }
    }
  }
}

extension Selection.Expression {
  /// Whether it is about claims that only carry others.
  fileprivate var asksForCarriers: Bool { criteria.contains(.has(.inner)) }

  /// Numbers of the claims that it names one by one.
  fileprivate var singleClaims: Set<Int> {
    Set(
      criteria.compactMap { criterion in
        guard case .claims(let range) = criterion, range.count == 1 else { return nil }
        return range.lowerBound
      })
  }

  /// Every criterion in it, in the order of the query.
  var criteria: [Criterion] {
    switch self {
    case .all: []
    case .criterion(let criterion): [criterion]
    case .and(let parts), .or(let parts): parts.flatMap(\.criteria)
    case .not(let part): part.criteria
    }
  }
}
