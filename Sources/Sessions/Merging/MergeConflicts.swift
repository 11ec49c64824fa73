internal import ClaimModel
internal import FactStore

/// Finds what two sessions did since they parted that cannot both hold.
struct MergeConflicts {
  let ours: Side
  let theirs: Side

  /// What one session did alone.
  struct Side {
    var store: FactStore
    var items: [MergeItem]
    /// What both had and it took back; with it, its latest undo.
    var takenBack: [MergeItem]
    var undo: MergeUndo?
  }

  /// The one with the latest word first: so what has lost makes nothing else lose.
  func found() -> [MergeConflict] {
    let mine = words(of: ours)
    let others = words(of: theirs)
    var conflicts = [MergeConflict]()
    for (subject, our) in mine.words {
      guard let their = others.words[subject], our.value != their.value else { continue }
      conflicts += [MergeConflict(subject, our.items, their.items)].compactMap { $0 }
    }
    conflicts += takenBack(by: .ours) + takenBack(by: .theirs)
    return conflicts.sorted { $0.isSettled(before: $1) }
  }
}

extension MergeConflict {
  /// Nil if a side has nothing to say.
  fileprivate init?(_ subject: Subject, _ ours: [MergeItem], _ theirs: [MergeItem]) {
    var (ours, theirs) = (ours, theirs)
    // A drop gives way to work, and work to a drop.
    let drops = (ours.filter(subject.isDropped), theirs.filter(subject.isDropped))
    if !drops.0.isEmpty { ours = drops.0 }
    if !drops.1.isEmpty { theirs = drops.1 }
    // Within one session the later change is the last word, whatever the clock said.
    guard let our = ours.last, let their = theirs.last else { return nil }
    self.init(
      subject: subject, operations: [.ours: ours.operations, .theirs: theirs.operations],
      newest: MergeItem.precedes(our, their) ? .theirs : .ours,
      items: [.ours: ours, .theirs: theirs], time: (ours + theirs).map(\.time).max() ?? our.time)
  }

  /// What `taker` took back by an undo and the other side built on; nil if it built nothing.
  fileprivate init?(
    takenBack returning: [MergeItem], as number: Int, by taker: MergeSide,
    _ undo: MergeUndo, built: [MergeItem]
  ) {
    guard let last = built.max(by: MergeItem.precedes) else { return nil }
    self.init(
      subject: .takenBack(operation: number),
      operations: [taker: [undo.number], taker.other: built.operations],
      newest: undo.time > last.time ? taker : taker.other,
      items: [taker: [], taker.other: built], returning: [taker.other: returning],
      time: max(undo.time, last.time))
    self.undo = undo
  }

  /// Without what has given way already; nil if that leaves nothing to settle.
  func without(_ losing: Set<MergeItem.Identity>) -> MergeConflict? {
    let left = items.mapValues { $0.filter { !losing.contains($0.identity) } }
    guard case .takenBack(let number) = subject, let undo, let returning = returning.first else {
      return MergeConflict(subject, left[.ours] ?? [], left[.theirs] ?? [])
    }
    let keeper = returning.key
    return MergeConflict(
      takenBack: returning.value, as: number, by: keeper.other, undo, built: left[keeper] ?? [])
  }

  /// The one with the latest word first; of two at one time, the same whichever is ours.
  func isSettled(before other: MergeConflict) -> Bool {
    time != other.time
      ? time > other.time
      : "\(subject)".utf8.lexicographicallyPrecedes("\(other.subject)".utf8)
  }
}

extension MergeConflicts {
  /// What `side` took back, where the other built on it.
  private func takenBack(by side: MergeSide) -> [MergeConflict] {
    let (taker, keeper) = side == .ours ? (ours, theirs) : (theirs, ours)
    guard let undo = taker.undo else { return [] }
    let byNumber = Dictionary(grouping: taker.takenBack, by: \.number)
    return byNumber.sorted { $0.key < $1.key }.compactMap { number, items in
      MergeConflict(
        takenBack: items, as: number, by: side, undo,
        built: keeper.items.filter { item in items.contains { item.needs($0) } })
    }
  }

  /// What a side comes to say of each subject, and what says it.
  private struct Words {
    var words: [MergeConflict.Subject: (value: String, items: [MergeItem])] = [:]

