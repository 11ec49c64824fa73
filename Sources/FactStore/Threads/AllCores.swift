#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// Does one thing with each of many.
package enum AllCores {
  private static let count = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// The results in the order of the items.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    guard items.count > 1, count > 1 else { return items.map(work) }
    let results = Mutex([Result?](repeating: nil, count: items.count))
    withoutActuallyEscaping(work) { work in
      forEach(below: items.count) { at in
        let made = work(items[at])
        results.withLock { $0[at] = made }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// The results of two pieces of work, done at the same time; the second one on this thread, and
  /// its error when the first one is done too.
  package static func both<First: Sendable, Second>(
    _ first: @escaping @Sendable () -> First, _ second: () throws -> Second
  ) rethrows -> (First, Second) {
    let result = Mutex(First?.none)
    let thread = WorkerThread {
      let made = first()
      result.withLock { $0 = made }
    }
    let other: Second
    do { other = try second() } catch {
      thread?.join()
      throw error
    }
    thread?.join()
    return (result.withLock(\.self) ?? first(), other)
  }

  /// Each number once, on all cores; back when all are done. This thread works too, so that all is
  /// done where there are no others.
  private static func forEach(below end: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Atomic(0)
    let loop: @Sendable () -> Void = {
      while true {
        let at = next.add(1, ordering: .relaxed).oldValue
        guard at < end else { return }
        work(at)
      }
    }
    let threads = (1..<max(2, min(count, end))).compactMap { _ in WorkerThread(loop) }
    loop()
    for thread in threads { thread.join() }
  }
}
