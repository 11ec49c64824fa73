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
    for article in articles where matcher.store.standing[article - 1] {
      try step()
      let others =
        standing.count <= Self.few
        ? standing
        : matcher.index.kin(of: article, limit: 40).filter { matcher.store.standing[$0 - 1] }
      for other in others where other != article { pairs.insert(StoryPair(article, other)) }
    }
    addConfirmed(&pairs)
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
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
