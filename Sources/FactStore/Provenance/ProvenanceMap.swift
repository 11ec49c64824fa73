package import ClaimModel

/// The ways from every standing article to its roots.
///
/// Articles that are copies of one text share their roots: whom one copy names, all come from.
package struct ProvenanceMap: Sendable {
  private var pathsByPlace = [Int: [ProvenancePath]]()
  package private(set) var articles = [ArticleID]()

  /// Never empty for an article that stood when the map was made.
  package func paths(of article: ArticleID) -> [ProvenancePath] {
    pathsByPlace[article.number] ?? []
  }

  package func roots(of article: ArticleID) -> [ProvenanceRoot] {
    paths(of: article).map(\.root)
  }
}

extension ProvenanceMap {
  init(_ store: FactStore) {
    let network = CopyNetwork(store)
    let direct = Dictionary(
      uniqueKeysWithValues: store.articles.map { ($0.id, store.directPaths(of: $0)) })
    articles = store.articles.map(\.id)
    for group in network.groups(of: articles) {
      let roots = Self.roots(of: group, direct, in: store)
      for (root, bearers) in roots { lead(group, to: root, from: bearers, direct, network) }
    }
  }

  /// Each root of a group of copies with the articles that name it themselves; where nobody
  /// names one, the oldest article is the root.
  private static func roots(
    of group: [ArticleID], _ direct: [ArticleID: [ProvenancePath]], in store: FactStore
  ) -> [(root: ProvenanceRoot, bearers: [ArticleID])] {
    var order = [ProvenanceRoot]()
    var bearers = [ProvenanceRoot: [ArticleID]]()
    for id in group {
      for path in direct[id] ?? [] {
        if bearers[path.root] == nil { order.append(path.root) }
        bearers[path.root, default: []].append(id)
      }
    }
    if order.isEmpty, let oldest = store.oldest(of: group) {
      return [(.article(oldest), [oldest])]
    }
    return order.map { ($0, bearers[$0] ?? []) }
  }

  /// Breadth first from those that name the root: every other article takes the shortest way.
  private mutating func lead(
    _ group: [ArticleID], to root: ProvenanceRoot, from bearers: [ArticleID],
    _ direct: [ArticleID: [ProvenancePath]], _ network: CopyNetwork
  ) {
    var found = [ArticleID: ProvenancePath]()
    for id in bearers {
      found[id] =
        direct[id]?.first { $0.root == root }
        ?? ProvenancePath(steps: [.init(article: id, reason: .own)], root: root)
    }
    var queue = bearers
    var at = 0
    while at < queue.count {
      let id = queue[at]
      at += 1
      guard let onward = found[id] else { continue }
      for copy in network.copies(of: id) where found[copy.original] == nil {
        var edge = copy
        edge.article = copy.original
        edge.original = id
        let step = ProvenancePath.Step(article: edge.article, reason: .copy(edge))
        found[edge.article] = ProvenancePath(steps: [step] + onward.steps, root: root)
        queue.append(edge.article)
      }
    }
    for (id, path) in found { pathsByPlace[id.number, default: []].append(path) }
  }
}

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
