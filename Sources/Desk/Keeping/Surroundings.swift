package import ClaimModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a session takes from the world around it: injected, so that tests and replays are exact.
package struct Surroundings: Sendable {
  package var now: @Sendable () -> Timestamp
  /// Who is at the desk: stands in the history.
  package var user: String
  /// Work is spread over so many threads.
  package var workers: Int
  /// Waits for so many milliseconds.
  package var pause: @Sendable (Int) -> Void = { _ = usleep(UInt32($0) * 1000) }

  /// Locks and journals; nil for none.
  package var keeping: Keeping?
  /// When the program started.
  package var started: Timestamp

  package init(
    now: @escaping @Sendable () -> Timestamp, user: String, workers: Int = 1,
    keeping: Keeping? = nil
  ) {
    self.now = now
    self.user = user
    self.workers = workers
    self.keeping = keeping
    started = keeping == nil ? Timestamp(seconds: 0) : now()
  }
}
