package import TerminalText

/// Why a memory cannot be read or written.
package enum MemoryError: UserFacing, Hashable {
  /// It is there, but not what theo wrote: what is wrong with it.
  case broken(String, reason: String)
  case notAMemory(String)
  /// A newer theo wrote it.
  case newer(String, version: Int)
  case missing(String)
  case tooLarge(String, claims: Int)

  package var message: ErrorMessage {
    switch self {
    case .broken(let path, let reason):
      ErrorMessage(
        "'\(path)' is damaged: \(reason)",
        details: ["memory rebuild makes it anew from the sessions that it was made of"])
    case .notAMemory(let path):
      ErrorMessage(
        "'\(path)' is not a memory of claims",
        details: ["memory add SESSIONS… makes one; give another --memory FILE"])
    case .newer(let path, let version):
      ErrorMessage(
        "'\(path)' is of version \(version), which a newer theo wrote; this one reads version 1",
        details: ["memory rebuild makes it anew from the sessions that it was made of"])
    case .missing(let path):
      ErrorMessage(
        "nothing is remembered yet: there is no '\(path)'",
        details: ["memory add SESSIONS… takes in what was checked in them"])
    case .tooLarge(let path, let claims):
      ErrorMessage("'\(path)' cannot hold \(claims) claims: four thousand million is the most")
    }
  }

  package var status: ProgramStatus {
    switch self {
    case .broken, .notAMemory, .newer: .badData
    case .missing: .noInput
    case .tooLarge: .failed
    }
  }
}
