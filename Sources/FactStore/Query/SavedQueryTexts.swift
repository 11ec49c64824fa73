/// What `@name` stands for in a query.
package struct SavedQueryTexts: Sendable {
  private var texts: [String: String]
  /// Queries that are being read, the outermost first: none of them may be named again.
  private var path: [String] = []
  /// Names that were taken apart so far; a few names of names must not cost without end.
  private static let deepest = 16

  package init(_ texts: [String: String] = [:]) { self.texts = texts }

  /// For a query that is about to be saved under a name: it must not come to stand for itself.
  package func saving(as name: String) -> SavedQueryTexts {
    var copy = self
    copy.path = [name]
    return copy
  }

  func selection(named name: String) throws(QueryError) -> Selection {
    if let start = path.firstIndex(of: name) {
      throw QueryError(kind: .recursiveQuery(path[start...] + [name]), offset: 0, length: 1)
    }
    guard let text = texts[name] else {
      let nearest = nearestWords(to: name, in: texts.keys.sorted()).map { "@" + $0 }
      throw QueryError(kind: .unknownQuery(name, nearest: nearest), offset: 0, length: 1)
    }
    guard path.count < Self.deepest else { throw QueryError(kind: .tooDeep, offset: 0, length: 1) }
    var inner = self
    inner.path.append(name)
    do throws(QueryError) {
      return try Selection.parse(text, saved: inner)
    } catch {
      if case .recursiveQuery = error.kind { throw error }
      throw QueryError(
        kind: .brokenQuery(name, reason: error.message), offset: 0, length: 1)
    }
  }
}

extension FactStore {
  /// The saved queries, by name.
  package var savedQueries: [SavedQuery] { queries.values.sorted { $0.name < $1.name } }

  /// What `@name` stands for in this store.
  package var savedQueryTexts: SavedQueryTexts { SavedQueryTexts(queries.mapValues(\.text)) }
}
