internal import Dispatch
internal import Synchronization

/// Does one thing with each of many.
enum AllCores {
  /// The results in the order of the items.
  static func map<Item: Sendable, Result: Sendable>(
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
}
