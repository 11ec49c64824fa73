import ArticleReading
package import ClaimModel
import Disk
import Dispatch
import FactStore
import Synchronization
import SystemPackage
import TerminalText

/// A folder that is watched while the user works: a thread of its own waits for files and reads
/// them; what it has read waits until the desk takes it.
package final class StoryWatch: Sendable {
  /// As the user named it, with a slash at its end.
  package let folder: String
  package let since: Timestamp
  /// Files that lay there when it began and are not loaded.
  package let existing: Int
  /// How often it is looked through; nil where the system tells.
  package let every: Duration?
  private let source: any FolderEventSource
  private let reading: FileReading
  private let workers: Int
  private let state: Mutex<State>
  private let ended = DispatchSemaphore(value: 0)
  /// Called, from any thread, when there is something to take.
  private let onArrival = Mutex<(@Sendable () -> Void)?>(nil)

  private struct State {
    var waiting: [ReadArrival] = []
    var notes: [FolderWatch.Note] = []
    var counts = WatchCounts()
    var pace = LoadPace()
    var isStopped = false

    mutating func take(whole: Bool) -> Taken {
      var taken = Taken(notes: notes)
      notes = []
      var count = 0
      var room = pace.stories
      while count < waiting.count, room > 0 {
        let fits = whole || waiting[count].articles.count <= room
        taken.arrivals.append(fits ? waiting[count] : waiting[count].takeFirst(room))
        room -= taken.arrivals.last?.articles.count ?? 0
        if fits { count += 1 }
      }
      waiting.removeFirst(count)
      return taken
    }
  }

  /// Begins to watch. Throws where that folder cannot be watched.
  init(
    _ folder: String, since: Timestamp, every: Duration?, takesExisting: Bool,
    reading: FileReading, workers: Int
  ) throws(UserError) {
    let path = UserPath.located(folder)
    let looks = every ?? (ShareKind.isShare(path) ? .seconds(5) : nil)
    let source = Self.source(looks: looks != nil)
    let watch: FolderWatch
    do throws(Errno) {
      watch = try FolderWatch(
        path, FolderWatch.Options(endings: StoryFormats.endings, every: looks), source: source,
        takesExisting: takesExisting)
    } catch .noSuchFileOrDirectory {
      throw UserError(FileError.notFound(folder))
    } catch .notDirectory {
      throw UserError(WatchError.noFolder(folder))
    } catch {
      throw UserError(FileError.unreadable(folder, reason: error.words))
    }
    self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    self.since = since
    self.source = source
    self.reading = reading
    self.workers = workers
    self.every = watch.every
    existing = watch.existing.count
    state = Mutex(State())
    start(watch)
  }

  private static func source(looks: Bool) -> any FolderEventSource {
    #if os(Linux)
      if !looks, let source = try? InotifyFolders() { return source }
    #endif
    return SilentFolders()
  }

  /// What is to be called when there is something to take; at once, where there is already.
  package func tell(_ body: (@Sendable () -> Void)?) {
    onArrival.withLock { $0 = body }
    if hasArrivals { body?() }
  }

  package var counts: WatchCounts { state.withLock { $0.counts } }

  package var hasArrivals: Bool {
    state.withLock { !$0.waiting.isEmpty || !$0.notes.isEmpty }
  }

  /// Ends it; what was read until now can still be taken.
  func stop() {
    state.withLock { $0.isStopped = true }
    source.wake()
  }

  /// The same, and waits a while until what has come is read.
  func end() {
    stop()
    _ = ended.wait(timeout: .now() + .seconds(5))
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  // MARK: What the desk takes

  struct Taken {
    var arrivals: [ReadArrival] = []
    var notes: [FolderWatch.Note] = []
    var articles: Int { arrivals.reduce(0) { $0 + $1.articles.count } }
  }

  /// As much as can be taken in while a typist does not notice; `whole`: no file in parts.
  func take(whole: Bool) -> Taken {
    let taken = state.withLock { $0.take(whole: whole) }
    source.wake()
    return taken
  }

  /// They could not be taken in: they wait in front of all others.
  func giveBack(_ arrivals: [ReadArrival]) {
    state.withLock { $0.waiting.insert(contentsOf: arrivals, at: 0) }
  }

  func note(_ stories: Int, failures: [UserError], took time: Duration) {
    state.withLock { state in
      state.counts.stories += stories
      state.counts.add(failures)
      state.pace.note(stories, took: time)
    }
  }

  // MARK: The thread

  private func start(_ watch: FolderWatch) {
    guard let thread = WorkerThread({ self.run(watch) }) else {
      ended.signal()
      return
    }
    thread.detach()
  }

  private func run(_ first: FolderWatch) {
    var watch = first
    var reader = ArrivalReader(reading: reading, workers: workers)
    while !isStopped {
      let step = watch.step(waiting: reader.timeToNext(hasRoom: hasRoom))
      reader.add(step.arrivals)
      let passedOver = watch.passedOver
      state.withLock { state in
        state.notes += step.notes
        state.counts.passedOver = passedOver
      }
      let read = hasRoom ? reader.next() : []
      state.withLock { $0.waiting += read }
      if !read.isEmpty || !step.notes.isEmpty { onArrival.withLock { $0 }?() }
    }
    reader.add(watch.step(waiting: .zero).arrivals)
    let rest = reader.rest()
    state.withLock { $0.waiting += rest }
    ended.signal()
  }

  /// Stories that wait are not to fill the memory while nobody takes them.
  private var hasRoom: Bool {
    state.withLock { $0.waiting.reduce(0) { $0 + $1.articles.count } < 4000 }
  }
}
