/// What the program ends with; the numbers from 64 on are those of sysexits.h.
package enum ProgramStatus: Int32, Sendable, Hashable {
  case done = 0
  /// A command could not do what it was asked to.
  case failed = 1
  /// Unknown command, option or value; a line that cannot be read.
  case usage = 2
  /// EX_DATAERR: an input that is there, but not what it should be.
  case badData = 65
  /// EX_NOINPUT: an input that is not there or cannot be read.
  case noInput = 66
  /// EX_CANTCREAT: an output that cannot be written.
  case cannotWrite = 73
}

extension ProgramStatus {
  /// For the manual.
  package static let meanings: [(ProgramStatus, String)] = [
    (.done, "Everything was done."), (.failed, "A command could not do what it was asked to."),
    (.usage, "Wrong usage: an unknown command, option or value."),
    (.badData, "An input is not what it should be."),
    (.noInput, "An input is not there, or cannot be read."),
    (.cannotWrite, "An output cannot be written."),
  ]
}
