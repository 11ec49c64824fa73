import ClaimModel
import Testing

@testable import FactStore

@Suite("A claim that only carries another")
struct CarrierTests {
  private func store() throws -> FactStore { try ChainStories.store([ChainStories.missing]) }

  @Test(
    "is selected where a query asks for it",
    arguments: [
      ("", "c2 c4 c5 c6"), ("has:inner", "c1 c3"), ("c1", "c1"), ("c1 or c6", "c1 c6"),
      ("c1..c4", "c2 c4"), ("-has:inner", "c2 c4 c5 c6"), ("in:a1 -c2", "c4 c5 c6"),
      ("người", "c2 c4"), ("speaker:AFP", ""), ("speaker:AFP has:inner", "c1"),
      ("c1 speaker:Reuters", ""), ("verdict:unchecked", "c2 c4 c5 c6"),
    ])
  func selected(_ query: String, _ claims: String) throws {
    #expect(try store().found(query) == claims)
    let selection = try Selection.parse(query, saved: SavedQueryTexts())
    #expect(try store().count(selection) == store().select(selection).count)
    #expect(try store().worthiest(of: selection, limit: 9).total == store().count(selection))
  }

  @Test("stands, and is in no count and no list")
  func counts() throws {
    var store = try store()
    #expect(store.claimCount == 4 && store.carrierCount == 2)
    #expect(store.claims.map(\.number) == [2, 4, 5, 6])
    #expect(store.listedClaims(in: ArticleID(1)).map(\.number) == [2, 4, 5, 6])
    #expect(store.claims(in: ArticleID(1)).count == 6)
    #expect(store.tally[.unchecked] == 4)
    let record = try #require(store.claim(ClaimID(3)))
    #expect(store.carried(by: record) == ClaimID(4))
    try store.apply(.dropArticles([ArticleID(1)]))
    #expect(store.claimCount == 0 && store.carrierCount == 0)
    try store.apply(.undo(steps: 2))
    #expect(store.claimCount == 0 && store.carrierCount == 0)
  }

  @Test("is listed once somebody worked on it, and no more when that is taken back")
  func workedOn() throws {
    let changes: [Action] = [
      .annotateClaims([ClaimID(1)], ClaimMark(verdict: .true)),
      .attribute(claims: [ClaimID(1)], sources: ["Xinhua"], role: .reportedBy),
      .ruleMatch(ClaimID(1), ClaimID(6), .confirmed),
    ]
    for change in changes {
      var store = try store()
      try store.apply(change)
      #expect(store.claimCount == 5 && store.carrierCount == 1)
      #expect(try store.found("") == "c1 c2 c4 c5 c6")
      #expect(store.claims.map(\.number) == [1, 2, 4, 5, 6])
      try store.apply(.undo(steps: 1))
      #expect(store.claimCount == 4 && store.carrierCount == 2)
      #expect(try store.found("") == "c2 c4 c5 c6")
    }
  }

  @Test("is listed once it was put right, and what it carries is told by its words")
  func edited() throws {
    var store = try store()
    var claim = try #require(store.claim(ClaimID(1))).claim
    claim.kind = .mixed
    try store.apply(.editClaim(ClaimID(1), claim))
    #expect(try store.found("") == "c1 c2 c4 c5 c6")
    let record = try #require(store.claim(ClaimID(1)))
    #expect(store.carried(by: record) == ClaimID(2))
    try store.apply(.dropClaims([ClaimID(1)]))
    #expect(store.claimCount == 4)
  }

  @Test("is counted for no source, and its claim for those that it passed through")
  func summaries() throws {
    var store = try store()
    func counts() -> [String: [Int]] {
      Dictionary(
        uniqueKeysWithValues: store.sourceSummaries.map {
          ($0.source.name, [$0.said, $0.reported, $0.passed, $0.verdicts.total])
        })
    }
    let found = counts()
    #expect(found["AFP"] == [0, 0, 1, 1] && found["Kyodo"] == [0, 0, 1, 1])
    #expect(found["cảnh sát"] == [1, 0, 0, 1])
    try store.apply(.annotateClaims([ClaimID(2)], ClaimMark(verdict: .false)))
    #expect(counts() == found)
    try store.apply(.annotateClaims([ClaimID(1)], ClaimMark(verdict: .false)))
    #expect(counts()["AFP"] == [1, 0, 1, 2])
  }

  @Test("matches nothing in other stories")
  func matches() throws {
    let store = try ChainStories.store([ChainStories.missing, ChainStories.missing])
    for id in store.claims {
      #expect(store.matches(of: id).allSatisfy { store.isListed($0.claim.number) })
    }
  }
}
