import ClaimModel
import Desk
import Exchange
import FactStore
import Presentation
import TerminalText

/// Makes the model of a report from what stands on a desk.
struct ReportBuilder {
  let store: FactStore
  let claims: [ClaimID]
  /// Whether the claims are some of those that there are.
  let isSelection: Bool
  let audience: ReportModel.Audience
  private let newsroom: Newsroom
  private let judgements: [ClaimID: [ReportClaim.Judgement]]

  /// `claims` in order of their ids; nil for all.
  init(
    _ store: FactStore, claims: [ClaimID]?, audience: ReportModel.Audience, newsroom: Newsroom
  ) {
    self.store = store
    self.claims = claims ?? Array(store.claims)
    isSelection = claims != nil
    self.audience = audience
    self.newsroom = newsroom
    judgements = Self.judgements(store.log)
  }

  /// `query`: the selection as typed. `head`: the chain's last hash. `step` hears how many stories
  /// are done, and ends it by throwing.
  func model(
    language: ArticleLanguage, query: String?, head: String,
    step: (_ done: Int, _ total: Int) throws(UserError) -> Void
  ) throws -> ReportModel {
    let records = claims.compactMap { store.claim($0) }
    let stories = stories(of: records)
    let byID = Dictionary(stories.map { ($0.id, $0) }) { first, _ in first }
    let among = isSelection ? claims : nil
    let (findings, reasons) = try AllCores.both { [store] in
      ReportFindings(store, claims: among)
    } _: {
      try WorthReasons(records, byID, newsroom, step: step)
    }
    let found = records.compactMap { record in
      byID[record.articleID].map { claim(record, in: $0, reasons) }
    }
    return try ReportModel(
      audience: audience, language: language, program: "theo \(Desk.version)",
      made: store.log.last?.operation.time, query: query,
      checkers: audience == .editor ? checkers : [], stories: stories, claims: found,
      conflicts: findings.conflicts, independence: findings.independence,
      gaps: gaps(records, stories, step), log: audience == .editor ? log : [], head: head)
  }

  /// Every verdict that stands, by claim, in the order of the log.
  private static func judgements(
    _ log: [LoggedOperation]
  ) -> [ClaimID: [ReportClaim.Judgement]] {
    var found = [ClaimID: [ReportClaim.Judgement]]()
    for logged in log where logged.status == .stands {
      guard case .annotateClaims(let claims, let mark) = logged.operation.action,
        let verdict = mark.verdict
      else { continue }
      let judgement = ReportClaim.Judgement(
        operation: logged.number, user: logged.operation.user, time: logged.operation.time,
        verdict: verdict)
      for claim in claims { found[claim, default: []].append(judgement) }
    }
    return found
  }
}

// One claim.
extension ReportBuilder {
  private func claim(
    _ record: ClaimRecord, in story: ReportStory, _ reasons: WorthReasons
  ) -> ReportClaim {
    let facts = ClaimFacts(record, in: story.article)
    let isForEditor = audience == .editor
    return ReportClaim(
      id: record.id, story: record.articleID, claim: record.claim,
      exact: record.claim.content.map(story.article.text),
      words: words(record.claim.content, in: story),
      verdict: record.verdict,
      opinions: record.assessment.opinions.map { .init(user: $0.user, verdict: $0.verdict) },
      credibility: record.credibility, notes: isForEditor ? notes(record) : [],
      tags: isForEditor ? record.tags : [], evidence: record.evidence,
      attributions: record.attributions.map(attribution), chain: chain(facts, in: story),
      namelessness: record.claim.anonymity?.reason.map { words([$0], in: story) },
      figures: record.claim.quantities.map(\.readable), dates: record.claim.dates.map(\.readable),
      reasons: reasons[record], history: judgements[record.id] ?? [],
      handmadeBy: isForEditor ? handmadeBy(record) : nil)
  }

  private func words(_ spans: [TextSpan], in story: ReportStory) -> String {
    spans.map { ReadableText.text(story.article.text($0), isSegmented: story.isSegmented) }
      .joined(separator: " … ")
  }

