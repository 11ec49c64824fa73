internal import ClaimModel
internal import FactStore

/// What stands of a log, change by change, in order.
struct MergeItems: Sendable {
  private(set) var items: [MergeItem] = []
  private var places: [MergeItem.Identity: Int] = [:]
  private var counts: [MergeItem.Identity: Int] = [:]
  private(set) var keys = SessionKeys()

  /// `standing`: numbers of the operations that stand.
  init(_ log: some Sequence<LoggedOperation>, standing: Set<Int>) {
    for logged in log {
      let stands = standing.contains(logged.number)
      let stories = keys.take(logged.operation.action, stands: stands)
      if stands { add(logged, changes(logged.operation.action, stories)) }
    }
  }

  func contains(_ identity: MergeItem.Identity) -> Bool { places[identity] != nil }

  subscript(identity: MergeItem.Identity) -> MergeItem? { places[identity].map { items[$0] } }

  private mutating func add(
    _ logged: LoggedOperation, _ changes: [(change: MergeChange, payload: MergeItem.Payload?)]
  ) {
    let (user, time) = (logged.operation.user, logged.operation.time)
    for (change, payload) in changes {
      var identity = MergeItem.Identity(
        change: change, user: change.isPersonal ? user : nil,
        time: change.isPersonal ? time : nil, occurrence: 0)
      let count = counts[identity, default: 0]
      counts[identity] = count + 1
      identity.occurrence = count
      places[identity] = items.count
      items.append(
        MergeItem(
          identity: identity, user: user, time: time, payload: payload, number: logged.number,
          ownWords: logged.operation.ownWords, version: version(of: change)))
    }
  }

  /// Where spans of a change count, once the operation is done.
  private func version(of change: MergeChange) -> String? {
    switch change {
    case .addClaim(let claim), .edit(let claim, _): keys.version(of: claim.story)
    case .editStory(let story, _): keys.version(of: story)
    default: nil
    }
  }

  private mutating func updates(
    _ updates: [StoryUpdate]
  ) -> [(MergeChange, MergeItem.Payload?)] {
    var first = keys.lastClaim.number + 1 - updates.reduce(0) { $0 + $1.claims.added.count }
    return updates.compactMap { update in
      defer { first += update.claims.added.count }
      guard let story = keys.key(of: update.id) else { return nil }
      let sha256 = ArticleCodec.sha256(KeyText.bytes(of: update.article.text))
      let change = StoryChange(update, first: first, &keys)
      return (.updateStory(story, sha256), .version(change))
    }
  }

  private mutating func changes(
    _ action: Action, _ stories: [StoryKey]
  ) -> [(MergeChange, MergeItem.Payload?)] {
    switch action {
    case .load(let loaded): return zip(stories, loaded).map { (.load($0), .story($1)) }
    case .addClaim(_, let claim):
      guard let key = keys.key(of: keys.lastClaim) else { return [] }
      return [(.addClaim(key), .claim(keys.keyed(claim, in: key.story)))]
    case .attribute(let claims, let sources, let role):
      return each(claims) { key, _ in .attribute(key, sources, role) }
    case .removeAttribution(let claims, let sources):
      return each(claims) { key, _ in .removeAttribution(key, sources) }
    case .annotateClaims(let claims, let mark):
      return each(claims) { .annotate($0, PortableMark(mark, &$1)) }
    case .editClaim(let id, let claim):
      return each([id]) { .edit($0, $1.keyed(claim, in: $0.story)) }
    case .dropClaims(let claims): return each(claims) { key, _ in .drop(key) }
    case .editArticle(let id, let edit):
      guard let story = keys.key(of: id) else { return [] }
      let revision = StoryRevision(edit, of: story, &keys)
      return [(.editStory(story, edit.facts), .revision(revision))]
    case .updateArticles(let updates): return self.updates(updates)
    case .dropArticles(let ids):
      var seen = Set<ArticleID>()
      return ids.compactMap { id in
        seen.insert(id).inserted ? keys.key(of: id).map { (.dropStory($0), nil) } : nil
      }
    case .ruleMatch(let first, let second, let ruling):
      guard let a = keys.key(of: first), let b = keys.key(of: second) else { return [] }
      return [(.rule(a, b, ruling), nil)]
    case .recordCorrection(let id, let correction):
      return each([id]) { key, _ in .correct(key, correction) }
    case .annotateSource(let name, let mark): return [(.annotateSource(name, mark), nil)]
    case .addSource(let source): return [(.addSource(source), nil)]
    case .addAliases(let source, let aliases): return [(.addAliases(source, aliases), nil)]
    case .mergeSources(let into, let from): return [(.mergeSources(into: into, from: from), nil)]
    case .saveQuery(let name, let query): return [(.saveQuery(name, query), nil)]
    case .dropQuery(let name): return [(.dropQuery(name), nil)]
    case .undo, .redo, .goTo: return []
    }
  }

  /// Each claim once, as operations take them.
  private mutating func each(
    _ claims: [ClaimID], _ change: (ClaimKey, inout SessionKeys) -> MergeChange
  ) -> [(MergeChange, MergeItem.Payload?)] {
    var seen = Set<ClaimID>()
    return claims.compactMap { id in
      guard seen.insert(id).inserted, let key = keys.key(of: id) else { return nil }
      return (change(key, &keys), nil)
    }
  }
}
