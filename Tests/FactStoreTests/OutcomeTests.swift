import ClaimModel
import FactStore
import Testing

private func loaded() throws -> FactStore {
  var store = FactStore()
  try store.apply(.load([Stories.fire, Stories.flood]))
  return store
}

private let c1 = ClaimID(1)
private let c2 = ClaimID(2)
private let c3 = ClaimID(3)
private let c5 = ClaimID(5)

@Test("A load gives ids in order and makes speakers and agencies known")
func loadOutcome() throws {
  var store = FactStore()
  let outcome = try store.apply(.load([Stories.fire, Stories.flood]))
  #expect(
    outcome.articles == [
      ArticleChange(id: ArticleID(1), stands: true, claims: 1..<4),
      ArticleChange(id: ArticleID(2), stands: true, claims: 4..<7),
    ])
  #expect(outcome.claims.isEmpty)
  #expect(
    outcome.sources.map(\.name) == [
      "Sở Cứu hỏa Vân Sa", "Bà Lê Thu Hà", "AFP", "Reuters", "Ông Vũ An", "Xinhua",
    ])
  #expect(store.claims.map(\.number) == Array(1...6))
  #expect(store.claims(in: ArticleID(2)) == [ClaimID(4), ClaimID(5), ClaimID(6)])
  #expect(store.articles.map(\.article.name) == ["a.txt", "b.txt"])
  #expect(store.article(ArticleID(3)) == nil)
}

@Test("A claim comes with what the story says of its sources")
func extractedAttributions() throws {
  let record = try #require(try loaded().claim(c5))
  #expect(record.origin == .extracted)
  #expect(record.articleID == ArticleID(2))
  #expect(
    record.attributions == [
      ClaimAttribution(source: "Bà Lê Thu Hà", role: .saidBy),
      ClaimAttribution(source: "Xinhua", role: .reportedBy),
    ])
  #expect(record.verdict == .unchecked)
}

@Test("An annotation tells what became of the claim")
func annotationOutcome() throws {
  var store = try loaded()
  let mark = ClaimMark(
    verdict: .halfTrue, credibility: Credibility(3), note: "a2: 11", tags: ["x", "y"],
    evidence: ["c5"])
  let first = try store.apply(.annotateClaims([c2], mark))
  #expect(first.number == 2)
  #expect(
    first.claims == [
      ClaimChange(
        id: c2,
        differences: [
          .verdict(from: .unchecked, to: .halfTrue),
          .credibility(from: nil, to: Credibility(3)), .note("a2: 11", .gained),
          .tag("x", .gained), .tag("y", .gained), .evidence("c5", .gained),
        ])
    ])
  let again = try store.apply(
    .annotateClaims([c2, c2], ClaimMark(verdict: .halfTrue, removedTags: ["x"])), user: "bình")
  #expect(
    again.claims == [
      ClaimChange(
        id: c2, differences: [.verdict(from: .halfTrue, to: .halfTrue), .tag("x", .lost)])
    ])
  #expect(store.claim(c2)?.marks.map(\.user) == ["an", "bình"])
  #expect(store.claim(c2)?.tags == ["y"])
  let back = try store.apply(.undo(steps: 2))
  #expect(
    back.claims == [
      ClaimChange(
        id: c2,
        differences: [
          .verdict(from: .halfTrue, to: .unchecked),
          .credibility(from: Credibility(3), to: nil), .note("a2: 11", .lost), .tag("y", .lost),
          .evidence("c5", .lost),
        ])
    ])
}

@Test("Attributing by an alias finds the source, by a new name makes one")
func attributionOutcome() throws {
  var store = try loaded()
  let outcome = try store.apply(
    .attribute(
      claims: [c1, c2], sources: ["agence france presse", "Hội Tàu biển"], role: .reportedBy))
  let given = ClaimAttribution(
    source: "Hội Tàu biển", role: .reportedBy, givenBy: "an",
    time: Timestamp(seconds: 1_700_000_001))
  #expect(
    outcome.claims
      == [c1, c2].map {
        ClaimChange(id: $0, differences: [.attribution(given, .gained)])
      })
  #expect(outcome.sources == [SourceChange(name: "Hội Tàu biển", differences: [.added])])
  #expect(store.claim(c1)?.attributions.map(\.source) == ["AFP", "Reuters", "Hội Tàu biển"])
}

