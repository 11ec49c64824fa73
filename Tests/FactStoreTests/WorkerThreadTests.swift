import Synchronization
import Testing

@testable import FactStore

@Suite("Work on all cores")
struct WorkerThreadTests {
  private struct Enough: Error {}

  @Test("comes back in the order of its items", arguments: [0, 1, 2, 7, 1000])
  func order(count: Int) {
    #expect(AllCores.map(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
  }

  @Test("may be split again within")
  func nested() {
    let sums = AllCores.map(Array(0..<20)) { row in
      AllCores.map(Array(0..<20)) { row * $0 }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { $0 * 190 })
  }

  @Test("is two things at a time, and the error of one waits for the other")
  func both() {
    let (one, two) = AllCores.both {
      "one"
    } _: {
      2
    }
    #expect(one == "one" && two == 2)
    let isDone = Mutex(false)
    #expect(throws: Enough.self) {
      _ = try AllCores.both {
        isDone.withLock { $0 = true }
      } _: {
        throw Enough()
      }
    }
    let wasDone = isDone.withLock { $0 }
    #expect(wasDone)
  }

  @Test("has deep stacks, and is over when it was waited for")
  func stack() throws {
    let depth = Mutex(0)
    let thread = try #require(
      WorkerThread {
        @Sendable func deep(_ rest: Int) -> Int { rest == 0 ? 0 : 1 + deep(rest - 1) }
        let found = deep(20_000)
        depth.withLock { $0 = found }
      })
    thread.join()
    let reached = depth.withLock { $0 }
    #expect(reached == 20_000)
  }
}
