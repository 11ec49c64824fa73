package import ClaimModel
package import FactStore
import Presentation
package import TerminalText

extension CommandContext {
  /// The claims that the words of a selection mean, in order of their ids.
  package func select(_ words: [String], in store: FactStore) throws(UserError) -> [ClaimID] {
    store.select(try selection(words, in: store))
  }

  /// The claims that a listing is of: all of them where no selection is given.
  package func select(orAll words: [String], in store: FactStore) throws(UserError) -> [ClaimID] {
    store.select(try selection(orAll: words, in: store))
  }

  package func selection(
    orAll words: [String], in store: FactStore
  ) throws(UserError) -> Selection {
    words.isEmpty ? .all : try selection(words, in: store)
  }

  /// What the words of a selection ask for; every id that they name is there.
  package func selection(
    _ words: [String], in store: FactStore
  ) throws(UserError) -> Selection {
    let selection = try parse(query(words), saved: store.savedQueryTexts)
    if let missing = store.missingIDs(in: selection).first { try check(missing, in: store) }
    return selection
  }

  package func parse(_ query: QueryText, saved: SavedQueryTexts) throws(UserError) -> Selection {
    do throws(QueryError) {
      return try Selection.parse(query.text, saved: saved)
    } catch {
      let place = query.place(character: error.offset, length: error.length)
      throw UserError(QueryFailure(error, source: query.source, place: place))
    }
  }

  /// An id that is named must be there.
  private func check(_ missing: String, in store: FactStore) throws(UserError) {
    if let id = ClaimID(parsing: missing) {
      throw UserError(store.missing(id))
    }
    if let id = ArticleID(parsing: missing) {
      throw UserError(store.missing(id))
    }
  }

  /// An article by its id: "a1".
  package func article(
    _ word: String, of command: String, in store: FactStore
  ) throws(UserError) -> ArticleRecord {
    guard let id = ArticleID(parsing: word) else {
      throw UserError(
        UsageError(command: command, .rule("expected an article such as a1, found '\(word)'")))
    }
    guard let record = store.article(id) else {
      throw UserError(store.missing(id))
    }
    return record
  }

  /// A claim by its id: "c3".
  package func claim(
    _ word: String, of command: String, in store: FactStore
  ) throws(UserError) -> ClaimRecord {
    guard let id = ClaimID(parsing: word) else {
      throw UserError(
        UsageError(command: command, .rule("expected a claim such as c3, found '\(word)'")))
    }
    guard let record = store.claim(id) else {
      try check(id.description, in: store)
      throw UserError(OperationError.noSuchClaim(id, last: store.lastClaim))
    }
    return record
  }
}

/// A selection that cannot be read, with the line that it was typed in.
package struct QueryFailure: UserFacing {
  package var error: QueryError
  package var source: String
  /// Where in `source` the mistake stands, in bytes.
  package var place: TextSpan

  package init(_ error: QueryError, source: String, place: TextSpan) {
    self.error = error
    self.source = source
    self.place = place
  }

  /// "unknown field 'siad' at character 8", the place in the line, what was expected.
  package var message: ErrorMessage {
    let character = source.utf8Slice(TextSpan(0, place.start)).count + 1
    let hint = error.candidates.isEmpty ? "" : suggestion(error.candidates).dropFirst() + " "
    return ErrorMessage(
      "\(error.message) at character \(character)",
      details: [hint + error.expected.uppercasedFirst],
      pointer: ErrorMessage.Pointer(at: place, in: source))
  }

  package var status: ProgramStatus { .usage }
}

extension String {
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
