internal import ClaimModel
package import FactStore

/// Takes the names of users out of a session: who did what becomes "person 1", "person 2", … in
/// order of appearance, and stories keep the last part of their path. Notes and evidence stay, but
/// where it is made for readers.
package struct Anonymiser {
  private var names: [String: String] = [:]
  private var queries: [String: String] = [:]
  private let isForReaders: Bool

  /// Stands for a note that is not for readers: the operation stays, so that others keep their
  /// numbers.
  package static let leftOut = "(left out)"

  private init(isForReaders: Bool) { self.isForReaders = isForReaders }

  /// The same operations under other names, done anew, since states tell who did something.
  /// `forReaders`: without notes and tags, the texts of saved queries, and the folders of evidence.
  package static func anonymised(
    _ store: FactStore, forReaders: Bool = false
  ) throws(OperationError) -> FactStore {
    var anonymiser = Anonymiser(isForReaders: forReaders)
    var anonymous = FactStore(catalogue: store.catalogue)
    for operation in store.log.map(\.operation) {
      _ = try anonymous.apply(anonymiser.anonymised(operation))
    }
    return anonymous
  }

  private mutating func anonymised(_ operation: Operation) -> Operation {
    var operation = operation
    let name = names[operation.user] ?? "person \(names.count + 1)"
    names[operation.user] = name
    operation.user = name
    operation.action = withoutFolders(operation.action)
    guard isForReaders else { return operation }
    operation.ownWords = []
    operation.action = forReaders(operation.action)
    return operation
  }

  private func withoutFolders(_ action: Action) -> Action {
    switch action {
    case .load(let articles): .load(articles.map(Self.withoutFolders))
    case .updateArticles(let updates): .updateArticles(updates.map(Self.withoutFolders))
    default: action
    }
  }

  private mutating func forReaders(_ action: Action) -> Action {
    switch action {
    case .annotateClaims(let claims, let mark): return .annotateClaims(claims, mark.forReaders)
    case .annotateSource(let name, let mark): return .annotateSource(name, mark.forReaders)
    case .saveQuery(let name, _): return .saveQuery(name: query(name), query: "worth>0")
    case .dropQuery(let name): return .dropQuery(query(name))
    default: return action
    }
  }

  /// "binhs-list" → "query1"
  private mutating func query(_ name: String) -> String {
    let other = queries[name] ?? "query\(queries.count + 1)"
    queries[name] = other
    return other
  }

  private static func withoutFolders(_ update: StoryUpdate) -> StoryUpdate {
    var update = update
    let article = LoadedArticle(article: update.article, claims: PackedClaims())
    update.article = withoutFolders(article).article
    return update
  }

  /// `/home/an/wire/a.txt` → `a.txt`; the address that a story was fetched from stays.
  private static func withoutFolders(_ loaded: LoadedArticle) -> LoadedArticle {
    var loaded = loaded
    loaded.article.name = lastPart(loaded.article.name)
    if let name = loaded.article.capture?.name, !name.contains("://") {
      loaded.article.capture?.name = lastPart(name)
    }
    return loaded
  }

  fileprivate static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension ClaimMark {
  /// A note stays as a mark that there was one, and so does an annotation that had nothing else.
  fileprivate var forReaders: ClaimMark {
    var mark = self
    (mark.tags, mark.removedTags, mark.removedNotes) = ([], [], nil)
    mark.evidence = evidence.map(\.forReaders)
    mark.removedEvidence = removedEvidence.map(\.forReaders)
    mark.note = nil
    if note != nil || mark.isEmpty { mark.note = Anonymiser.leftOut }
    return mark
  }
}

extension SourceMark {
  fileprivate var forReaders: SourceMark {
    var mark = self
    (mark.tags, mark.removedTags, mark.removedNotes, mark.note) = ([], [], nil, nil)
    if note != nil || mark.isEmpty { mark.note = Anonymiser.leftOut }
    return mark
  }
}

extension String {
  /// Of evidence: a file without its folders, which tell whose machine it lies on.
  fileprivate var forReaders: String {
    let isFile = hasPrefix("/") || hasPrefix("~") || hasPrefix("file:")
    return isFile ? Anonymiser.lastPart(self) : self
  }
}
