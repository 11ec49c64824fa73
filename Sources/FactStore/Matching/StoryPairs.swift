internal import ClaimModel

/// Two stories, the earlier one first.
struct StoryPair: Hashable {
  var first: Int
  var second: Int

  init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }
}

/// Which stories are held against each other: those whose claims speak of the same people and
/// places; all on a desk of few; those with claims that somebody confirmed to be one.
struct StoryPairs {
  private let matcher: Matcher
  private let articles: [Int]
  /// A desk of so many stories has all of them held against each other.
  private static let few = 60

  init(_ matcher: Matcher, _ articles: [Int]) {
    self.matcher = matcher
    self.articles = articles
  }

  /// Each pair once, in order.
  func pairs<Failure: Error>(step: () throws(Failure) -> Void) throws(Failure) -> [StoryPair] {
    var pairs = Set<StoryPair>()
    let standing = matcher.store.articles.map(\.id.number)
    let asked = articles.filter { matcher.store.standing[$0 - 1] }
    for start in stride(from: 0, to: asked.count, by: Self.lot) {
      try step()
      let lot = Array(asked[start..<min(start + Self.lot, asked.count)])
      let others = standing.count <= Self.few ? lot.map { _ in standing } : kin(of: lot)
      for (article, others) in zip(lot, others) {
        for other in others where other != article && matcher.store.standing[other - 1] {
          pairs.insert(StoryPair(article, other))
        }
      }
    }
    addConfirmed(&pairs)
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Stories that are asked for at a time; between two such lots the user may end the work.
  private static let lot = 2_048
  /// Of these, stories that one core asks for.
  private static let part = 256

  /// Those of each, on all cores.
  private func kin(of lot: [Int]) -> [[Int]] {
    let index = matcher.index.tablesAlone
    let parts = stride(from: 0, to: lot.count, by: Self.part).map {
      Array(lot[$0..<min($0 + Self.part, lot.count)])
    }
    return AllCores.map(parts) { part in
      let own = FeatureIndex(index)
      return part.map { own.kin(of: $0, limit: 40) }
    }.flatMap(\.self)
  }

  private func addConfirmed(_ pairs: inout Set<StoryPair>) {
    let wanted = Set(articles)
    pairs.formUnion(
      matcher.confirmedStories.filter { wanted.contains($0.first) || wanted.contains($0.second) })
  }
}

extension FactStore {
  /// Pairs of stories with claims that somebody confirmed to be one.
  var confirmedStories: Set<StoryPair> {
    var pairs = Set<StoryPair>()
    for (number, overlay) in overlays {
      for ruled in overlay.rulings where ruled.ruling == .confirmed {
        guard let a = run(of: number), let b = run(of: ruled.other.number),
          a.article != b.article
        else { continue }
        pairs.insert(StoryPair(a.article + 1, b.article + 1))
      }
    }
    return pairs
  }
}
