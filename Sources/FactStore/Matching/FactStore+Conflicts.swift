package import ClaimModel

extension FactStore {
  /// What claims of articles on one event disagree in, and claims that somebody confirmed to be
  /// one; only where one of `claims` takes part (nil: all). In order of their first claims.
  /// `step` hears of the pairs of articles that are done; what it throws ends the work.
  package func conflicts<Failure: Error>(
    among claims: [ClaimID]? = nil, step: (_ done: Int, _ total: Int) throws(Failure) -> Void
  ) throws(Failure) -> [Conflict] {
    let wanted = claims.map { Set($0.map(\.number)) }
    let matcher = Matcher(self)
    let figured = FiguredClaims(matcher)
    let pairs = try pairs(figured, articles(of: claims)) { () throws(Failure) in try step(0, 0) }
    var tensions = [ClaimTension]()
    for (done, pair) in pairs.enumerated() {
      try step(done, pairs.count)
      let first = figured.profiles(of: pair.first)
      let second = figured.profiles(of: pair.second)
      guard !first.isEmpty, !second.isEmpty else { continue }
      let others = figured.kin(of: pair.first, pair.second).map { figured.profiles(of: $0) }
      let finder = TensionFinder(matcher: matcher, first: first, second: second, others: others)
      tensions += finder.tensions().filter { tension in
        wanted.map { $0.contains(tension.first.claim) || $0.contains(tension.second.claim) }
          ?? true
      }
    }
    return ConflictGroups(tensions, in: self).conflicts
  }

  package func conflicts(among claims: [ClaimID]? = nil) -> [Conflict] {
    conflicts(among: claims) { _, _ in }
  }

  private func articles(of claims: [ClaimID]?) -> [ArticleID] {
    guard let claims else { return articles.map(\.id) }
    let places = Set(claims.compactMap { run(of: $0.number)?.article })
    return places.sorted().map { ArticleID($0 + 1) }
  }

  /// Pairs of articles on one event, and of articles with confirmed claims, each pair once.
  private func pairs<Failure: Error>(
    _ figured: FiguredClaims, _ articles: [ArticleID], step: () throws(Failure) -> Void
  ) throws(Failure) -> [ArticlePair] {
    var pairs = Set<ArticlePair>()
    for id in articles {
      try step()
      for other in figured.kin(of: id.number) {
        pairs.insert(ArticlePair(id.number, other))
      }
    }
    let wanted = Set(articles.map(\.number))
    for (number, overlay) in overlays {
      for ruled in overlay.rulings where ruled.ruling == .confirmed {
        guard let a = run(of: number), let b = run(of: ruled.other.number), a.article != b.article,
          wanted.contains(a.article + 1) || wanted.contains(b.article + 1)
        else { continue }
        pairs.insert(ArticlePair(a.article + 1, b.article + 1))
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }
}

private struct ArticlePair: Hashable {
  var first: Int
  var second: Int

  init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }
}

/// The claims of articles that have a figure or a date, and the articles on their events; made
/// once.
private final class FiguredClaims {
  private let matcher: Matcher
  private var profiles = [Int: [ClaimProfile]]()
  private var kin = [Int: [Int]]()

  init(_ matcher: Matcher) { self.matcher = matcher }

  func profiles(of article: Int) -> [ClaimProfile] {
    if let profiles = profiles[article] { return profiles }
    let made = matcher.store.listedClaims(in: ArticleID(article)).compactMap {
      id -> ClaimProfile? in
      guard let profile = matcher.store.profile(id.number) else { return nil }
      return profile.claim.quantities.isEmpty && profile.claim.dates.isEmpty ? nil : profile
    }
    profiles[article] = made
    return made
  }

  /// Numbers of the standing articles on the event of one, nearest first.
  func kin(of article: Int) -> [Int] {
    if let kin = kin[article] { return kin }
    let found = matcher.index.kin(of: article, limit: 40).filter {
      $0 != article && matcher.store.standing[$0 - 1]
    }
    kin[article] = found
    return found
  }

