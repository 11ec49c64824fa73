internal import ClaimModel
internal import FactStore

/// What an edit of a story's facts made of it, with claims named by keys.
struct StoryRevision: Sendable {
  /// The story's text, in which all spans count.
  var text: String
  var structure: ArticleStructure?
  var changed: [(key: ClaimKey, claim: Claim)]
  var dropped: [ClaimKey]
  var added: [(key: ClaimKey, claim: Claim)]

  /// `keys` have taken the edit.
  init(_ edit: ArticleEdit, text: String, _ keys: inout SessionKeys) {
    self.text = text
    structure = edit.structure
    changed = edit.claims.changed.compactMap { revised in
      keys.key(of: revised.id).map { ($0, revised.claim) }
    }
    dropped = edit.claims.dropped.compactMap { keys.key(of: $0) }
    let first = keys.lastClaim.number - edit.claims.added.count + 1
    added = edit.claims.added.enumerated().compactMap { place, claim in
      keys.key(of: ClaimID(first + place)).map { ($0, claim) }
    }
  }

  /// The same edit in another session of the same story: what people did there with a claim stays,
  /// and a claim that it has already does not come again. `worked` are claims that people worked
  /// on in either session.
  func edit(
    _ facts: ArticleFacts, of id: ArticleID, in store: FactStore, _ keys: inout SessionKeys,
    worked: Set<ClaimKey>
  ) -> ArticleEdit {
    guard let record = store.article(id), record.article.text == text else {
      return ArticleEdit(facts)
    }
    let byHand = Set(store.knownClaims(in: id).filter(\.isByHand).map(\.id))
    var revision = ClaimRevision()
    for (key, claim) in changed {
      guard let id = keys.id(of: key), !byHand.contains(id) else { continue }
      revision.changed.append(RevisedClaim(id: id, claim: claim))
    }
    for key in dropped where !worked.contains(key) {
      if let id = keys.id(of: key), !byHand.contains(id) { revision.dropped.append(id) }
    }
    for (key, claim) in added where keys.id(of: key) == nil { revision.added.append(claim) }
    return ArticleEdit(facts, structure: structure, claims: revision)
  }
}
