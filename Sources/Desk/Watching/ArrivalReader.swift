import Disk

/// Collects files that arrive within a short time, and reads them together.
struct ArrivalReader {
  private let reading: FileReading
  private let workers: Int
  private var waiting: [Arrival] = []
  /// When the first of them came.
  private var since = ContinuousClock.now
  /// What was read from a path last.
  private var digests: [String: Int] = [:]

  /// So long others are waited for.
  private static let gathering = Duration.milliseconds(250)
  /// So many are read at once: a second of work or less.
  private static let most = 128

  init(reading: FileReading, workers: Int) {
    self.reading = reading
    self.workers = workers
  }

  mutating func add(_ arrivals: [Arrival]) {
    if waiting.isEmpty { since = .now }
    waiting += arrivals
  }

  /// Until there is something to read.
  func timeToNext(hasRoom: Bool) -> Duration {
    if waiting.isEmpty { return .seconds(60) }
    // Who takes what waits wakes the thread.
    return hasRoom ? since + Self.gathering - .now : .seconds(1)
  }

  /// Reads what is due; what is unchanged, or gone again, is left out.
  mutating func next() -> [ReadArrival] {
    guard !waiting.isEmpty, waiting.count >= Self.most || since + Self.gathering <= .now else {
      return []
    }
    return read()
  }

  /// Reads all that has come, at the end.
  mutating func rest() -> [ReadArrival] {
    var rest = [ReadArrival]()
    while !waiting.isEmpty { rest += read() }
    return rest
  }

  private mutating func read() -> [ReadArrival] {
    let paths = waiting.prefix(Self.most).map { ($0.path, digests[$0.path]) }
    waiting.removeFirst(paths.count)
    let reading = reading
    var read = [ReadArrival]()
    try? OrderedWork.run(paths, workers: workers) { path, known in
      reading.read(path, known: known)
    } take: {
      read.append($1)
    }
    for arrival in read { digests[arrival.path] = arrival.digest }
    return read.filter { !$0.isUnchanged }
  }
}
