import Commands
import Desk
import FactStore
import Presentation

extension Benchmarks {
  /// A key of a review of a large desk, the screen that follows with it.
  static let review: @Sendable () async throws -> Void = {
    var desk = try LargeDesk.make()
    let start = desk.surroundings.now()
    var session: ReviewSession?
    let opening = seconds {
      let claims = desk.store.worthiestFirst(desk.store.claims)
      session = ReviewSession(claims, start: start)
    }
    guard var session else { return }
    var times = [Double]()
    for key in String(repeating: "tmhxfuszb", count: 40) {
      times.append(
        seconds {
          _ = session.press(.character(key), on: &desk)
          let screen = ReviewScreen(session, desk.store, columns: 80, rows: 24, now: start)
          precondition(screen.lines().lines.count == 24)
        })
    }
    print(
      "review: \(LargeDesk.claims) claims in order take \(rounded(opening * 1000)) ms;",
      "a key with its screen \(rounded(median(times) * 1000)) ms,",
      "at most \(rounded((times.max() ?? .nan) * 1000)) ms")
  }
}
