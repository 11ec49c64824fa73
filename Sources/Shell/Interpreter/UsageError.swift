import Disk
import Presentation
package import TerminalText

/// Words of a command that it cannot do anything with.
package struct UsageError: UserFacing, Hashable {
  /// "claim add"; empty for the program itself.
  package var command: String
  package var problem: UsageProblem

  package init(command: String, _ problem: UsageProblem) {
    self.command = command
    self.problem = problem
  }

  package var message: ErrorMessage { problem.message(of: command) }
  package var status: ProgramStatus { .usage }
}

/// What is wrong with a command's words: what ArgumentParser or the command's own check found.
package enum UsageProblem: Sendable, Hashable {
  case unknownOption(String, nearest: [String])
  case missingValue(option: String, value: String)
  case missing(argument: String)
  case unexpected([String])
  case badValue(String, of: String, nearest: [String], allowed: [String])
  /// A rule of the command's own: "give --verdict, --note, … to set something".
  case rule(String)
  /// What the parser said, where it is none of these.
  case other(String)
}

extension UsageProblem {
  func message(of command: String) -> ErrorMessage {
    let lead = command.isEmpty ? "" : command + ": "
    let more = command.isEmpty ? "theo --help" : "help \(command)"
    switch self {
    case .unknownOption(let option, let nearest):
      let hint = suggestion(nearest)
      return ErrorMessage(
        lead + "unknown option '\(option)'." + (hint.isEmpty ? " See '\(more)'." : hint),
        details: Self.wayToName(option))
    case .missingValue(let option, let value):
      return ErrorMessage(lead + "expected \(value.isEmpty ? "a value" : value) after '\(option)'")
    case .missing(let argument):
      return ErrorMessage(lead + "expected \(argument); see '\(more)'")
    case .unexpected(let words):
      let quoted = words.map { "'\($0)'" }.joined(separator: ", ")
      return ErrorMessage(lead + "did not expect \(quoted). See '\(more)'.")
    case .badValue(let value, let option, let nearest, let allowed):
      let list =
        allowed.isEmpty
        ? " See '\(more)'." : " Expected one of \(allowed.joined(separator: ", "))."
      return ErrorMessage(
        lead + "'\(value)' is no value of \(option)." + suggestion(nearest) + list)
    case .rule(let words): return ErrorMessage(lead + words)
    case .other(let words): return ErrorMessage(lead + words.lowercasedFirst)
    }
  }
}

extension UsageProblem {
  /// How a file is named that looks like an option, where there is one.
  private static func wayToName(_ option: String) -> [String] {
    guard FileFinder.kind(option) != nil else { return [] }
    return ["the file of that name is ./\(option), or stands behind --: -- \(option)"]
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

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