@Test("An extracted attribution can be taken away and given back as it was")
func removeExtracted() throws {
  var store = try loaded()
  let before = store.digest
  let outcome = try store.apply(.removeAttribution(claims: [c2], sources: ["afp"]))
  let extracted = ClaimAttribution(source: "AFP", role: .reportedBy)
  #expect(
    outcome.claims == [ClaimChange(id: c2, differences: [.attribution(extracted, .lost)])])
  #expect(store.claim(c2)?.attributions.map(\.source) == ["Sở Cứu hỏa Vân Sa", "Reuters"])
  try store.apply(.attribute(claims: [c2], sources: ["AFP"], role: .reportedBy))
  #expect(store.digest == before)
}

@Test("A claim added by hand gets the next id, which nobody gets after its undo")
func addClaim() throws {
  var store = try loaded()
  let text = Stories.fire.article.text
  let claim = Claim(
    kind: .indirect, content: [Stories.span("cảng đóng cửa", text)],
    speaker: Speaker(name: "Lâm Vũ", kind: .person), context: TextSpan(0, 20))
  let outcome = try store.apply(.addClaim(ArticleID(1), claim))
  #expect(outcome.claims == [ClaimChange(id: ClaimID(7), differences: [.added])])
  let record = try #require(store.claim(ClaimID(7)))
  #expect(record.origin == .added(by: "an", time: Timestamp(seconds: 1_700_000_001)))
  #expect(record.attributions.map(\.source) == ["Lâm Vũ", "AFP", "Reuters"])
  #expect(store.text(of: record) == "cảng đóng cửa")
  try store.apply(.undo(steps: 1))
  #expect(store.claim(ClaimID(7)) == nil)
  try store.apply(.addClaim(ArticleID(1), claim))
  #expect(store.lastClaim == ClaimID(8))
  #expect(store.claimCount == 7)
}

@Test("An edited claim has its new speaker's attributions, and the old ones after undo")
func editClaim() throws {
  var store = try loaded()
  var claim = try #require(store.claim(c3)).claim
  claim.speaker = Speaker(name: "Lâm Vũ", kind: .person)
  let outcome = try store.apply(.editClaim(c3, claim))
  #expect(
    outcome.claims == [
      ClaimChange(
        id: c3,
        differences: [
          .edited, .attribution(ClaimAttribution(source: "Bà Lê Thu Hà", role: .saidBy), .lost),
          .attribution(ClaimAttribution(source: "Lâm Vũ", role: .saidBy), .gained),
        ])
    ])
  try store.apply(.undo(steps: 1))
  #expect(store.claim(c3)?.attributions.first?.source == "Bà Lê Thu Hà")
  #expect(store.claim(c3)?.origin == .extracted)
}

@Test("A dropped claim is gone from every listing and count until undo")
func dropClaim() throws {
  var store = try loaded()
  let outcome = try store.apply(.dropClaims([c1, c3]))
  #expect(outcome.claims.map(\.differences) == [[.dropped], [.dropped]])
  #expect(store.claims.map(\.number) == [2, 4, 5, 6])
  #expect(store.claimCount == 4)
  #expect(store.claim(c1) == nil)
  let back = try store.apply(.undo(steps: 1))
  #expect(back.claims.map(\.differences) == [[.added], [.added]])
  #expect(store.claimCount == 6)
}

