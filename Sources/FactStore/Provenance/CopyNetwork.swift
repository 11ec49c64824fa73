internal import ClaimModel

/// Which articles are copies of which, both ways.
struct CopyNetwork {
  private var edges = [ArticleID: [NearCopy]]()

  init(_ store: FactStore) {
    let index = store.copyIndex.upToDate(store.articleSlots)
    var known = [Int: Shingles]()
    for (place, slot) in store.articleSlots.enumerated() where store.standing[place] {
      for copy in store.copies(of: slot, in: index, &known) { add(copy) }
    }
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
