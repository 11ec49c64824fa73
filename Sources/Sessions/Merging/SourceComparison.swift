internal import ClaimModel
internal import FactStore

/// Compares what two sessions say of their sources.
struct SourceComparison {
  private(set) var found: [SessionDifference.SourceDifference] = []

  /// A source that one session alone has counts only where somebody said something of it: stories
  /// bring many.
  init(_ ours: FactStore, _ theirs: FactStore) {
    let others = Dictionary(uniqueKeysWithValues: theirs.sources.map { ($0.name, $0) })
    let mine = Set(ours.sources.map(\.name))
    for record in ours.sources { add(record.name, record, others[record.name]) }
    for record in theirs.sources where !mine.contains(record.name) {
      add(record.name, nil, record)
    }
  }

  private mutating func add(_ name: String, _ ours: SourceRecord?, _ theirs: SourceRecord?) {
    typealias Entry = SessionDifference.Entry
    var entries = [Entry]()
    if let ours, let theirs, ours.source.isTold(otherwiseThan: theirs.source) {
      entries += [
        Entry(side: .ours, what: .source(ours.source)),
        Entry(side: .theirs, what: .source(theirs.source)),
      ]
    }
    let both = (ours?.marks ?? [], theirs?.marks ?? [])
    let assessments = (ours?.assessment, theirs?.assessment)
    entries += apart(both.0, both.1).compactMap { side, marked in
      let (own, other) = side == .ours ? assessments : (assessments.1, assessments.0)
      let mark = marked.mark.difference(own, from: other)
      return mark.isEmpty
        ? nil
        : Entry(side: side, what: .sourceAnnotation(mark), user: marked.user, time: marked.time)
    }
    if !entries.isEmpty { found.append(.init(name: name, entries: entries)) }
  }
}

extension SourceMark {
  /// What is left of it where the other session has the same otherwise.
  fileprivate func difference(
    _ own: SourceAssessment?, from other: SourceAssessment?
  ) -> SourceMark {
    var mark = self
    if own?.reliability == other?.reliability || reliability != own?.reliability {
      mark.reliability = nil
    }
    let (mine, theirs) = (own?.notes ?? [], other?.notes ?? [])
    if let note, theirs.contains(note) || !mine.contains(note) { mark.note = nil }
    if Set(mine) == Set(theirs) { mark.removedNotes = nil }
    let (tagged, otherTagged) = (own?.tags ?? [], other?.tags ?? [])
    mark.tags.removeAll { otherTagged.contains($0) || !tagged.contains($0) }
    mark.removedTags.removeAll { !otherTagged.contains($0) || tagged.contains($0) }
    return mark
  }
}

extension Source {
  fileprivate func isTold(otherwiseThan other: Source) -> Bool {
    kind != other.kind || country != other.country || Set(aliases) != Set(other.aliases)
  }
}
