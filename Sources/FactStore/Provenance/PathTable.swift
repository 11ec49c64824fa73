internal import ClaimModel

/// Paths of articles to the roots of their groups of copies.
struct PathTable: Sendable {
  private var pathsByPlace = [Int: [ProvenancePath]]()

  subscript(article: ArticleID) -> [ProvenancePath] { pathsByPlace[article.number] ?? [] }

  /// `groups`: articles that are copies of each other, the originals first. `direct`: what each
  /// names itself.
  init(
    _ groups: [[ArticleID]], _ direct: [ArticleID: [ProvenancePath]], _ network: CopyNetwork
  ) {
    for group in groups {
      for (root, bearers) in Self.roots(of: group, direct) {
        lead(group, to: root, from: bearers, direct, network)
      }
      // An original of copies that cite somebody is a root as well.
      while let first = group.first(where: { self[$0].isEmpty }) {
        lead(group, to: .article(first), from: [first], direct, network)
      }
    }
  }

  private mutating func lead(
    _ group: [ArticleID], to root: ProvenanceRoot, from bearers: [ArticleID],
    _ direct: [ArticleID: [ProvenancePath]], _ network: CopyNetwork
  ) {
    var search = PathSearch(group, root, network)
    for (id, path) in search.paths(from: bearers, direct) {
      pathsByPlace[id.number, default: []].append(path)
    }
  }

  /// Each root that articles of a group of copies name, with those that do.
  private static func roots(
    of group: [ArticleID], _ direct: [ArticleID: [ProvenancePath]]
  ) -> [(root: ProvenanceRoot, bearers: [ArticleID])] {
    var order = [ProvenanceRoot]()
    var bearers = [ProvenanceRoot: [ArticleID]]()
    for id in group.sorted() {
      for path in direct[id] ?? [] {
        if bearers[path.root] == nil { order.append(path.root) }
        bearers[path.root, default: []].append(id)
      }
    }
    return order.map { ($0, bearers[$0] ?? []) }
  }
}

/// The shortest ways of a group's articles to one root, breadth first from those that name it.
private struct PathSearch {
  private let root: ProvenanceRoot
  private let network: CopyNetwork
  /// Places in the order of originals: the lower one is the original of two copies.
  private let ranks: [ArticleID: Int]
  private var found = [ArticleID: ProvenancePath]()

  init(_ group: [ArticleID], _ root: ProvenanceRoot, _ network: CopyNetwork) {
    self.root = root
    self.network = network
    ranks = Dictionary(uniqueKeysWithValues: group.enumerated().map { ($1, $0) })
  }

  mutating func paths(
    from bearers: [ArticleID], _ direct: [ArticleID: [ProvenancePath]]
  ) -> [ArticleID: ProvenancePath] {
    for id in bearers {
      found[id] =
        direct[id]?.first { $0.root == root }
        ?? ProvenancePath(steps: [.init(article: id, reason: .own)], root: root)
    }
    spread(from: bearers)
    return found
  }

  /// Every article takes the shortest way. From its original it has what it says; an original
  /// whose copy names the root does not come from the copy, though both come from the root.
  private mutating func spread(from bearers: [ArticleID]) {
    var queue = bearers
    var at = 0
    while at < queue.count {
      let id = queue[at]
      at += 1
      guard let onward = found[id] else { continue }
      for edge in network.copies(of: id) where found[edge.original] == nil {
        guard let step = step(from: edge.original, to: id, edge, onward) else { continue }
        found[edge.original] = ProvenancePath(steps: [step] + onward.steps, root: root)
        queue.append(edge.original)
      }
    }
  }

  private func step(
    from article: ArticleID, to other: ArticleID, _ edge: NearCopy, _ onward: ProvenancePath
  ) -> ProvenancePath.Step? {
    var copy = edge
    (copy.article, copy.original) = (article, other)
    let isCopy = (ranks[other] ?? 0) < (ranks[article] ?? 0)
    if !isCopy, case .cited = onward.steps.last?.reason { return nil }
    return .init(article: article, reason: isCopy ? .copy(copy) : .signedCopy(copy))
  }
}
