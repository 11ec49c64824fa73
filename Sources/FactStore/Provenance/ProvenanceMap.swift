package import ClaimModel

/// The ways from every standing article to its roots.
///
/// Articles that are copies of one text share their roots: whom one copy signs with, all come from.
package struct ProvenanceMap: Sendable {
  private let paths: PathTable
  private let carriers: PathTable
  package let articles: [ArticleID]

  /// Never empty for an article that stood when the map was made.
  package func paths(of article: ArticleID) -> [ProvenancePath] { paths[article] }

  package func roots(of article: ArticleID) -> [ProvenanceRoot] {
    paths(of: article).map(\.root)
  }

  /// The ways that hold for all that an article says: not those by what one of its claims cites.
  func carrierPaths(of article: ArticleID) -> [ProvenancePath] { carriers[article] }
}

extension ProvenanceMap {
  init(_ store: FactStore) {
    let network = CopyNetwork(store)
    articles = store.articles.map(\.id)
    let groups = network.groups(of: articles).map { store.originalsFirst($0) }
    let direct = Dictionary(
      uniqueKeysWithValues: store.articles.map { ($0.id, store.directPaths(of: $0)) })
    paths = PathTable(groups, direct, network)
    carriers = PathTable(groups, direct.mapValues { $0.filter { !$0.isCited } }, network)
  }
}

extension ProvenancePath {
  fileprivate var isCited: Bool {
    if case .cited = steps.first?.reason { true } else { false }
  }
}
