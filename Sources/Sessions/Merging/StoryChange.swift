internal import ClaimModel
internal import FactStore

/// A new version of a story with claims named by keys. Spans count in its own text.
struct StoryChange: Sendable {
  var article: Article
  var moved: [(key: ClaimKey, claim: Claim)]
  var changed: [(key: ClaimKey, claim: Claim, words: [WordChange])]
  var gone: [ClaimKey]
  var added: [(key: ClaimKey, claim: Claim)]

  /// `keys` have taken the update; `first` is the number of its first new claim.
  init(_ update: StoryUpdate, first: Int, _ keys: inout SessionKeys) {
    let fates = update.claims
    article = update.article
    moved = fates.moved.compactMap { moved in keys.key(of: moved.id).map { ($0, moved.claim) } }
    changed = fates.changed.compactMap { changed in
      keys.key(of: changed.id).map { ($0, changed.claim, changed.words) }
    }
    gone = fates.gone.compactMap { keys.key(of: $0) }
    added = fates.added.enumerated().compactMap { place, claim in
      keys.key(of: ClaimID(first + place)).map { ($0, claim) }
    }
  }

  /// The same version in another session that has the story. A claim that it does not know, or
  /// that stood where it stands, goes with its sentence.
  func update(of story: StoryKey, in store: FactStore, _ keys: inout SessionKeys) -> StoryUpdate? {
    guard let id = keys.id(of: story), let record = store.article(id) else { return nil }
    let own = StoryRevisor.update(of: record, to: article, found: [], in: store).claims
    let known = store.knownClaims(in: id)
    let byHand = Set(known.filter(\.isByHand).map(\.id))
    let fallen = Set(known.filter { $0.standing != .stands && $0.standing != .gone }.map(\.id))
    var fates = ClaimFates()
    var named = fallen
    for (key, claim) in moved {
      guard let id = keys.id(of: key), !byHand.contains(id), named.insert(id).inserted else {
        continue
      }
      fates.moved.append(RevisedClaim(id: id, claim: claim))
    }
    for (key, claim, words) in changed {
      guard let id = keys.id(of: key), !byHand.contains(id), named.insert(id).inserted else {
        continue
      }
      fates.changed.append(ChangedClaim(id: id, claim: claim, words: words))
    }
    for key in gone {
      if let id = keys.id(of: key), named.insert(id).inserted { fates.gone.append(id) }
    }
    fates.moved += own.moved.filter { !named.contains($0.id) }
    fates.changed += own.changed.filter { !named.contains($0.id) }
    fates.gone += own.gone.filter { !named.contains($0) }
    fates.added = added.filter { keys.id(of: $0.key) == nil }.map(\.claim)
    return StoryUpdate(id, article, claims: fates)
  }
}
