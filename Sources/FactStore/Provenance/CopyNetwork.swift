internal import ClaimModel

/// Which articles are copies of which, both ways.
struct CopyNetwork {
  private var edges = [ArticleID: [NearCopy]]()
  /// Articles from one look at whether the user wants no more to the next.
  private static let stride = 16
  /// Those that it was made around, and those found from them; empty of one of all articles.
  private(set) var articles = [ArticleID]()

  /// Of all articles. `step` is called now and then; what it throws ends the work.
  init<Failure: Error>(
    _ store: FactStore, step: () throws(Failure) -> Void
  ) throws(Failure) {
    let index = store.copyIndex.upToDate(store.articleSlots)
    var known = [Int: Shingles]()
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      if place % Self.stride == Self.stride - 1 { try step() }
      for copy in store.copies(of: slot, in: index, &known) { add(copy) }
    }
  }

  /// Of some articles, of those that are copies of them, and so on: the others of a large desk are
  /// not looked at.
  init<Failure: Error>(
    _ store: FactStore, around articles: [ArticleID], step: () throws(Failure) -> Void
  ) throws(Failure) {
    let index = store.copyIndex.upToDate(store.articleSlots)
    var known = [Int: Shingles]()
    var seen = Set(articles)
    var queue = articles
    var at = 0
    while at < queue.count {
      if at % Self.stride == Self.stride - 1 { try step() }
      if let slot = store.slot(queue[at]) {
        for copy in store.copies(of: slot, in: index, &known) {
          add(copy)
          if seen.insert(copy.original).inserted { queue.append(copy.original) }
        }
      }
      at += 1
    }
    self.articles = queue
  }

  private mutating func add(_ copy: NearCopy) {
    var back = copy
    (back.article, back.original) = (copy.original, copy.article)
    for edge in [copy, back] where !copies(of: edge.article).contains(edge) {
      edges[edge.article, default: []].append(edge)
    }
  }

  func copies(of id: ArticleID) -> [NearCopy] { edges[id] ?? [] }

  /// The articles in groups of copies, in order of their first ones.
  func groups(of articles: [ArticleID]) -> [[ArticleID]] {
    var seen = Set<ArticleID>()
    return articles.compactMap { first in
      guard seen.insert(first).inserted else { return nil }
      var group = [first]
      var at = 0
      while at < group.count {
        for copy in copies(of: group[at]) where seen.insert(copy.original).inserted {
          group.append(copy.original)
        }
        at += 1
      }
      return group.sorted()
    }
  }
}

extension FactStore {
  /// Articles of a group of copies in the order in which they may have come from each other: by
  /// their own dates; one without a date before the first of those that were loaded behind it.
  func originalsFirst(_ group: [ArticleID]) -> [ArticleID] {
    func date(_ id: ArticleID) -> CalendarDay? { article(id)?.article.date }
    let dated = group.compactMap { id in date(id).map { (date: $0, id: id) } }
    var order = dated.sorted { ($0.date, $0.id) < ($1.date, $1.id) }.map(\.id)
    for id in group.filter({ date($0) == nil }).sorted(by: >) {
      order.insert(id, at: order.firstIndex { id < $0 } ?? order.count)
    }
    return order
  }
}
