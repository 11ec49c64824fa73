package import ArgumentParser
package import Desk
package import Presentation
package import Shell

package struct SetCommand: ShellCommand {
  package static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Say or change how theo behaves.",
    discussion: """
      Without words it lists the settings. A change is kept in the configuration file, \
      $XDG_CONFIG_HOME/theo/config.toml or ~/.config/theo/config.toml, in lines such as \
      pager = false; in a script it holds for that run of theo alone. An environment variable \
      THEO_NAME goes before the file. Settings of the screen and the keys hold at the prompt, user \
      and color everywhere.

      In a prompt stand words, {session}, {unchecked}, {claims}, {stories}, {user} and {unsaved} \
      (a star; *! where a crash would lose the changes); what stands in [...] is left out where a place in it is empty.

      A newsroom's own words are tables in $XDG_CONFIG_HOME/theo/lexicons or \
      ~/.config/theo/lexicons, in the form of the program's, which they go before: agencies.tsv, \
      cues.tsv (also vi-cues.tsv, en-cues.tsv), titles.tsv, units.tsv, places.tsv. A line of \
      cues.tsv is a language, a class and cues with ; between them, and a tab between the \
      columns. --show lists them.
      """)
  package static let helpOrder = 910
  package static let examples = [
    Example("set", "every setting with its value"),
    Example("set --show", "where each value comes from, and own words"),
    Example("set pager off", "from now on, in every shell"),
    Example("set --here format json", "in this shell only"),
    Example("set prompt '{user}[ {unchecked}]> '", "another prompt"),
    Example("set --default prompt", "back to what it was"),
  ]

  @Flag(help: "Say where the values come from.")
  package var show = false

  @Flag(help: "In this shell only: nothing is kept.")
  package var here = false

  @Flag(name: .customLong("default"), help: "Put the setting back to what it is by default.")
  package var resets = false

  @Argument(help: "A setting; all without it.")
  package var setting: String?

  @Argument(help: "What to set it to; says its value without it.")
  package var value: String?

  @OptionGroup package var output: OutputOptions

  package init() {}

  package var reach: Reach { .desk }

  package func run(on desk: inout Desk, in context: CommandContext) throws -> CommandOutput {
    guard let name = setting else {
      var table = SettingTable.table(desk.settings, Setting.allCases, origins: show)
      if show { table.rows += SettingTable.tables(desk.newsroom) }
      return .table(table)
    }
    guard let setting = Setting.named(name) else { throw SettingProblem.unknown(name) }
    guard value != nil || resets else {
      return .table(SettingTable.table(desk.settings, [setting], origins: true))
    }
    guard value == nil || !resets else {
      throw UsageError(command: "set", .rule("give a value or --default, not both"))
    }
    var new: SettingValue?
    if let value { new = try setting.value(value) }
    desk.change(
      setting, to: new, from: context.settingOrigin, keeps: context.keepsSettings && !here)
    // A script, above all rc.theo, says nothing of it.
    return context.keepsSettings ? .report(SettingTable.report(setting, desk.settings)) : .nothing
  }
}
