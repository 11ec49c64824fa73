internal import ClaimModel

/// How many claims came through a source, and what they were found to be.
package struct SourceSummary: Sendable, Hashable {
  package var source: SourceRecord
  /// Claims that it said.
  package var said = 0
  /// Claims that it reported.
  package var reported = 0
  /// Verdicts of the claims that it said or reported, each once.
  package var verdicts = VerdictTally()
}
