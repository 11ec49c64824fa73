import Desk
import TerminalText

/// The manual page, made from the declarations, in the man macros of roff.
package enum ManualPage {
  package static func text(_ catalogue: CommandCatalogue) -> String {
    var out = """
      .TH THEO 1 "" "theo \(Desk.version)" "User Commands"
      .SH NAME
      theo \\- check who says what in news stories
      .SH SYNOPSIS
      .B theo
      [options] [file ... | session.json | command ...]

      """
    out += ".SH OPTIONS\n" + arguments(CommandDeclaration(program: ProgramOptions.self).options)
    out += ".SH COMMANDS\n"
    for type in catalogue.all { out += command(CommandDeclaration(type)) }
    out += settings() + entries("FILES", files) + entries("ENVIRONMENT", variables)
    out += ".SH EXIT STATUS\n"
    for (code, meaning) in ProgramStatus.meanings {
      out += ".TP\n.B \(code.rawValue)\n\(escaped(meaning))\n"
    }
    return out
  }

  private static func settings() -> String {
    Setting.allCases.reduce(into: ".SH SETTINGS\n") { out, setting in
      let words =
        "\(setting.summary) Takes \(setting.expected); \(setting.standard.words) by default."
      out += ".TP\n.B \(escaped(setting.name))\n\(escaped(words))\n"
    }
  }

  private static let files = [
    ("$XDG_CONFIG_HOME/theo/config.toml, ~/.config/theo/config.toml", "Settings and aliases."),
    ("rc.theo beside it", "Commands that every prompt starts with."),
    (
      "$XDG_CONFIG_HOME/theo/lexicons/*.tsv, ~/.config/theo/lexicons/*.tsv",
      "A newsroom's own words, which go before the program's: agencies, cues (also vi-cues and "
        + "en-cues), titles, units and places."
    ),
    (
      "$XDG_STATE_HOME/theo/history.jsonl, ~/.local/state/theo/history.jsonl",
      "The lines that were typed."
    ),
    (
      "$XDG_DATA_HOME/theo/claims.memory, ~/.local/share/theo/claims.memory",
      "Claims of past sessions, with the list of these beside it."
    ),
    ("~/.editrc, $EDITRC", "Keys, as editrc(5) has them."),
  ]

  private static let variables = [
    ("THEO_NAME", "The setting of that name, as in THEO_USER and THEO_COLOR."),
    ("NO_COLOR", "Set to anything, it switches colour off."),
    ("PAGER", "Shows what is longer than the screen; less -FRX without it."),
    ("VISUAL, EDITOR", "Edits the line on ^X ^E; vi without them."),
    ("ACCESSIBLE", "Set to 1, it is --plain."),
  ]

  private static func entries(_ title: String, _ entries: [(String, String)]) -> String {
    entries.reduce(into: ".SH \(title)\n") { out, entry in
      out += ".TP\n.I \(escaped(entry.0))\n\(escaped(entry.1))\n"
    }
  }

  private static func arguments(_ arguments: [CommandDeclaration.Argument]) -> String {
    arguments.reduce(into: "") { out, argument in
      out += ".TP\n.B \(escaped(argument.label))\n\(escaped(argument.abstract))\n"
    }
  }

  private static func command(_ declaration: CommandDeclaration) -> String {
    var out = ".SS \(escaped(declaration.synopsis))\n\(escaped(declaration.abstract))\n"
    if !declaration.discussion.isEmpty { out += ".PP\n\(escaped(declaration.discussion))\n" }
    out += arguments(declaration.arguments)
    for example in declaration.examples {
      out += ".TP\n.I \(escaped(example.line))\n\(escaped(example.what))\n"
    }
    return out
  }

  /// A backslash and a dash mean something to roff, as does a dot at the head of a line.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case ".", "'": out += out.isEmpty || out.hasSuffix("\n") ? "\\&\(character)" : "\(character)"
      default: out.append(character)
      }
    }
    return out
  }
}
