package import TerminalText

/// A form in which the desk's work leaves theo. A file a form: its name ends in `Form`, and the
/// build lists it in `deskForms`.
///
/// Stories are handed over one by one, so that a large desk need not be in memory twice.
package protocol DeskForm: Sendable {
  /// What `export --as` calls it, in lower case.
  static var name: String { get }
  static var summary: String { get }
  /// Endings of files that are of this form without being asked for; lower case, with the dot.
  static var endings: [String] { get }
  static var kind: DeskFormKind { get }

  init(_ head: DeskHead)
  /// The next story. Text that is ready is appended to `out`.
  mutating func add(_ story: DeskStory, to out: inout DeskOutput) throws(DeskFormError)
  mutating func finish(_ out: inout DeskOutput) throws(DeskFormError)
}

package enum DeskFormKind: Sendable {
  /// Can be looked at, and sent on to another program as it comes.
  case text
  case binary
  /// Several files, in a folder or a zip archive.
  case files
}

/// What a form has ready.
package struct DeskOutput: Sendable {
  package var bytes: [UInt8] = []
  package var files: [(name: String, bytes: [UInt8])] = []
  /// Claims that the form has no room for: those without a verdict, in a review.
  package var leftOut = 0
  package init() {}

  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

/// Why a form cannot hold what it is given.
package struct DeskFormError: UserFacing, Hashable {
  package var form: String
  package var problem: String
  package var remedy: String

  package var message: ErrorMessage {
    ErrorMessage("cannot write \(form): \(problem)", details: [remedy])
  }
  package var status: ProgramStatus { .failed }
}

/// The forms that there are.
package enum DeskForms {
  /// In order of their names.
  package static let all = deskForms.sorted { $0.name < $1.name }

  package static func named(_ name: String) -> (any DeskForm.Type)? {
    all.first { $0.name == name }
  }

  /// By the ending of a file's name: "claims.CSV" → csv.
  package static func ofFile(_ path: String) -> (any DeskForm.Type)? {
    let path = path.lowercased()
    return all.first { form in form.endings.contains { path.hasSuffix($0) } }
  }
}
