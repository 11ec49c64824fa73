import Presentation
package import TerminalText

/// A word at the head of a line that names no command.
package struct UnknownCommand: UserFacing, Hashable {
  package var word: String
  package var nearest: [String]
  /// The commands that it is the first word of.
  package var family: [String]
  /// How what the word asks for is done; nil where nothing is known of it.
  package var remark: String?

  package var message: ErrorMessage {
    ErrorMessage(
      "unknown command '\(word)'." + suggestion(nearest, else: family)
        + (nearest.isEmpty && family.isEmpty ? " 'help' lists the commands." : ""),
      details: remark.map { [$0] } ?? [])
  }

  package var status: ProgramStatus { .usage }
}
