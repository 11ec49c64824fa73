import ClaimModel
import Disk
import FactStore
import SystemPackage
package import TerminalText

extension Desk {
  /// Begins to watch a folder. `every`: looks through it so often, for one whose system tells
  /// nothing; `takesExisting`: what lies there already arrives as well.
  package mutating func watch(
    _ folder: String, every: Duration? = nil, takesExisting: Bool = false
  ) throws(UserError) -> StoryWatch {
    let place = place(ofWatched: folder)
    if let other = watches.first(where: { Self.overlap(self.place(ofWatched: $0.folder), place) }) {
      throw UserError(WatchError.overlaps(folder, with: other.folder))
    }
    // A core is left to whoever types.
    let watch = try StoryWatch(
      folder, since: surroundings.now(), every: every, takesExisting: takesExisting,
      reading: FileReading(newsroom: newsroom, extractor: try extractor(deep: false)),
      workers: max(1, surroundings.workers - 1))
    watches.append(watch)
    watch.tell(arrivalBell)
    return watch
  }

  /// Ends a watch. What it has read and the desk has not taken yet can be taken until then by
  /// `takeArrivals`.
  package mutating func unwatch(_ folder: String) throws(UserError) -> StoryWatch {
    let place = place(ofWatched: folder)
    guard let index = watches.firstIndex(where: { self.place(ofWatched: $0.folder) == place })
    else { throw UserError(WatchError.notWatched(folder, watched: watches.map(\.folder))) }
    watches[index].end()
    return watches.remove(at: index)
  }

  /// Where the stories would go is gone: another session is on the desk.
  mutating func endWatches() {
    for watch in watches {
      watch.stop()
      note("'\(watch.folder)' is no longer watched, since another session is on the desk")
    }
    watches = []
  }

  private func place(ofWatched folder: String) -> FilePath {
    let path = FilePath(text: UserPath.located(folder))
    return ((try? surroundings.calls.resolved(path)) ?? path).lexicallyNormalized()
  }

  private static func overlap(_ one: FilePath, _ other: FilePath) -> Bool {
    one.starts(with: other) || other.starts(with: one)
  }

  /// Whether something has arrived that was not taken yet.
  package var hasArrivals: Bool { watches.contains(where: \.hasArrivals) }

  /// Takes in what has arrived, as one operation: not more than takes a typist's notice, so it may
  /// have to be called again. Where the facts cannot be changed it waits on, and why is told once.
  /// `whole` takes no file in parts, however long that is.
  package mutating func takeArrivals(whole: Bool = false) -> WatchedArrivals? {
    guard let index = watches.firstIndex(where: \.hasArrivals) else { return nil }
    let watch = watches.remove(at: index)
    // Another one is the first next time.
    watches.append(watch)
    return takeArrivals(of: watch, whole: whole)
  }

  /// The same for one folder.
  package mutating func takeArrivals(of watch: StoryWatch, whole: Bool) -> WatchedArrivals {
    let taken = watch.take(whole: whole)
    var told = WatchedArrivals(folder: watch.folder, notes: taken.notes)
    told.failures = taken.arrivals.flatMap(\.failures)
    let loaded = taken.arrivals.filter { !$0.articles.isEmpty }
    let start = ContinuousClock.now
    if !loaded.isEmpty {
      do throws(UserError) {
        try WatchedLoad.take(loaded, into: &self, &told)
      } catch {
        watch.giveBack(taken.arrivals)
        return heldUp(by: error, told)
      }
      told.paths = loaded.map(\.path)
      told.failuresInLoaded = loaded.flatMap(\.failures)
      noteLoaded(told.paths)
      watchTrouble = nil
    }
    watch.note(taken.articles, failures: told.failures, took: .now - start)
    return told
  }

  private mutating func heldUp(
    by error: UserError, _ arrivals: WatchedArrivals
  ) -> WatchedArrivals {
    var told = arrivals
    let words = error.message.headline
    told.failures = watchTrouble == words ? [] : [error]
    watchTrouble = words
    told.isHeldUp = true
    return told
  }
}
