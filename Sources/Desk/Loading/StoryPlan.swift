package import ArticleReading
package import Disk
package import Presentation
import Synchronization
package import TerminalText

/// The inputs of one command, cut up for the workers.
package struct StoryPlan {
  private var pieces: [StoryWork] = []
  private var failures: [UserError] = []
  package let reading: StoryReading

  /// Throws only where the user changes their mind
  /// about what they were to type.
  package init(
    _ words: [String], reading: StoryReading, input: () throws(UserError) -> MappedFile
  ) throws(UserError) {
    self.reading = reading
    let found = words.map { word in
      reading.fetched[word] == nil ? StoryFiles.found([word]) : FileFinder.Found(paths: [word])
    }
    failures = found.flatMap { $0.failures }
    for path in found.flatMap({ $0.paths }) {
      do throws(UserError) { pieces += try StoryWork.pieces(path, reading, input: input) } catch {
        if error.cause is Interrupted { throw error }
        failures.append(error)
      }
    }
  }

  /// Turns every story into a value, on several threads, and takes the values in order, piece
  /// by piece. Gives back what could not be read.
  ///
  /// `value` may tell how many bytes of its story are done; `show` hears of all bytes done. With
  /// `faulty`, records and inputs that are no stories become values as well, those of JSON Lines
  /// in their place, and are not given back.
  package func run<Value: Sendable>(
    workers: Int, faulty: (@Sendable (ReadingError) -> Value)? = nil,
    _ value: @escaping @Sendable (ReadStory, (Int) -> Void) -> Value,
    show: (Progress) throws -> Void, take: ([Value]) throws -> Void
  ) throws -> [UserError] {
    var failures = failures
    let reading = reading
    let total = pieces.reduce(0) { $0 + $1.size }
    let count = DoneBytes()
    var progress = Progress(work: "reading", done: 0, total: total, unit: "bytes")
    func showDone() throws {
      progress.done = count.sum
      try show(progress)
    }
    try OrderedWork.run(feed, workers: workers) { piece in
      var values = [Value]()
      var counted = 0
      let size = piece.size
      let errors = piece.forEachStory(reading, faulted: faulty != nil) { read in
        switch read {
        case .success(let story):
          let before = counted
          values.append(
            value(story) { done in
              let now = min(before + done, size)
              count.add(now - counted)
              counted = now
            })
        case .failure(let error):
          if let faulty { values.append(faulty(error)) }
        }
      }
      count.add(size - counted)
      return Self.split(errors, into: values, faulty)
    } idle: {
      try showDone()
    } take: { _, result in
      failures += result.1
      try take(result.0)
      try showDone()
    }
    return failures + streams.compactMap(\.failure)
  }

  /// What was wrong with stories becomes values, what was wrong with files stays.
  private static func split<Value>(
    _ errors: [UserError], into values: [Value], _ faulty: ((ReadingError) -> Value)?
  ) -> ([Value], [UserError]) {
    guard let faulty else { return (values, errors) }
    var (values, left) = (values, [UserError]())
    for error in errors {
      if let error = error.cause as? ReadingError {
        values.append(faulty(error))
      } else {
        left.append(error)
      }
    }
    return (values, left)
  }

  private var streams: [StoryStream] {
    pieces.compactMap { if case .stream(let stream) = $0 { stream } else { nil } }
  }

  /// The pieces in order, those of a stream as they come.
  private var feed: ItemFeed<StoryWork> {
    let left = Mutex(pieces[...])
    return ItemFeed {
      while let piece = left.withLock({ $0.first }) {
        if case .stream(let stream) = piece, let next = stream.next() { return next }
        left.withLock { _ = $0.removeFirst() }
        if case .stream = piece { continue }
        return piece
      }
      return nil
    }
  }
}

/// Bytes that the workers have done.
private final class DoneBytes: Sendable {
  private let bytes = Atomic(0)
  var sum: Int { bytes.load(ordering: .relaxed) }
  func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }
}