@Test("A merged source's claims, marks and names go to the one that stays")
func mergeSources() throws {
  var store = try loaded()
  try store.apply(.annotateSource("Ông Vũ An", SourceMark(reliability: .c, note: "trễ")))
  try store.apply(.attribute(claims: [c1], sources: ["vu an", "Ông Vũ An"], role: .saidBy))
  let before = store
  let outcome = try store.apply(.mergeSources(into: "Ông Vũ An", from: "vu an"))
  #expect(
    outcome.sources == [
      SourceChange(name: "vu an", differences: [.merged(into: "Ông Vũ An")]),
      SourceChange(name: "Ông Vũ An", differences: [.alias("vu an", .gained)]),
    ])
  #expect(store.source(named: "VŨ AN") == nil)
  #expect(store.source(named: "vu an")?.reliability == .c)
  #expect(store.claim(c1)?.attributions.map(\.source) == ["AFP", "Reuters", "Ông Vũ An"])
  try store.apply(.mergeSources(into: "Bà Lê Thu Hà", from: "vu an"))
  #expect(store.claim(ClaimID(6))?.attributions.first?.source == "Bà Lê Thu Hà")
  #expect(store.source(named: "Ông Vũ An")?.source.aliases == ["Ông Vũ An", "vu an"])
  try store.apply(.undo(steps: 2))
  #expect(store.digest == before.digest)
  #expect(store.claim(c1) == before.claim(c1))
  #expect(store.sources == before.sources)
}

@Test("Sources are counted by what they said and reported")
func summaries() throws {
  var store = try loaded()
  try store.apply(.annotateClaims([c2, c5], ClaimMark(verdict: .false)))
  try store.apply(.removeAttribution(claims: [c3], sources: ["AFP"]))
  try store.apply(.attribute(claims: [c1], sources: ["Bà Lê Thu Hà"], role: .saidBy))
  try store.apply(.dropClaims([ClaimID(6)]))
  let lines = store.sourceSummaries.map { summary in
    "\(summary.source.name) \(summary.said) \(summary.reported) "
      + "\(summary.verdicts[.false])/\(summary.verdicts.total)"
  }
  #expect(
    lines == [
      "Sở Cứu hỏa Vân Sa 1 0 1/1", "Bà Lê Thu Hà 3 0 1/3", "AFP 0 2 1/2", "Reuters 0 3 1/3",
      "Ông Vũ An 0 0 0/0", "Xinhua 0 2 1/2",
    ])
  #expect(store.tally[.false] == 2)
  #expect(store.tally[.unchecked] == 3)
}

@Test("A new change clears what could be done again, and the log says so")
func logStatus() throws {
  var store = try loaded()
  try store.apply(.dropClaims([c1]))
  try store.apply(.undo(steps: 1))
  try store.apply(.dropClaims([c2]))
  #expect(throws: OperationError.nothingToRedo) { try store.apply(.redo(steps: 1)) }
  #expect(store.log.map(\.number) == [1, 2, 3, 4])
  #expect(store.log.map(\.status) == [.stands, .undone, .stands, .stands])
  #expect(store.log.last?.digest == store.digest)
  #expect(store.log[2].digest == store.log[0].digest)
}

@Test("What two claims are found to be is told of both, and undo brings back what was")
func rulings() throws {
  var store = try loaded()
  let before = store.digest
  let first = try store.apply(.ruleMatch(c5, c2, .confirmed))
  #expect(
    first.claims == [
      ClaimChange(id: c2, differences: [.match(c5, from: nil, to: .confirmed)])
    ])
  let confirmed = store.digest
  let second = try store.apply(.ruleMatch(c2, c5, .rejected))
  #expect(second.claims[0].differences == [.match(c5, from: .confirmed, to: .rejected)])
  #expect(store.ruling(c5, c2) == .rejected)
  #expect(store.rulings(on: c5).map(\.claim) == [c2])
  #expect(store.matches(of: c2).isEmpty)
  #expect(store.matches(of: c2, includingRejected: true).map(\.claim) == [c5])
  let undone = try store.apply(.undo(steps: 1))
  #expect(undone.claims[0].differences == [.match(c5, from: .rejected, to: .confirmed)])
  #expect(store.digest == confirmed)
  #expect(store.matches(of: c5).map(\.isSame) == [true])
  try store.apply(.undo(steps: 1))
  #expect(store.digest == before)
  #expect(store.ruling(c2, c5) == nil)
}

@Test("A copy of the store does not change with it")
func snapshot() throws {
  var store = try loaded()
  let copy = store
  try store.apply(.dropClaims([c1]))
  #expect(copy.claimCount == 6)
  #expect(copy.log.count == 1)
  #expect(copy.digest != store.digest)
}