  private func notes(_ record: ClaimRecord) -> [ReportClaim.Note] {
    record.notes.compactMap { text in
      record.marks.last { $0.mark.note == text }.map {
        .init(text: text, user: $0.user, time: $0.time)
      }
    }
  }

  private func attribution(_ given: ClaimAttribution) -> ReportClaim.Attribution {
    let source = store.source(named: given.source)
    return .init(
      name: given.source, role: given.role, kind: source?.source.kind ?? .unknown,
      reliability: source?.reliability, givenBy: given.givenBy)
  }

  private func chain(_ facts: ClaimFacts, in story: ReportStory) -> [ReportClaim.Station] {
    let hops = facts.claim.hops
    guard !hops.isEmpty else { return [] }
    let ties = ClaimChain(facts, nil, in: store).ties
    var stations = hops.indices.map { place in
      ReportClaim.Station(
        name: hops[place].name, isNewsroom: hops[place].kind.isNewsroom,
        link: .words(place > 0 ? words(ties[place], in: story) : ""))
    }
    let named = hops.flatMap(\.parts)
    let datelined = story.article.dateline?.agencies ?? []
    for agency in story.article.agencies where !named.contains(agency) {
      stations.append(
        .init(
          name: agency, isNewsroom: true,
          link: datelined.contains(agency) ? .dateline : .byline))
    }
    return stations
  }

  private func handmadeBy(_ record: ClaimRecord) -> String? {
    switch record.origin {
    case .extracted: nil
    case .added(let user, _), .edited(let user, _): user
    }
  }
}

// The whole.
extension ReportBuilder {
  private var log: [ReportChange] {
    let log = isSelection ? store.log(concerning: Set(claims)) : store.log
    return log.map { logged in
      ReportChange(
        number: logged.number, time: logged.operation.time, user: logged.operation.user,
        words: logged.operation.action.words, note: logged.operation.action.note,
        isUndone: logged.status == .undone)
    }
  }

  private var checkers: [ReportChecker] {
    var found = [ReportChecker]()
    for operation in store.log.map(\.operation) {
      guard let place = found.firstIndex(where: { $0.name == operation.user }) else {
        found.append(
          ReportChecker(
            name: operation.user, changes: 1, first: operation.time, last: operation.time))
        continue
      }
      found[place].changes += 1
      found[place].last = max(found[place].last, operation.time)
    }
    return found
  }

  private func gaps(
    _ records: [ClaimRecord], _ stories: [ReportStory],
    _ step: (_ done: Int, _ total: Int) throws(UserError) -> Void
  ) throws(UserError) -> ReportGaps {
    var gaps = ReportGaps()
    gaps.unchecked = records.filter { $0.verdict == .unchecked && !$0.isDisputed }
      .sorted { ($1.claim.worth, $0.id) < ($0.claim.worth, $1.id) }.map(\.id)
    gaps.changed = records.filter { $0.isChanged && $0.verdict != .unchecked }.map(\.id)
    gaps.unread = stories.filter { $0.article.language == .unknown }.map(\.id)
    if isSelection {
      gaps.outside = store.claimCount - records.count
      return gaps
    }
    for (index, story) in stories.enumerated() {
      try step(index, stories.count)
      gaps.gone += store.orphans(in: story.id)
      gaps.dropped += droppedCount(in: story.id)
      let share = unclaimedShare(of: story)
      if share >= 0.005 { gaps.prose.append((story.id, share)) }
    }
    return gaps
  }

  private func droppedCount(in story: ArticleID) -> Int {
    guard let record = store.article(story) else { return 0 }
    return record.extractedIDs.count { store.claimOrOrphan(ClaimID($0)) == nil }
  }

  /// How much of a story's prose no claim nor its sentence covers, 0 to 1.
  private func unclaimedShare(of story: ReportStory) -> Double {
    let prose = story.article.body.reduce(0) { $0 + $1.count }
    guard prose > 0 else { return 0 }
    let claims = store.claims(in: story.id).compactMap { store.claim($0)?.claim }
    let rest = StoryRest(story.article, claims: claims, by: newsroom).items
      .filter { $0.cause == .noClaim || $0.cause == .question }
    return Double(rest.reduce(0) { $0 + $1.span.count }) / Double(prose)
  }
}
