import Dispatch
import FactStore
import Synchronization

/// Spreads work over threads and hands the results out in the order of the items.
enum OrderedWork {
  /// Of a list of items.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], workers: Int, _ work: @escaping @Sendable (Item) -> Result,
    idle: () throws -> Void = {}, take: (Item, Result) throws -> Void
  ) throws {
    let left = Mutex(items[...])
    try run(
      ItemFeed { left.withLock { $0.popFirst() } }, workers: min(workers, items.count), work,
      idle: idle, take: take)
  }

  /// `take` runs on the calling thread, while the workers go on; they are at most a few items
  /// ahead of it. Where it throws, nothing more is begun. `idle` runs there too, some times a
  /// second while nothing is to be taken, and ends the work by throwing as well.
  static func run<Item: Sendable, Result: Sendable>(
    _ feed: ItemFeed<Item>, workers: Int, _ work: @escaping @Sendable (Item) -> Result,
    idle: () throws -> Void = {}, take: (Item, Result) throws -> Void
  ) throws {
    let workers = max(1, workers)
    let shelf = Shelf<(Item, Result)>(ahead: workers * 8)
    let threads = (0..<workers).compactMap { _ in
      WorkerThread {
        while shelf.waitForRoom() {
          guard let (index, item) = feed.next() else { return shelf.end(at: feed.count) }
          shelf.put((item, work(item)), at: index)
        }
      }
    }
    defer {
      shelf.stop(workers: workers)
      for thread in threads { thread.join() }
    }
    guard !threads.isEmpty else {
      while let (_, item) = feed.next() { try take(item, work(item)) }
      return
    }
    var index = 0
    while let (item, result) = try shelf.wait(for: index, idle: idle) {
      try take(item, result)
      index += 1
    }
  }
}

/// Items that are had one after the other, each perhaps only when it has come.
final class ItemFeed<Item: Sendable>: Sendable {
  private struct State {
    var count = 0
    var isAtEnd = false
  }
  private let state = Mutex(State())
  private let make: @Sendable () -> Item?

  /// `make` is called by one thread at a time, and no more once it gave nil.
  init(_ make: @escaping @Sendable () -> Item?) { self.make = make }

  /// Items that were given out.
  var count: Int { state.withLock { $0.count } }

  /// The next item with its place, from 0; waits while another thread waits for one.
  func next() -> (index: Int, item: Item)? {
    state.withLock { state in
      guard !state.isAtEnd, let item = make() else {
        state.isAtEnd = true
        return nil
      }
      state.count += 1
      return (state.count - 1, item)
    }
  }
}

/// Results that are done, until it is their turn.
private final class Shelf<Result: Sendable>: Sendable {
  private struct State {
    var done = [Int: Result]()
    /// Number of results that there will be, once that is known.
    var end: Int?
    var isStopped = false
  }
  private let state = Mutex(State())
  private let arrived = DispatchSemaphore(value: 0)
  private let room: DispatchSemaphore

  /// Dispatch traps where a semaphore ends below the value that it began with: so it begins at 0.
  init(ahead: Int) {
    room = DispatchSemaphore(value: 0)
    for _ in 0..<ahead { room.signal() }
  }

  /// Waits until there is room for one more result; false where no more is wanted.
  func waitForRoom() -> Bool {
    room.wait()
    return state.withLock { !$0.isStopped }
  }

  func put(_ result: Result, at index: Int) {
    state.withLock { $0.done[index] = result }
    arrived.signal()
  }

  func end(at count: Int) {
    state.withLock { $0.end = count }
    arrived.signal()
  }

  /// Nil behind the last one.
  func wait(for index: Int, idle: () throws -> Void) rethrows -> Result? {
    while true {
      let (result, isBehind) = state.withLock { state in
        (state.done.removeValue(forKey: index), state.end.map { index >= $0 } ?? false)
      }
      if let result {
        room.signal()
        return result
      }
      if isBehind { return nil }
      if arrived.wait(timeout: .now() + .milliseconds(200)) == .timedOut { try idle() }
    }
  }

  func stop(workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { room.signal() }
  }
}
