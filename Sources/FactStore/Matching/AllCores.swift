internal import Dispatch
internal import Synchronization

/// Does one thing with each of many.
package enum AllCores {
  /// The results in the order of the items.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    guard items.count > 1 else { return items.map(work) }
    let results = Mutex([Result?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { at in
      let made = work(items[at])
      results.withLock { $0[at] = made }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// The results of two pieces of work, done at the same time.
  package static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex((first: First?.none, second: Second?.none))
    DispatchQueue.concurrentPerform(iterations: 2) { at in
      if at == 0 {
        let made = first()
        results.withLock { $0.first = made }
      } else {
        let made = second()
        results.withLock { $0.second = made }
      }
    }
    return results.withLock { ($0.first ?? first(), $0.second ?? second()) }
  }
}
