internal import Synchronization

/// Records that are no stories, until whoever reads the input takes them.
package final class FaultyRecords: Sendable {
  private let errors = Mutex([ReadingError]())

  package init() {}

  func add(_ error: ReadingError) { errors.withLock { $0.append(error) } }

  /// Those that came since they were taken last.
  package func taken() -> [ReadingError] {
    errors.withLock { errors in
      defer { errors = [] }
      return errors
    }
  }
}
