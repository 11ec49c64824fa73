import ArgumentParser

/// What becomes of records that are no stories.
package enum FaultPolicy: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Each is a record of the output, in its place.
  case record
  /// They are counted.
  case skip
  /// They are told, and the exit status says so.
  case fail
}

/// When the output of a pipe's lines is written.
package enum FlushPolicy: String, CaseIterable, ExpressibleByArgument, Sendable {
  case line, block
}
