internal import ClaimModel

extension FactStore {
  /// Another query of that name gives way. Whether the text can be read is for the query language
  /// to say: a session must come back whatever words a later one knows.
  mutating func save(
    _ text: String, as name: String, _ by: Hand, _ delta: inout Delta
  ) throws(OperationError) {
    guard Self.isQueryName(name) else { throw .badQueryName(name) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyQuery }
    let query = SavedQuery(name: name, text: text, user: by.user, time: by.time)
    set(.query(name, query), &delta)
  }

  mutating func dropQuery(_ name: String, _ delta: inout Delta) throws(OperationError) {
    guard queries[name] != nil else {
      throw .noSuchQuery(name, nearest: nearestWords(to: name, in: queries.keys.sorted()))
    }
    set(.query(name, nil), &delta)
  }

  private static func isQueryName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 100
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
