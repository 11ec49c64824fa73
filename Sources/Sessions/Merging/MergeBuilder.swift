internal import ClaimModel
internal import FactStore
internal import Lexicons

/// Does changes on a store as operations: neighbours of one user, time and kind as one.
struct MergeBuilder {
  private(set) var store: FactStore
  private(set) var skipped: [SkippedChange] = []
  private var keys: SessionKeys
  /// Claims as the two sessions found them: of one story each may have found others.
  private var extractions: [SessionKeys]
  private var group: [SidedItem] = []
  /// Claims that people worked on in either session.
  private let worked: Set<ClaimKey>

  init(_ store: FactStore, extractions: [SessionKeys], worked: Set<ClaimKey>) {
    self.store = store
    self.extractions = extractions
    self.worked = worked
    keys = SessionKeys(store.log)
  }

  mutating func add(_ items: [SidedItem]) {
    for item in items {
      if let first = group.first, !first.item.joins(item.item) { finishGroup() }
      group.append(item)
    }
    finishGroup()
  }

  private mutating func finishGroup() {
    defer { group = [] }
    guard let first = group.first else { return }
    for item in group {
      for claim in item.item.identity.change.claims { supply(claim, for: item.item) }
    }
    if tries(group) == nil { return }
    guard group.count > 1 else { return skip(first) }
    for item in group where tries([item]) != nil { skip(item) }
  }

  private mutating func skip(_ item: SidedItem) {
    let error = tries([item]) ?? .nothingSelected
    skipped.append(SkippedChange(side: item.side, operation: item.item.number, error: error))
  }

  /// Nil if it was done.
  private mutating func tries(_ group: [SidedItem]) -> OperationError? {
    guard let first = group.first else { return .nothingSelected }
    if let story = other(than: first.item.version, first.item.identity.change) {
      return .otherVersion(story)
    }
    guard let action = action(group.map(\.item)) else { return .nothingSelected }
    let key = movedKey(first.item)
    if let key, let twin = twin(of: action) {
      keys.know(key, as: twin)
      return nil
    }
    do throws(OperationError) {
      _ = try store.apply(
        Operation(
          user: first.item.user, time: first.item.time, action: action,
          ownWords: ownWords(group)))
      keys.take(action)
      if let key { keys.know(key, as: keys.lastClaim) }
      return nil
    } catch {
      return error
    }
  }

  /// A claim with its spans in the story's text as it is now, wherever its sentences went; nil
  /// where they are gone. `version`: the one in whose `KeyText` they count.
  private mutating func placed(_ claim: Claim, in story: StoryKey, version: String?) -> Claim? {
    let now = keys.version(of: story)
    if now == version { return keys.placed(claim, in: story) }
    guard let new = keys.text(of: story, version: now) else { return nil }
    for side in extractions {
      guard let old = side.text(of: story, version: version) else { continue }
      return SpanMap(VersionAlignment(from: old, to: new)).moved(KeyText(old).claim(claim))
    }
    return nil
  }

  /// The key of a claim that somebody added in another version of the story than it is here.
  private func movedKey(_ item: MergeItem) -> ClaimKey? {
    guard case .addClaim(let key) = item.identity.change,
      keys.version(of: key.story) != item.version
    else { return nil }
    return key
  }

  /// The claim that was added already where this one would be, by a merger before this.
  private func twin(of action: Action) -> ClaimID? {
    guard case .addClaim(let story, let claim) = action else { return nil }
    return store.knownClaims(in: story).first { known in
      known.isByHand && known.claim.content == claim.content
    }?.id
  }

  /// The story that has another text here than the one in which a change says where something
  /// stands.
  private func other(than version: String?, _ change: MergeChange) -> ArticleID? {
    let story: StoryKey
    switch change {
    case .editStory(let edited, _): story = edited
    default: return nil
    }
    return keys.version(of: story) == version ? nil : keys.id(of: story)
  }

