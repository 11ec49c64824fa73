import Commands
import Desk
import LineEditor
import TerminalText

/// Takes in what comes into watched folders while a line is typed, and says so: what comes without
/// a pause is told twice a second.
final class ArrivalTeller {
  private let outbox: Outbox
  private var waiting: [WatchedArrivals] = []
  /// When the first of them was taken in.
  private var since = ContinuousClock.now
  private static let longest = Duration.milliseconds(500)

  init(_ outbox: Outbox) { self.outbox = outbox }

  /// One load at most, so that no key waits for long; wakes the editor where there is more.
  func attend(to desk: inout Desk) -> [StyledText] {
    let arrivals = ArrivalTranscript.taken(on: &desk)
    if let arrivals { add(arrivals) }
    let goesOn = desk.hasArrivals && arrivals?.isHeldUp != true
    if goesOn {
      outbox.wake()
      if since + Self.longest > .now { return [] }
    }
    defer { waiting = [] }
    let notices = desk.takeNotices().map { StyledText("theo: \($0)", .warning) }
    return waiting.flatMap { $0.lines(in: desk.store) } + notices
  }

  private func add(_ arrivals: WatchedArrivals) {
    if waiting.isEmpty { since = .now }
    if let place = waiting.firstIndex(where: { $0.folder == arrivals.folder }) {
      waiting[place].add(arrivals)
    } else {
      waiting.append(arrivals)
    }
  }
}
