package import TerminalText

/// What came of a watch so far.
package struct WatchCounts: Sendable {
  package var stories = 0
  package private(set) var failures = 0
  /// Files whose names end as those of no story.
  package var passedOver = 0
  /// The failures that came last, oldest first.
  package private(set) var latest: [UserError] = []
  private static let mostKept = 100

  mutating func add(_ errors: [UserError]) {
    failures += errors.count
    latest = Array((latest + errors).suffix(Self.mostKept))
  }
}