  /// Each once.
  private func ownWords(_ group: [SidedItem]) -> [OwnWords.Entry] {
    var seen = Set<OwnWords.Entry>()
    return group.flatMap(\.item.ownWords).filter { seen.insert($0).inserted }
  }

  /// A claim that the story as it was loaded here does not have is added as its session found it.
  private mutating func supply(_ key: ClaimKey, for item: MergeItem) {
    guard keys.id(of: key) == nil, let article = keys.id(of: key.story) else { return }
    for side in extractions.indices {
      guard let claim = extractions[side].claim(key) else { continue }
      guard let placed = placed(claim, in: key.story, version: key.version) else { continue }
      let action = Action.addClaim(article, placed)
      let operation = Operation(user: item.user, time: item.time, action: action)
      if (try? store.apply(operation)) != nil { keys.take(action) }
      return
    }
  }

  private mutating func action(_ items: [MergeItem]) -> Action? {
    guard let first = items.first else { return nil }
    var ids = [ClaimID]()
    for item in items {
      for key in item.identity.change.claims {
        guard let id = keys.id(of: key) else { return nil }
        ids.append(id)
      }
    }
    switch first.identity.change {
    case .load:
      return .load(
        items.compactMap { if case .story(let story) = $0.payload { story } else { nil } })
    case .attribute(_, let sources, let role):
      return .attribute(claims: ids, sources: sources, role: role)
    case .removeAttribution(_, let sources):
      return .removeAttribution(claims: ids, sources: sources)
    case .annotate(_, let mark): return .annotateClaims(ids, mark.mark(&keys))
    case .annotateSource(let name, let mark): return .annotateSource(name, mark)
    case .addClaim(let key):
      guard case .claim(let claim) = first.payload, let article = keys.id(of: key.story) else {
        return nil
      }
      return placed(claim, in: key.story, version: first.version).map { .addClaim(article, $0) }
    case .edit(let key, let claim):
      guard let claim = placed(claim, in: key.story, version: first.version) else { return nil }
      return ids.first.map { .editClaim($0, claim) }
    case .drop: return .dropClaims(ids)
    case .editStory(let story, let facts):
      guard case .revision(let revision) = first.payload, let id = keys.id(of: story) else {
        return nil
      }
      return .editArticle(
        id, revision.edit(facts, of: story, in: store, &keys, worked: worked))
    case .updateStory(let story, _):
      guard case .version(let change) = first.payload else { return nil }
      return change.update(of: story, in: store, &keys).map { .updateArticles([$0]) }
    case .dropStory(let story): return keys.id(of: story).map { .dropArticles([$0]) }
    case .rule(_, _, let ruling):
      return ids.count == 2 ? .ruleMatch(ids[0], ids[1], ruling) : nil
    case .correct(_, let correction): return ids.first.map { .recordCorrection($0, correction) }
    case .addSource(let source): return .addSource(source)
    case .addAliases(let source, let aliases): return .addAliases(source: source, aliases: aliases)
    case .mergeSources(let into, let from): return .mergeSources(into: into, from: from)
    case .saveQuery(let name, let query): return .saveQuery(name: name, query: query)
    case .dropQuery(let name): return .dropQuery(name)
    }
  }
}

/// A change with the session that it comes from.
struct SidedItem: Sendable {
  var item: MergeItem
  var side: MergeSide
}

extension MergeItem {
  /// Whether another one can be part of the same operation.
  fileprivate func joins(_ other: MergeItem) -> Bool {
    guard user == other.user, time == other.time, identity.occurrence == other.identity.occurrence
    else { return false }
    switch (identity.change, other.identity.change) {
    case (.load, .load), (.drop, .drop): return true
    case (.attribute(_, let sources, let role), .attribute(_, let others, let otherRole)):
      return sources == others && role == otherRole
    case (.removeAttribution(_, let sources), .removeAttribution(_, let others)):
      return sources == others
    case (.annotate(_, let mark), .annotate(_, let otherMark)): return mark == otherMark
    default: return false
    }
  }
}
