import ClaimModel
import FactStore
import Sessions
import SystemPackage
import TestSupport
import Testing

@Suite("Merging sessions")
struct MergeTests {
  @Sendable private static func newest(_ conflict: MergeConflict) -> MergeSide { conflict.newest }

  private func merged(
    _ ours: FactStore, _ theirs: FactStore,
    _ settle: (MergeConflict) -> MergeSide = MergeTests.newest
  ) -> FactStore {
    SessionMerge(ours: ours, theirs: theirs).merged(settle: settle).store
  }

  /// Two sessions that part after a shared past, or share nothing.
  private func pair(_ seed: Int) -> (FactStore, FactStore) {
    var random = SplitMix(seed: seed)
    let past = seed % 4 == 0 ? FactStore(catalogue: Sample.catalogue) : random.store(operations: 12)
    let stories = [Sample.loadedFire, Sample.loadedPort]
    func branch(_ user: String, _ loads: [Action]) -> FactStore {
      var store = past
      for action in loads {
        random.apply(action, by: user, on: &store)
      }
      random.work(on: &store, operations: 5 + random.next(below: 40), by: user)
      return store
    }
    return (
      branch("an", [.load(stories)]),
      branch("bình", [.load([stories[1]]), .load([stories[0]])])
    )
  }

  @Test("A merge is the same from both sides", arguments: 1...60)
  func commutes(seed: Int) {
    let (a, b) = pair(seed)
    let one = merged(a, b)
    let other = merged(b, a)
    #expect(one.digest == other.digest)
    #expect(one.log.map(\.operation) == other.log.map(\.operation))
  }

  @Test("What one side wins from ours it wins from theirs", arguments: 1...30)
  func mirrors(seed: Int) {
    let (a, b) = pair(seed)
    #expect(merged(a, b) { _ in .ours }.digest == merged(b, a) { _ in .theirs }.digest)
  }

  @Test("A session merged with itself is that session", arguments: 1...10)
  func isIdempotentAlone(seed: Int) {
    let (a, _) = pair(seed)
    #expect(merged(a, a).log == a.log)
  }

  @Test(
    "Merging again what was merged changes nothing",
    arguments: Array(1...60) + [181, 356, 461, 462])
  func isIdempotent(seed: Int) {
    let (a, b) = pair(seed)
    let once = merged(a, b)
    for other in [a, b] {
      #expect(merged(once, other).digest == once.digest)
      #expect(merged(other, once).digest == once.digest)
    }
  }

  @Test("Merging again where a clock went back may change who won", arguments: [90, 216])
  func changesWhereAClockWentBack(seed: Int) {
    let (a, b) = pair(seed)
    let once = merged(a, b)
    withKnownIssue("the last word of a session is not always its latest") {
      for other in [a, b] { #expect(merged(once, other).digest == once.digest) }
    }
  }

  @Test("A merged session opens as it was saved", arguments: 1...10)
  func survivesSaving(seed: Int) throws {
    let (a, b) = pair(seed)
    let store = merged(a, b)
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    let opened = try OpenedSession(try SessionDocument(bytes, path: "m.json"), path: "m.json")
    #expect(opened.findings == [])
    #expect(opened.store.digest == store.digest)
  }

  @Test("An older state of a session merged with a newer one gives the newer", arguments: 1...20)
  func fastForwards(seed: Int) {
    var random = SplitMix(seed: seed)
    let old = random.store(operations: 20)
    var new = old
    random.work(on: &new, operations: 20, by: "an")
    #expect(merged(old, new).digest == new.digest)
    #expect(merged(new, old).digest == new.digest)
  }
}
