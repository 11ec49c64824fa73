import ClaimModel
import FactStore
import Sessions
import TestSupport
import Testing

@Suite("Comparing sessions")
struct DifferenceTests {
  @Test("A session says the same as itself", arguments: 1...10)
  func none(seed: Int) {
    var random = SplitMix(seed: seed)
    let store = random.store(operations: 40)
    #expect(SessionDifference(ours: store, theirs: store).isEmpty)
  }

  @Test("The same stories in another order say the same")
  func order() throws {
    let one = try Sample.store([.load([Sample.loadedFire, Sample.loadedPort])])
    let other = try Sample.store([.load([Sample.loadedPort]), .load([Sample.loadedFire])])
    #expect(SessionDifference(ours: one, theirs: other).isEmpty)
  }

  @Test("Each difference is told with its side, its user and the ids of both sessions")
  func entries() throws {
    let one = try Sample.store([
      .load([Sample.loadedFire, Sample.loadedPort]),
      .annotateClaims([ClaimID(3)], ClaimMark(verdict: .true)),
      .dropClaims([ClaimID(2)]),
    ])
    let other = try Sample.store([
      .load([Sample.loadedPort]), .load([Sample.loadedFire]),
      .attribute(claims: [ClaimID(1)], sources: ["Reuters"], role: .saidBy),
      .annotateSource("AFP", SourceMark(reliability: .b)),
    ])
    let found = SessionDifference(ours: one, theirs: other)
    #expect(found.stories.isEmpty)
    #expect(
      found.claims.map(\.ids)
        == [[.theirs: ClaimID(3)], [.ours: ClaimID(3), .theirs: ClaimID(1)]])
    let entries = found.claims.flatMap(\.entries)
    #expect(entries.map(\.side) == [.ours, .theirs, .ours])
    #expect(entries.map(\.user) == ["an", "an", "an"])
    #expect(found.sources.map(\.name) == ["AFP"])
  }

  @Test("A story that one session lacks is told, its claims are not")
  func stories() throws {
    let one = try Sample.store([.load([Sample.loadedFire, Sample.loadedPort])])
    let other = try Sample.store([.load([Sample.loadedPort])])
    let found = SessionDifference(ours: one, theirs: other)
    #expect(found.stories.map(\.side) == [.ours])
    #expect(found.claims.isEmpty)
  }

  @Test("What a merge gave differs from its parts by nothing they had alone", arguments: 1...10)
  func merged(seed: Int) {
    var random = SplitMix(seed: seed)
    let past = random.store(operations: 10)
    var ours = past
    var theirs = past
    random.work(on: &ours, operations: 10, by: "an")
    random.work(on: &theirs, operations: 10, by: "bình")
    let merge = SessionMerge(ours: ours, theirs: theirs).merged { $0.newest }
    guard merge.settled.isEmpty, merge.skipped.isEmpty else { return }
    let lost = SessionDifference(ours: ours, theirs: merge.store).claims.flatMap(\.entries)
      .filter { entry in
        guard case .annotation = entry.what else { return false }
        return entry.side == .ours && entry.user == "an"
      }
    #expect(lost.isEmpty)
  }
}