    mutating func add(_ item: MergeItem, _ subject: MergeConflict.Subject, _ value: String) {
      words[subject] = (value, (words[subject]?.items ?? []) + [item])
    }
  }

  private func words(of side: Side) -> Words {
    var words = Words()
    for item in side.items {
      for (subject, value) in subjects(item, side.store) { words.add(item, subject, value) }
    }
    return words
  }

  private func subjects(
    _ item: MergeItem, _ store: FactStore
  ) -> [(MergeConflict.Subject, String)] {
    var found = [(MergeConflict.Subject, String)]()
    func canonical(_ name: String) -> String { store.source(named: name)?.name ?? name }
    switch item.identity.change {
    case .edit(let claim, let edited): found = [(.edited(claim), "\(edited)")]
    case .annotate(let claim, let mark):
      if let verdict = mark.mark.verdict {
        found.append((.verdict(claim, by: item.user), verdict.rawValue))
      }
      if let credibility = mark.mark.credibility {
        found.append((.credibility(claim, by: item.user), credibility.description))
      }
    case .attribute(let claim, let sources, _):
      found = sources.map { (.attribution(claim, source: canonical($0)), "given") }
    case .removeAttribution(let claim, let sources):
      found = sources.map { (.attribution(claim, source: canonical($0)), "none") }
    case .annotateSource(let name, let mark):
      if let reliability = mark.reliability {
        found = [(.reliability(source: canonical(name), by: item.user), reliability.rawValue)]
      }
    case .mergeSources(let into, let from): found = [(.merger(source: from), canonical(into))]
    case .editStory(let story, let facts):
      found = facts.words.map { (.story(story, fact: $0.name), $0.value) }
    case .load, .addClaim, .drop, .dropStory, .updateStory, .rule, .correct, .addSource,
      .addAliases,
      .saveQuery, .dropQuery:
      break
    }
    for story in item.stories where !item.isLoad {
      let isDropped = if case .dropStory = item.identity.change { true } else { false }
      found.append((.storyDropped(story), isDropped ? "dropped" : "kept"))
    }
    for claim in item.identity.change.claims {
      found.append((.dropped(claim), item.isDrop ? "dropped" : "kept"))
    }
    return found
  }
}

extension [MergeItem] {
  fileprivate var operations: [Int] { Set(map(\.number)).sorted() }
}

extension MergeItem {
  var isDrop: Bool {
    switch identity.change {
    case .drop, .dropStory: true
    default: false
    }
  }

  var isLoad: Bool { if case .load = identity.change { true } else { false } }

  /// Stories that it is about, or whose claims it is about.
  var stories: Set<StoryKey> {
    Set(identity.change.claims.map(\.story) + (identity.change.story.map { [$0] } ?? []))
  }

  /// Whether it cannot be done without another.
  func needs(_ other: MergeItem) -> Bool {
    switch other.identity.change {
    case .load(let story):
      return !isLoad && stories.contains(story)
    case .addClaim(let claim): return identity.change.claims.contains(claim)
    case .editStory:
      guard case .revision(let revision) = other.payload else { return false }
      return revision.added.contains { identity.change.claims.contains($0.key) }
    case .updateStory(let story, let sha256):
      guard stories.contains(story) else { return false }
      return version == sha256
        || identity.change.claims.contains { $0.story == story && $0.version == sha256 }
    default: return false
    }
  }
}

extension Action {
  var takesBack: Bool {
    switch self {
    case .undo, .goTo: true
    default: false
    }
  }
}

extension MergeConflict.Subject {
  /// Whether an item drops what this is about: a claim that is dropped is work on its story.
  fileprivate func isDropped(by item: MergeItem) -> Bool {
    switch (self, item.identity.change) {
    case (.dropped, .drop), (.storyDropped, .dropStory): true
    default: false
    }
  }
}

extension ArticleFacts {
  /// What it says of each fact: "date" is "2024-01-06", "url" is taken away.
  fileprivate var words: [(name: String, value: String)] {
    let given = [
      ("date", date?.description), ("language", language?.rawValue), ("url", url),
      ("title", title), ("author", author),
    ]
    return given.compactMap { name, value in value.map { (name, "is \($0)") } }
      + removed.filter { field in !given.contains { $0.0 == field.rawValue && $0.1 != nil } }
      .map { ($0.rawValue, "none") }
  }
}
