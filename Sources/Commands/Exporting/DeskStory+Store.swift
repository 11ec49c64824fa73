import ClaimModel
import Desk
import Exchange
import FactStore

extension DeskHead {
  init(_ desk: Desk, site: String? = nil, isMarked: Bool = false) {
    let session = desk.path.map { path in
      path.split(separator: "/").last.map(String.init) ?? path
    }
    self.init(
      program: "theo \(Desk.version)", user: desk.user, time: desk.surroundings.now(),
      session: session, sources: desk.store.sources.map(DeskSource.init), site: site,
      isMarked: isMarked)
  }
}

extension DeskSource {
  fileprivate init(_ record: SourceRecord) {
    self.init(
      record.source, reliability: record.reliability, notes: record.notes, tags: record.tags)
  }
}

extension DeskStory {
  /// A story with those of its claims that are asked for; nil where there is no such story.
  init?(_ id: ArticleID, _ claims: [ClaimID], in store: FactStore) {
    guard let record = store.article(id) else { return nil }
    self.init(
      id: id.description, article: record.article, loadedBy: record.loadedBy,
      loadedAt: record.loadedAt, version: record.version,
      claims: claims.compactMap { store.claim($0) }.map { DeskClaim($0, in: store) })
  }

  /// The stories that hold these claims, in order of their ids, one at a time.
  static func forEach(
    _ claims: [ClaimID], in store: FactStore, withEmpty: Bool,
    _ body: (DeskStory) throws -> Void
  ) throws {
    var byStory = [ArticleID: [ClaimID]]()
    for id in claims {
      guard let story = store.articleID(of: id) else { continue }
      byStory[story, default: []].append(id)
    }
    for record in store.articles where withEmpty || byStory[record.id] != nil {
      if let story = DeskStory(record.id, byStory[record.id] ?? [], in: store) { try body(story) }
    }
  }
}

extension DeskClaim {
  init(_ record: ClaimRecord, in store: FactStore) {
    let givenBy: String? =
      switch record.origin {
      case .extracted: nil
      case .added(let user, _), .edited(let user, _): user
      }
    self.init(
      id: record.id.description, claim: record.claim,
      speakers: record.attributions.filter { $0.role == .saidBy }.map(\.source), via: record.via,
      attributions: record.attributions.map {
        DeskAttribution(source: $0.source, role: $0.role, givenBy: $0.givenBy, time: $0.time)
      },
      inner: store.carried(by: record)?.description, givenBy: givenBy, verdict: record.verdict,
      dispute: record.isDisputed
        ? record.assessment.opinions.map { DeskOpinion(user: $0.user, verdict: $0.verdict) } : [],
      credibility: record.credibility, notes: record.notes, tags: record.tags,
      evidence: record.evidence, marks: record.marks.map(DeskMark.init))
  }
}

extension DeskMark {
  fileprivate init(_ signed: SignedMark<ClaimMark>) {
    self.init(
      user: signed.user, time: signed.time, verdict: signed.mark.verdict,
      credibility: signed.mark.credibility, note: signed.mark.note, tags: signed.mark.tags,
      evidence: signed.mark.evidence)
  }
}
