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
    /// What both had and it took back; with it, the undo that did.
    var takenBack: [MergeItem]
    var undo: LoggedOperation?
  }

  /// In order of claims and sources as our session has them, then as theirs has.
  func found() -> [MergeConflict] {
    let mine = words(of: ours)
    let others = words(of: theirs)
    var conflicts = [MergeConflict]()
    for (subject, our) in mine.inOrder {
      guard let their = others.words[subject], our.value != their.value else { continue }
      conflicts.append(conflict(subject, our.items, their.items))
    }
    return conflicts + takenBack(by: .ours) + takenBack(by: .theirs)
  }

  private func conflict(
    _ subject: MergeConflict.Subject, _ ours: [MergeItem], _ theirs: [MergeItem]
  ) -> MergeConflict {
    var (ours, theirs) = (ours, theirs)
    if case .dropped = subject {
      // A drop gives way to work, and work to a drop.
      if ours.contains(where: \.isDrop) { ours = ours.filter(\.isDrop) }
      if theirs.contains(where: \.isDrop) { theirs = theirs.filter(\.isDrop) }
    }
    return MergeConflict(
      subject: subject, ours: numbers(ours), theirs: numbers(theirs),
      newest: newest(ours, theirs),
      losing: [
        .ours: Set(theirs.map(\.identity)), .theirs: Set(ours.map(\.identity)),
      ])
  }

  private func newest(_ ours: [MergeItem], _ theirs: [MergeItem]) -> MergeSide {
    guard let our = ours.max(by: MergeItem.precedes), let their = theirs.max(by: MergeItem.precedes)
    else { return .ours }
    return MergeItem.precedes(our, their) ? .theirs : .ours
  }

  private func numbers(_ items: [MergeItem]) -> [Int] { Set(items.map(\.number)).sorted() }
}

extension MergeConflicts {
  /// What `side` took back, where the other built on it.
  private func takenBack(by side: MergeSide) -> [MergeConflict] {
    let (taker, keeper) = side == .ours ? (ours, theirs) : (theirs, ours)
    guard let undo = taker.undo else { return [] }
    let byNumber = Dictionary(grouping: taker.takenBack, by: \.number)
    return byNumber.sorted { $0.key < $1.key }.compactMap { number, items in
      let built = keeper.items.filter { item in items.contains { item.needs($0) } }
      guard let last = built.max(by: MergeItem.precedes) else { return nil }
      let isUndoNewer = undo.operation.time > last.time
      return MergeConflict(
        subject: .takenBack(operation: number),
        ours: side == .ours ? [undo.number] : numbers(built),
        theirs: side == .ours ? numbers(built) : [undo.number],
        newest: isUndoNewer ? side : side.other,
        losing: [side: Set(built.map(\.identity)), side.other: []],
        returning: [side.other: Set(items.map(\.identity)), side: []])
    }
  }

  /// What a side comes to say of each subject, and what says it.
  private struct Words {
    var words: [MergeConflict.Subject: (value: String, items: [MergeItem])] = [:]
    private var order: [MergeConflict.Subject] = []

    var inOrder: [(MergeConflict.Subject, (value: String, items: [MergeItem]))] {
      order.compactMap { subject in words[subject].map { (subject, $0) } }
    }

    mutating func add(_ item: MergeItem, _ subject: MergeConflict.Subject, _ value: String) {
      if words[subject] == nil { order.append(subject) }
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
    case .load, .addClaim, .drop, .addSource, .addAliases: break
    }
    if let claim = item.identity.change.claim {
      found.append((.dropped(claim), item.isDrop ? "dropped" : "kept"))
    }
    return found
  }
}

extension MergeItem {
  var isDrop: Bool { if case .drop = identity.change { true } else { false } }

  /// Whether it cannot be done without another.
  func needs(_ other: MergeItem) -> Bool {
    switch other.identity.change {
    case .load(let story):
      if case .addClaim(let claim) = identity.change { return claim.story == story }
      return identity.change.claim?.story == story
    case .addClaim(let claim): return identity.change.claim == claim
    default: return false
    }
  }
}
