import Presentation
import Synchronization

/// Members of records that no story has a use for: told once, however many records have them.
package final class UnusedMembers: Sendable {
  private let names = Mutex(Set<String>())

  func add(_ more: [String]) {
    guard !more.isEmpty else { return }
    names.withLock { $0.formUnion(more) }
  }

  package var sorted: [String] { names.withLock { $0.sorted() } }

  /// "passed over in the records: section, tags"; nil where there are none.
  package static func words(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let told = joined(names.prefix(8).map { "\"\($0)\"" })
    let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "passed over, no use here: \(told)\(rest)"
  }
}
