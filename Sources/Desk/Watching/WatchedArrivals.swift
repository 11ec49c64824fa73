import ClaimModel
package import Disk
package import FactStore
import Presentation
package import TerminalText

/// What came into a watched folder, and what became of it.
package struct WatchedArrivals: Sendable {
  package var folder: String
  /// The loads.
  package var operations: [OperationOutcome] = []
  /// What became of stories whose files were read before.
  package var changed = EnteredStories()
  /// Files of which something was loaded, and what of these could not be.
  package var paths: [String] = []
  package var failuresInLoaded: [UserError] = []
  /// All that could not be read.
  package var failures: [UserError] = []
  package var notes: [FolderWatch.Note] = []
  /// The facts cannot be changed now: what has arrived waits.
  package var isHeldUp = false

  /// Adds what came into the same folder later, so that both are told together.
  package mutating func add(_ later: WatchedArrivals) {
    operations += later.operations
    changed.loaded += later.changed.loaded
    changed.updated += later.changed.updated
    paths += later.paths
    failuresInLoaded += later.failuresInLoaded
    failures += later.failures
    notes += later.notes
    isHeldUp = later.isHeldUp
  }

  /// The stories that were loaded.
  package func records(in store: FactStore) -> [ArticleRecord] {
    (operations.flatMap(\.articles) + changed.loaded).compactMap { store.article($0.id) }
  }

  /// A line for what was loaded, one for each failure, of very many only the first ones.
  package func lines(in store: FactStore) -> [StyledText] {
    told(in: store) + warnings
  }

  /// A line for what was loaded, and one for what changed.
  package func told(in store: FactStore) -> [StyledText] {
    [line(in: store), changes].compactMap { $0 }
  }

  /// `2 stories changed in wire/: a3 version 2, a5 version 4`
  private var changes: StyledText? {
    guard !changed.updated.isEmpty else { return nil }
    var line = StyledText("\(counted(changed.updated.count, "story")) changed in \(folder): ")
    for (place, story) in changed.updated.prefix(Self.mostTold).enumerated() {
      if place > 0 { line.append(", ") }
      line.append(story.id.description, .id)
      line.append(" version \(story.version)")
    }
    if changed.updated.count > Self.mostTold { line.append(" …") }
    return line
  }

  /// `3 stories from wire/: a12–a14, 41 claims · via AFP`; of one story its title as well.
  package func line(in store: FactStore) -> StyledText? {
    let records = records(in: store)
    guard let first = records.first, let last = records.last else { return nil }
    var line = StyledText("\(counted(records.count, "story")) from \(folder): ")
    line.append(first.id.description, .id)
    if records.count > 1 {
      line.append(isRun(records) ? "–" : " … ")
      line.append(last.id.description, .id)
    } else {
      line.append(" ")
      line.append(first.title, .heading)
    }
    line.append(", " + counted(records.reduce(0) { $0 + $1.listedCount }, "claim"))
    line.append(Report.agencies(of: records, in: store))
    return line
  }

  /// Whether nothing else was loaded between them.
  private func isRun(_ records: [ArticleRecord]) -> Bool {
    guard let first = records.first, let last = records.last else { return true }
    return last.id.number - first.id.number + 1 == records.count
  }

  /// What went wrong.
  package var warnings: [StyledText] {
    let told = failures.prefix(Self.mostTold).flatMap(\.message.lines)
    let rest = failures.count - Self.mostTold
    let more =
      rest > 0
      ? [
        StyledText("theo: ", .failure)
          + "\(counted(rest, "more file")) could not be read; watch lists them"
      ] : []
    return told + more + notes.map { StyledText("theo: ", .warning) + words($0) }
  }

  private static let mostTold = 8

  private func words(_ note: FolderWatch.Note) -> StyledText {
    switch note {
    case .gone: "'\(folder)' is gone; it is watched again when it is back"
    case .back: "'\(folder)' is back, and watched again"
    case .tooMany:
      "the system lets no more folders be watched: '\(folder)' is looked through every 5 seconds"
    }
  }
}
