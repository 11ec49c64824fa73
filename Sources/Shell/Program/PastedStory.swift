import ClaimModel
package import Desk
import Disk
package import Presentation
package import TerminalText

/// A story that was pasted where a command is expected.
package enum PastedStory {
  /// Whether a line of the prompt reads like prose: none of its lines begins with a command or
  /// holds an option, and they are long, or short ones without the marks of a query.
  ///
  /// `At least 14 people died.` + line end + `The fire began …` → true
  /// `Cảnh_sát cho biết 14 người chết .` → true
  package static func isOne(
    _ text: String, _ catalogue: CommandCatalogue, aliases: some Collection<String> = [String]()
  ) -> Bool {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(whereSeparator: \.isWhitespace).map(String.init)
    }.filter { !$0.isEmpty }
    guard !lines.contains(where: { isCommand($0, catalogue, aliases) }) else { return false }
    let longest = lines.map(length).max() ?? 0
    if longest >= (lines.count > 1 ? 8 : 12) { return true }
    guard !lines.joined().contains(where: isOfQuery) else { return false }
    return lines.count > 1 ? longest >= 4 : longest >= 6 && endsSentence(text)
  }

  /// Words, those of a compound one by one: `Cảnh_sát cho_biết .` → 4.
  private static func length(_ words: [String]) -> Int {
    words.reduce(0) { count, word in
      count + word.split(separator: "_").count { $0.contains { $0.isLetter || $0.isNumber } }
    }
  }

  /// `said:Hà`, `c3`, `a1..a4`, `worth>0.7`, `|`; not `12:30`, `Hà:` or `https://…`.
  private static func isOfQuery(_ word: String) -> Bool {
    let name = word.prefix { $0.isASCII && $0.isLetter }
    let rest = word.dropFirst(name.count)
    guard let next = rest.first, let first = name.first else { return word == "|" || word == ">" }
    if next == ":" || next == "<" || next == ">" {
      return first.isLowercase && rest.count > 1 && !rest.hasPrefix("://")
    }
    return (name == "c" || name == "a") && next.isNumber
  }

  private static func endsSentence(_ text: String) -> Bool {
    let end = text.last { !$0.isWhitespace && !"\"'”’»)".contains($0) }
    return end.map { ".!?…".contains($0) } ?? false
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
