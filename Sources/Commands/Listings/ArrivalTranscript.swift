import ClaimModel
package import Desk
import Disk
import FactStore
import Presentation
import Shell
import TerminalText

/// Takes in what has come into a watched folder; where the dialogue is taken down, as a `load` of
/// these files, which does the same when the dialogue is done again.
package enum ArrivalTranscript {
  package static func taken(on desk: inout Desk, whole: Bool = false) -> WatchedArrivals? {
    guard let recorder = desk.transcript, desk.hasArrivals else {
      return desk.takeArrivals(whole: whole)
    }
    let time = desk.surroundings.now()
    desk.pinnedTime = time
    defer { desk.pinnedTime = nil }
    let arrivals = desk.takeArrivals(whole: true)
    guard let arrivals else { return nil }
    let changed = arrivals.changed
    let hasChanged = !changed.loaded.isEmpty || !changed.updated.isEmpty
    let loaded = EnteredStories(loaded: arrivals.operations.flatMap(\.articles))
    guard hasChanged || !loaded.loaded.isEmpty else { return arrivals }
    var entered = loaded
    entered.loaded += changed.loaded
    entered.updated = changed.updated
    takeDown(
      arrivals, entered, hasChanged ? "load --update " : "load ", at: time, by: recorder, on: &desk)
    return arrivals
  }

  private static func takeDown(
    _ arrivals: WatchedArrivals, _ entered: EnteredStories, _ command: String,
    at time: Timestamp, by recorder: TranscriptRecorder, on desk: inout Desk
  ) {
    let words = arrivals.paths.map(Quoting.word).joined(separator: " ")
    recorder.begin(TranscriptText.prompt(time: time, user: desk.user), command + words)
    let failures = arrivals.failuresInLoaded
    let loaded = LoadOutcome(
      entered: entered, failures: failures,
      inputs: entered.loaded.count + entered.updated.count + failures.count)
    let format = desk.settings.format
    recorder.add(.report(Report(loaded, in: desk.store)), format: format)
    if format == .table, let copies = Report(copiesAmong: loaded, in: desk.store) {
      recorder.add(.report(copies), format: format)
    }
    let error = InputFailures(failures, of: loaded.inputs)
    if !failures.isEmpty {
      recorder.add(error.message.lines.map { $0.plain + "\n" }.joined())
    }
    do throws(UserError) { try recorder.end(failures.isEmpty ? .done : error.status) } catch {
      desk.transcript = nil
      desk.note(error.message.headline)
    }
  }
}
