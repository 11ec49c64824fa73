import FactStore
import JSONText
import Sessions
import SystemPackage
import TestSupport
import Testing

@Suite("Random sessions")
struct RoundTripTests {
  @Test("Any session opens as it was saved and is saved as it was", arguments: 1...40)
  func roundTrips(seed: Int) throws {
    var random = SplitMix(seed: seed)
    try check(random.store(operations: 1 + random.next(below: 80)))
  }

  @Test("A session of thousands of operations replays to the letter")
  func roundTripsLong() throws {
    var random = SplitMix(seed: 1_000_003)
    try check(random.store(operations: 1500))
  }

  @Test("A replay of ten thousand operations gives every state as it was")
  func replaysTenThousand() throws {
    var random = SplitMix(seed: 10_007)
    let store = random.store(operations: 10_000)
    var replay = FactStore(catalogue: store.catalogue)
    for logged in store.log {
      _ = try replay.apply(logged.operation)
      guard replay.digest == logged.digest else {
        Issue.record("operation \(logged.number) leads elsewhere")
        return
      }
    }
    let isSameLog = replay.log == store.log
    #expect(isSameLog)
    #expect(replay.branches == store.branches)
  }

  private func check(_ store: FactStore) throws {
    let bytes = SessionDocument.bytes(of: store, theo: "1.0")
    let document = try SessionDocument(bytes, path: "s.json")
    let isSameLog = document.operations.map(\.operation) == store.log.map(\.operation)
    #expect(isSameLog)
    let opened = try OpenedSession(document, path: "s.json")
    #expect(opened.findings == [])
    let leadsToSameLog = opened.store.log == store.log
    #expect(leadsToSameLog)
    #expect(opened.store.digest == store.digest)
    let writesSameBytes = SessionDocument.bytes(of: opened.store, theo: "1.0") == bytes
    #expect(writesSameBytes)
  }
}
