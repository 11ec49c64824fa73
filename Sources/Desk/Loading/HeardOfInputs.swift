import Presentation
import Synchronization

/// What a reader should know of inputs that were read: told once, however many say the same.
package final class HeardOfInputs: Sendable {
  private struct Heard {
    var unused = Set<String>()
    var notes = [String]()
    var moreNotes = 0
  }
  private let state = Mutex(Heard())
  private static let mostNotes = 12

  /// Members of records that no story has a use for.
  func passedOver(_ names: [String]) {
    guard !names.isEmpty else { return }
    state.withLock { $0.unused.formUnion(names) }
  }

  /// `mail.eml: 2 files attached, not read`
  func told(_ note: String, of input: String) {
    state.withLock { heard in
      guard heard.notes.count < Self.mostNotes else {
        heard.moreNotes += 1
        return
      }
      // A file in an archive names itself: "a.zip/m.eml: 1 file attached, not read: a.png".
      let line = note.hasPrefix(input) ? note : "\(input): \(note)"
      if !heard.notes.contains(line) { heard.notes.append(line) }
    }
  }

  /// A line each: `passed over, no use here: "section", "tags"`.
  package var lines: [String] {
    state.withLock { heard in
      heard.notes.sorted() + (heard.moreNotes > 0 ? ["and \(heard.moreNotes) more such notes"] : [])
        + (Self.words(heard.unused.sorted()).map { [$0] } ?? [])
    }
  }

  /// Nil where there are none.
  private static func words(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let told = joined(names.prefix(8).map { "\"\($0)\"" })
    let rest = names.count > 8 ? " and \(names.count - 8) more" : ""
    return "passed over, no use here: \(told)\(rest)"
  }
}
