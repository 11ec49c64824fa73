import ClaimModel
package import Desk
import Disk
package import Presentation
package import TerminalText

/// A story that was pasted where a command is expected.
package enum PastedStory {
  /// Whether a line of the prompt reads like prose: long lines, and none of them begins with a
  /// command or holds an option.
  ///
  /// `At least 14 people died when …` + line end + `The fire began …` → true
  package static func isOne(
    _ text: String, _ catalogue: CommandCatalogue, aliases: some Collection<String> = [String]()
  ) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).map(String.init)
    }.filter { !$0.isEmpty }
    let longest = lines.map(\.count).max() ?? 0
    let isLong = lines.count > 1 ? longest >= 8 : longest >= 12
    return isLong && !lines.contains { isCommand($0, catalogue, aliases) }
  }

  private static func isCommand(
    _ words: [String], _ catalogue: CommandCatalogue, _ aliases: some Collection<String>
  ) -> Bool {
    if catalogue.command(words) != nil || aliases.contains(words[0]) { return true }
    if !catalogue.family(of: words[0]).isEmpty || words[0].hasPrefix("#") { return true }
    return words.contains { $0.hasPrefix("--") && $0.dropFirst(2).first?.isLetter == true }
  }

  /// What a text that was not loaded is told of.
  package static let hint: [StyledText] = [
    StyledText("theo: ", .failure) + "no command begins a line of this; it reads like a story.",
    "  load - reads one that is pasted, up to ^D on a line of its own; Up brings this text back",
  ]

  /// Loads the text as what `load -` is given.
  package static func load(
    _ text: String, on desk: inout Desk, with interpreter: CommandInterpreter, console: any Console
  ) -> ProgramStatus {
    interpreter.run("load -", on: &desk, console: GivenInput(text, console))
  }
}

/// A console whose standard input is a text that is there already.
private final class GivenInput: ForwardingConsole {
  let outer: any Console
  private let text: String

  init(_ text: String, _ outer: any Console) {
    self.text = text
    self.outer = outer
  }

  func standardInput() throws(UserError) -> MappedFile { MappedFile((text + "\n").utf8) }
  var inputManner: Capture.Manner { .paste }
}
