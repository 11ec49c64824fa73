internal import ClaimModel
import Desk
internal import FactStore

extension Benchmarks {
  /// Claims to compare among: the corpus as often as that takes, under other ids.
  private static let claims = LargeDesk.claims

  /// The same claim looked for in other articles, by the library alone: no program starts.
  static let compare: @Sendable () async throws -> Void = {
    let store = try filled()
    let clock = ContinuousClock()
    let first = clock.measure { _ = store.matches(of: ClaimID(1000)) }
    let times = (1...40).map { step in
      let id = ClaimID(1 + step * (store.claimCount / 41))
      return milliseconds(clock.measure { _ = store.matches(of: id) })
    }
    print(
      "compare: \(rounded(median(times))) ms at \(store.claimCount) claims in",
      "\(store.articles.count) articles, \(rounded(times.max() ?? 0)) ms at most (goal 50 ms);",
      "the first time, with the index, \(rounded(milliseconds(first) / 1000)) s")
    let root = milliseconds(clock.measure { _ = store.independence(of: [ClaimID(1000)]) })
    print(
      "independence: \(rounded(root / 1000)) s the first time, copies of",
      "\(store.articles.count) articles found with it")
  }

  /// Loads the stories once and gives what was found to the store again and again.
  private static func filled() throws -> FactStore {
    let surroundings = Surroundings(now: { Timestamp(seconds: 0) }, user: "benchmark")
    var desk = Desk(surroundings: surroundings)
    _ = try desk.load(Array(Set(Corpus.find().files))) { _ in }
    guard let load = desk.store.log.first?.operation else { return desk.store }
    var store = desk.store
    while store.claimCount < claims, store.claimCount > 0 { _ = try store.apply(load) }
    return store
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
  }
}
