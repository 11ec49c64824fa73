internal import ClaimModel
internal import FactStore

/// What an edit of a story's facts made of it, with claims named by keys; all spans count in the
/// story's `KeyText`.
struct StoryRevision: Sendable {
  var structure: ArticleStructure?
  var changed: [(key: ClaimKey, claim: Claim)]
  var dropped: [ClaimKey]
  var added: [(key: ClaimKey, claim: Claim)]

  /// `keys` have taken the edit.
  init(_ edit: ArticleEdit, of story: StoryKey, _ keys: inout SessionKeys) {
    structure = edit.structure.map { keys.keyed($0, in: story) }
    changed = edit.claims.changed.compactMap { revised in
      keys.key(of: revised.id).map { ($0, keys.keyed(revised.claim, in: story)) }
    }
    dropped = edit.claims.dropped.compactMap { keys.key(of: $0) }
    let first = keys.lastClaim.number - edit.claims.added.count + 1
    added = edit.claims.added.enumerated().compactMap { place, claim in
      keys.key(of: ClaimID(first + place)).map { ($0, keys.keyed(claim, in: story)) }
    }
  }

  /// The same edit in another session of the same story: what people did there with a claim stays,
  /// and a claim that it has already does not come again. `worked` are claims that people worked
  /// on in either session.
  func edit(
    _ facts: ArticleFacts, of story: StoryKey, in store: FactStore, _ keys: inout SessionKeys,
    worked: Set<ClaimKey>
  ) -> ArticleEdit {
    guard let id = keys.id(of: story) else { return ArticleEdit(facts) }
    let byHand = Set(store.knownClaims(in: id).filter(\.isByHand).map(\.id))
    var revision = ClaimRevision()
    for (key, claim) in changed {
      guard let id = keys.id(of: key), !byHand.contains(id) else { continue }
      revision.changed.append(RevisedClaim(id: id, claim: keys.placed(claim, in: story)))
    }
    for key in dropped where !worked.contains(key) {
      if let id = keys.id(of: key), !byHand.contains(id) { revision.dropped.append(id) }
    }
    for (key, claim) in added where keys.id(of: key) == nil {
      revision.added.append(keys.placed(claim, in: story))
    }
    return ArticleEdit(
      facts, structure: structure.map { keys.placed($0, in: story) }, claims: revision)
  }
}
