package import ArgumentParser
package import Presentation

/// What `theo` takes before a command.
package struct ProgramOptions: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "theo", abstract: "Check who says what in news stories.",
    discussion: """
      theo                        opens the shell
      theo FILE...                opens it with these stories
      theo SESSION.json           opens it with this session
      theo -- -FILE...            files whose names begin with a dash
      theo -l FILE COMMAND        runs one command on stories
      theo -s SESSION COMMAND     runs it on a session, and saves that if it changed
      theo -c 'load x; claims'    runs commands; several -c are run in order
      theo run SCRIPT             runs a script, as does theo < SCRIPT
      """)

  @Option(
    name: [.short, .long], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Read stories first: a file, folder or pattern.", valueName: "path"))
  package var load: [String] = []

  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp("Open this session first.", valueName: "path"))
  package var session: String?

  @Option(
    name: [.customShort("c"), .customLong("command")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run these commands and leave.", valueName: "commands"))
  package var commands: [String] = []

  @Flag(help: "Go on after a command that fails.")
  package var keepGoing = false

  @Option(help: "How to write output: table, json, jsonl, csv, tsv or md.")
  package var format: OutputFormat?

  @Option(help: "When to use colour: auto, always or never.")
  package var color: ColorChoice?

  @Flag(help: "No repainting, menus or animation: for screen readers.")
  package var plain = false

  @Flag(name: .customLong("no-rc"), help: "Do not run rc.theo at the start of the prompt.")
  package var noRC = false

  @Flag(help: "List changes that were not saved before a crash, of the sessions or folders named.")
  package var recover = false

  @Flag(help: "Say which theo this is.")
  package var version = false

  @Flag(name: [.short, .long], help: "Say how theo is called.")
  package var help = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("Stories or a session, or a command with its words.", valueName: "word"))
  package var rest: [String] = []

  package init() {}
}
