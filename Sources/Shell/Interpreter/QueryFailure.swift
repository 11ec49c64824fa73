package import ClaimModel
package import FactStore
import Presentation
package import TerminalText

/// A selection that cannot be read, with the line that it was typed in.
package struct QueryFailure: UserFacing {
  package var error: QueryError
  package var source: String
  /// Where in `source` the mistake stands, in bytes.
  package var place: TextSpan

  package init(_ error: QueryError, source: String, place: TextSpan) {
    self.error = error
    self.source = source
    self.place = place
  }

  /// "unknown field 'siad' at character 8", the place in the line, what was expected.
  package var message: ErrorMessage {
    let character = source.utf8Slice(TextSpan(0, place.start)).count + 1
    let hint = error.candidates.isEmpty ? "" : suggestion(error.candidates).dropFirst() + " "
    return ErrorMessage(
      "\(error.message) at character \(character)",
      details: [hint + error.expected.uppercasedFirst],
      pointer: ErrorMessage.Pointer(at: place, in: source))
  }

  package var status: ProgramStatus { .usage }
}

extension String {
  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
