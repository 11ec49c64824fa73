package import ArgumentParser
package import Desk
package import Presentation

/// A command of the shell: declared once, typed at the prompt, called as `theo COMMAND`, or
/// read from a script. Its help, completion and man page come from the declaration.
package protocol ShellCommand: ParsableCommand {
  /// Help lists the commands in the order of these numbers; each hundred is a group: stories,
  /// claims, sources, annotating, queries, history, sessions, scripts, settings.
  static var helpOrder: Int { get }

  /// What to type, and what it does: shown by `help COMMAND`.
  static var examples: [Example] { get }

  /// Positions whose words are a selection of claims: they keep their quotes.
  static var takesSelection: Bool { get }

  /// Whether sources stand behind the selection.
  static var takesSources: Bool { get }

  var output: OutputOptions { get }

  /// What it touches besides the facts. Every command has to say so: there is no default.
  var reach: Reach { get }

  /// Whether `last` shows it again.
  var isRecorded: Bool { get }

  /// Whether it goes on until ^C where there is no prompt: what it does meanwhile is journalled.
  static var runsOn: Bool { get }

  /// The command that the words behind its name make.
  static func read(_ arguments: [String]) throws -> any ShellCommand

  /// Does its work on the desk and gives back what is to be shown. Never prints.
  func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput
}

extension ShellCommand {
  package static var takesSelection: Bool { false }
  package static var takesSources: Bool { false }
  package static var runsOn: Bool { false }
  package static func read(_ arguments: [String]) throws -> any ShellCommand {
    try parse(arguments)
  }
  package var isRecorded: Bool { true }
  /// "claim add"
  package static var name: String { configuration.commandName ?? "" }
  package static var abstract: String { configuration.abstract }
}

package struct Example: Sendable, Hashable {
  package var line: String
  package var what: String
  package init(_ line: String, _ what: String) {
    self.line = line
    self.what = what
  }
}

/// Options that every command has.
package struct OutputOptions: ParsableArguments {
  @Option(help: "How to write the output: table, json, jsonl, csv, tsv or md.")
  package var format: OutputFormat?

  @Option(help: "When to use colour: auto, always or never.")
  package var color: ColorChoice?

  package init() {}

  /// None of them given.
  package static var none: OutputOptions {
    var options = OutputOptions()
    (options.format, options.color) = (nil, nil)
    return options
  }
}

extension OutputFormat: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}

/// What a command touches besides the facts on the desk. `session check` runs only what stays
/// within the files that were named for it.
package enum Reach: Sendable, Hashable {
  /// Nothing: it looks at the facts, or changes them.
  case desk
  /// Files, folders and patterns that it reads or writes, as its words name them.
  case files([String])
  /// What its words do not name: other files, programs, the keyboard.
  case outside
}
