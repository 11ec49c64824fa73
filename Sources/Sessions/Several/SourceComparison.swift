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
    entries += apart(ours?.marks ?? [], theirs?.marks ?? []).map { side, marked in
      Entry(
        side: side, what: .sourceAnnotation(marked.mark), user: marked.user, time: marked.time)
    }
    if !entries.isEmpty { found.append(.init(name: name, entries: entries)) }
  }
}

extension Source {
  fileprivate func isTold(otherwiseThan other: Source) -> Bool {
    kind != other.kind || country != other.country || Set(aliases) != Set(other.aliases)
  }
}
