package import TerminalText

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
