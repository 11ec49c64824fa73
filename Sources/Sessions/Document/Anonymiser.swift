internal import ClaimModel
package import FactStore

/// Takes the names of users out of a session: who did what becomes "person 1", "person 2", … in
/// order of appearance, and stories keep the last part of their path. Notes and evidence stay.
package enum Anonymiser {
  /// The same operations under other names, done anew, since states tell who did something.
  package static func anonymised(_ store: FactStore) throws(OperationError) -> FactStore {
    let operations = store.log.map(\.operation)
    var anonymous = FactStore(catalogue: store.catalogue)
    var names: [String: String] = [:]
    for var operation in operations {
      let name = names[operation.user] ?? "person \(names.count + 1)"
      names[operation.user] = name
      operation.user = name
      if case .load(let articles) = operation.action {
        operation.action = .load(articles.map(withoutFolders))
      }
      if case .updateArticles(let updates) = operation.action {
        operation.action = .updateArticles(updates.map(withoutFolders))
      }
      _ = try anonymous.apply(operation)
    }
    return anonymous
  }

  private static func withoutFolders(_ update: StoryUpdate) -> StoryUpdate {
    var update = update
    let article = LoadedArticle(article: update.article, claims: PackedClaims())
    update.article = withoutFolders(article).article
    return update
  }

  /// `/home/an/wire/a.txt` → `a.txt`
  private static func withoutFolders(_ loaded: LoadedArticle) -> LoadedArticle {
    var loaded = loaded
    let name = loaded.article.name
    loaded.article.name = name.split(separator: "/").last.map(String.init) ?? name
    return loaded
  }
}
