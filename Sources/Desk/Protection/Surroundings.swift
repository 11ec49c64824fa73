package import ClaimModel
package import Disk
package import Sessions
package import SystemPackage

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

  /// The words that stories are read with.
  package var newsroom: Newsroom
  /// The folder for a newsroom's own tables, whether it is there or not; nil where there is no place
  /// for one.
  package var lexicons: String?
  /// Where the weights of the deep finder are.
  package var encoder: EncoderShelf
  /// Where claims of past sessions are remembered; nil where there is no such place.
  package var memoryFile: String?
  /// Locks and journals; nil for none.
  package var protection: SessionProtection?
  /// When the program started.
  package var started: Timestamp

  package init(
    now: @escaping @Sendable () -> Timestamp, user: String, workers: Int = 1,
    newsroom: Newsroom = .standard, encoder: EncoderShelf = EncoderShelf(places: []),
    memoryFile: String? = nil, protection: SessionProtection? = nil
  ) {
    self.now = now
    self.user = user
    self.workers = workers
    self.newsroom = newsroom
    self.encoder = encoder
    self.memoryFile = memoryFile
    self.protection = protection
    started = protection == nil ? Timestamp(seconds: 0) : now()
  }
}

/// How a session is protected while somebody works on it: locked for others, and journalled.
package struct SessionProtection: Sendable {
  package var calls: SystemCalls
  /// The machine's name.
  package var host: @Sendable () -> String
  package var process: Int32
  /// Where the journals of sessions lie that have no file yet; nil where there is no such place.
  package var stateFolder: FilePath?
  /// Whether operations go to a journal: at the prompt and in scripts from standard input, where
  /// they could not be had again by calling theo again.
  package var journals: Bool
  /// Bytes of stories that one load may bring for the journal to hold them: they are written as
  /// one line, which is made in memory, before the prompt comes back.
  package var mostJournalled = 128 << 20

  package init(
    calls: SystemCalls = .live, host: @escaping @Sendable () -> String, process: Int32,
    stateFolder: FilePath?, journals: Bool
  ) {
    self.calls = calls
    self.host = host
    self.process = process
    self.stateFolder = stateFolder
    self.journals = journals
  }
}

/// Why the session on the desk cannot be changed.
package enum ReadOnly: Sendable, Hashable {
  /// Somebody else works on it; nil where he did not say who he is.
  case taken(by: LockHolder?)
  /// Other hands than theo's changed its file.
  case broken(SessionFinding)
}
