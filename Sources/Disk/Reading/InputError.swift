package import TerminalText

/// Why a folder or a pattern stands for no story.
package enum InputError: UserFacing, Hashable {
  /// A folder, and what the names of stories end in.
  case noStories(String, endings: [String])
  case noMatch(pattern: String)

  private static let mostEndings = 8

  package var message: ErrorMessage {
    switch self {
    case .noStories(let path, let endings):
      ErrorMessage(
        "'\(path)': no stories in this folder; expected files that end in "
          + endings.prefix(Self.mostEndings).joined(separator: ", ")
          + (endings.count > Self.mostEndings ? " …; 'formats' lists all of them" : ""))
    case .noMatch(let pattern): ErrorMessage("'\(pattern)': no file matches this pattern")
    }
  }

  package var status: ProgramStatus { .noInput }
}

/// Some inputs of several that could not be read: all of them are told.
package struct InputFailures: UserFacing {
  package let errors: [UserError]
  /// Number of inputs, those that could be read with them.
  package let inputs: Int

  package init(_ errors: [UserError], of inputs: Int) {
    self.errors = errors
    self.inputs = inputs
  }

  package var message: ErrorMessage {
    let messages = errors.map(\.message)
    guard messages.count > 1 else { return messages.first ?? ErrorMessage("") }
    let told = messages.prefix(Self.mostTold)
    let rest = messages.count - told.count
    return ErrorMessage(
      "\(messages.count) of \(inputs) inputs could not be read",
      details: told.flatMap { [$0.headline] + $0.details }
        + (rest > 0 ? ["and \(rest) more"] : []))
  }

  package var status: ProgramStatus { errors.first?.status ?? .failed }

  /// Errors of one command that are told one by one.
  private static let mostTold = 12
}

/// Why a file that was named cannot be read or written. Paths are as the user wrote them; "-" is
/// standard input where it is read, standard output where it is written.
package enum FileError: UserFacing, Hashable {
  case notFound(String)
  case unreadable(String, reason: String)
  case cannotWrite(String, reason: String)

  package var message: ErrorMessage {
    switch self {
    case .notFound(let path): ErrorMessage("'\(path)': no such file or folder")
    case .unreadable(let path, let reason): ErrorMessage("'\(path)': cannot be read: \(reason)")
    case .cannotWrite(let path, let reason):
      ErrorMessage("\(path == "-" ? "standard output" : "'\(path)'"): cannot be written: \(reason)")
    }
  }

  package var status: ProgramStatus {
    if case .cannotWrite = self { .cannotWrite } else { .noInput }
  }
}
