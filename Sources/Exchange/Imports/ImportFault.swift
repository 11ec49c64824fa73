package import TerminalText

/// Why a file cannot be taken in at all.
package struct ImportFault: UserFacing, Hashable {
  /// As people call it: "a sheet of verdicts".
  package var form: String
  /// The file as the user knows it.
  package var file: String
  /// Where in it: "row 3", "line 5, column 2".
  package var place: String?
  package var problem: String
  package var remedy: String

  package init(
    _ form: String, file: String, place: String? = nil, problem: String, remedy: String
  ) {
    self.form = form
    self.file = file
    self.place = place
    self.problem = problem
    self.remedy = remedy
  }

  package var message: ErrorMessage {
    let place = place.map { ", \($0)" } ?? ""
    return ErrorMessage("'\(file)'\(place): \(problem), for \(form)", details: [remedy])
  }

  package var status: ProgramStatus { .badData }
}
