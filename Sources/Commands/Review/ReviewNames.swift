import ClaimModel
import FactStore

/// The names that a menu of a review offers for a claim.
struct ReviewNames {
  private let store: FactStore
  private let record: ClaimRecord
  private let article: ArticleRecord

  init?(_ id: ClaimID, in store: FactStore) {
    guard let record = store.claim(id), let article = store.article(record.articleID) else {
      return nil
    }
    (self.store, self.record, self.article) = (store, record, article)
  }

  /// Who spoke last before the claim, then who speaks near it, then the other names of the story,
  /// then everybody whom the session knows.
  var speakers: [ReviewMenu.Name] {
    var names = UniqueNames()
    if let speaker = record.claim.speaker, speaker.isDoubtful {
      names.add(speaker.name, "likeliest")
      for other in speaker.others { names.add(other, "perhaps") }
    }
    let others = store.claims(in: article.id).compactMap(store.claim).filter { $0.id != record.id }
    for other in others.sorted(by: { distance($0) < distance($1) }) {
      for name in sources(of: other, .saidBy) { names.add(name, "said \(other.id)") }
    }
    for entry in store.names(in: store.claims(in: article.id)) {
      names.add(store.source(named: entry.name)?.name ?? entry.name, "named in \(article.id)")
    }
    return names.names + rest(names) { $0 != .agency }
  }

  /// Those of the claim and its story, then all that the session knows.
  var agencies: [ReviewMenu.Name] {
    var names = UniqueNames()
    for name in record.via + sources(of: record, .reportedBy) { names.add(name, "as it is") }
    for name in article.article.agencies {
      names.add(store.source(named: name)?.name ?? name, "named by \(article.id)")
    }
    for other in store.claims(in: article.id).compactMap(store.claim) {
      for name in sources(of: other, .reportedBy) { names.add(name, "reported \(other.id)") }
    }
    for source in store.sources where source.source.kind == .agency || source.source.kind == .outlet
    {
      names.add(source.name, source.source.kind.rawValue)
    }
    return names.names + rest(names) { _ in true }
  }

  /// Sources of the session that are not among the names yet.
  private func rest(
    _ names: UniqueNames, where isWanted: (SourceKind) -> Bool
  ) -> [ReviewMenu.Name] {
    store.sources.filter { isWanted($0.source.kind) && !names.has($0.name) }.map { source in
      let kind = source.source.kind
      return ReviewMenu.Name(source.name, kind == .unknown ? "" : kind.rawValue, isOfStory: false)
    }
  }

  private func sources(of record: ClaimRecord, _ role: AttributionRole) -> [String] {
    record.attributions.filter { $0.role == role }.map(\.source)
  }

  /// Bytes between two claims; what follows the claim counts as twice as far.
  private func distance(_ other: ClaimRecord) -> Int {
    let own = record.claim.context.start
    let start = other.claim.context.start
    return start <= own ? own - start : 2 * (start - own)
  }
}

/// Names in order, each once.
private struct UniqueNames {
  private(set) var names = [ReviewMenu.Name]()
  private var seen = Set<String>()

  mutating func add(_ name: String, _ detail: String) {
    if !name.isEmpty, seen.insert(name).inserted {
      names.append(ReviewMenu.Name(name, detail, isOfStory: true))
    }
  }

  func has(_ name: String) -> Bool { seen.contains(name) }
}
