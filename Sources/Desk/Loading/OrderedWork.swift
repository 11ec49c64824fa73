import Dispatch
import Synchronization

/// Spreads work over threads and hands the results out in the order of the items.
enum OrderedWork {
  /// `take` runs on the calling thread, while the workers go on; they are at most a few items
  /// ahead of it. Where it throws, nothing more is begun. `idle` runs there too, some times a
  /// second while nothing is to be taken, and ends the work by throwing as well.
  static func run<Item: Sendable, Result: Sendable>(
    _ items: [Item], workers: Int, _ work: @escaping @Sendable (Item) -> Result,
    idle: () throws -> Void = {}, take: (Item, Result) throws -> Void
  ) throws {
    let workers = min(max(1, workers), items.count)
    let shelf = Shelf<Result>(ahead: workers * 8)
    let group = DispatchGroup()
    for _ in 0..<workers {
      DispatchQueue.global().async(group: group) {
        while let index = shelf.next(of: items.count) { shelf.put(work(items[index]), at: index) }
      }
    }
    defer {
      shelf.stop(workers: workers)
      group.wait()
    }
    for index in items.indices { try take(items[index], try shelf.wait(for: index, idle: idle)) }
  }
}

/// Results that are done, until it is their turn.
private final class Shelf<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = [Int: Result]()
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

  /// The next item to work on, once there is room for its result.
  func next(of count: Int) -> Int? {
    room.wait()
    return state.withLock { state in
      guard !state.isStopped, state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func put(_ result: Result, at index: Int) {
    state.withLock { $0.done[index] = result }
    arrived.signal()
  }

  func wait(for index: Int, idle: () throws -> Void) rethrows -> Result {
    while true {
      if let result = state.withLock({ $0.done.removeValue(forKey: index) }) {
        room.signal()
        return result
      }
      if arrived.wait(timeout: .now() + .milliseconds(200)) == .timedOut { try idle() }
    }
  }

  func stop(workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { room.signal() }
  }
}