  /// Those on the event of both.
  func kin(of first: Int, _ second: Int) -> [Int] {
    let theirs = Set(kin(of: second))
    return kin(of: first).filter(theirs.contains)
  }
}

/// Tensions put together: all that hang on each other by their claims are one conflict.
private struct ConflictGroups {
  private(set) var conflicts = [Conflict]()
  private let store: FactStore

  init(_ tensions: [ClaimTension], in store: FactStore) {
    self.store = store
    for group in Self.groups(tensions) {
      let ends = group.reduce(into: Set<ClaimTension.End>()) {
        $0.formUnion([$1.first, $1.second])
      }
      conflicts.append(conflict(group[0].kind, group[0].subject, ends))
    }
    conflicts.sort { Self.first($0) < Self.first($1) }
  }

  private struct Place: Hashable {
    var kind: Conflict.Kind
    var subject: String
    var end: ClaimTension.End
  }

  /// Those of one kind and subject that hang on each other by their ends, in order of their first
  /// ones: each points to the first of its group that was met.
  private static func groups(_ tensions: [ClaimTension]) -> [[ClaimTension]] {
    var leaders = Array(tensions.indices)
    func leader(_ index: Int) -> Int {
      var at = index
      while leaders[at] != at {
        leaders[at] = leaders[leaders[at]]
        at = leaders[at]
      }
      return at
    }
    var met = [Place: Int]()
    for (index, tension) in tensions.enumerated() {
      for end in [tension.first, tension.second] {
        let place = Place(kind: tension.kind, subject: tension.subject, end: end)
        guard let other = met[place] else {
          met[place] = index
          continue
        }
        let (a, b) = (leader(index), leader(other))
        leaders[max(a, b)] = min(a, b)
      }
    }
    var groups = [Int: [ClaimTension]]()
    for index in tensions.indices { groups[leader(index), default: []].append(tensions[index]) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func first(_ conflict: Conflict) -> ClaimID {
    conflict.sides.flatMap(\.statements).map(\.claim).min() ?? ClaimID(0)
  }

  /// The sides are by what is said: one for each number or day.
  private func conflict(
    _ kind: Conflict.Kind, _ subject: String, _ ends: Set<ClaimTension.End>
  ) -> Conflict {
    var order = [String]()
    var sides = [String: [Conflict.Statement]]()
    for end in ends.sorted(by: { ($0.claim, $0.quantity ?? -1) < ($1.claim, $1.quantity ?? -1) }) {
      guard let statement = statement(end) else { continue }
      let key = Self.key(statement, kind)
      if sides[key] == nil { order.append(key) }
      sides[key, default: []].append(statement)
    }
    let all = order.compactMap { sides[$0] }.map { Conflict.Side(statements: $0) }
    func articles(_ side: Conflict.Side) -> Int { Set(side.statements.map(\.article)).count }
    let sorted = all.enumerated().sorted {
      (articles($1.element), $0.offset) < (articles($0.element), $1.offset)
    }
    return Conflict(kind: kind, subject: subject, sides: sorted.map(\.element))
  }

  private func statement(_ end: ClaimTension.End) -> Conflict.Statement? {
    guard let record = store.claim(ClaimID(end.claim)) else { return nil }
    return Conflict.Statement(
      claim: record.id, article: record.articleID,
      quantity: end.quantity.map { record.claim.quantities[$0] },
      date: end.quantity == nil ? record.claim.dates.first?.iso : nil)
  }

  /// Numbers of one thing are one side in whatever words: "14 người", "14 people", "14".
  private static func key(_ statement: Conflict.Statement, _ kind: Conflict.Kind) -> String {
    guard let quantity = statement.quantity else { return statement.date ?? "" }
    let figure = Figure(
      quantity, place: 0, unit: UnitNames.shared.unit(quantity.unit), kind: nil)
    return "\(figure.extent)" + (kind == .unit ? " \(figure.unit?.dimension ?? "")" : "")
  }
}
