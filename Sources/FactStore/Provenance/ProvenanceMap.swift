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
  /// Of all articles. `step` is called now and then; what it throws ends the work.
  init<Failure: Error>(
    _ store: FactStore, step: () throws(Failure) -> Void
  ) throws(Failure) {
    let network = try CopyNetwork(store, step: step)
    self.init(store, store.articles, network)
  }

  /// Of some articles, and of those whose text they share.
  init<Failure: Error>(
    _ store: FactStore, around articles: [ArticleID], step: () throws(Failure) -> Void
  ) throws(Failure) {
    let network = try CopyNetwork(store, around: articles, step: step)
    self.init(store, network.articles.sorted().compactMap { store.article($0) }, network)
  }

  private init(_ store: FactStore, _ records: [ArticleRecord], _ network: CopyNetwork) {
    articles = records.map(\.id)
    let groups = network.groups(of: articles).map { store.originalsFirst($0) }
    let direct = Dictionary(
      uniqueKeysWithValues: records.map { ($0.id, store.directPaths(of: $0)) })
    paths = PathTable(groups, direct, network)
    carriers = PathTable(groups, direct.mapValues { $0.filter { !$0.isCited } }, network)
  }
}

extension ProvenancePath {
  fileprivate var isCited: Bool {
    if case .cited = steps.first?.reason { true } else { false }
  }
}
