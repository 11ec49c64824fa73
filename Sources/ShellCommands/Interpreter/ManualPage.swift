/// The manual page, made from the declarations, in the man macros of roff.
enum ManualPage {
  static func text() -> String {
    var out = """
      .TH THEO 1 "" "theo \(Desk.version)" "User Commands"
      .SH NAME
      theo \\- check who says what in news stories
      .SH SYNOPSIS
      .B theo
      [options] [file ... | session.json | command ...]
      .SH COMMANDS

      """
    for type in CommandCatalogue.all { out += command(CommandDeclaration(type)) }
    out += settings() + files()
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

  private static func files() -> String {
    let files = [
      ("$XDG_CONFIG_HOME/theo/config.toml, ~/.config/theo/config.toml", "Settings and aliases."),
      ("rc.theo beside it", "Commands that every prompt starts with."),
      (
        "$XDG_STATE_HOME/theo/history.jsonl, ~/.local/state/theo/history.jsonl",
        "The lines that were typed."
      ),
    ]
    return files.reduce(into: ".SH FILES\n") { out, file in
      out += ".TP\n.I \(escaped(file.0))\n\(escaped(file.1))\n"
    }
  }

  private static func command(_ declaration: CommandDeclaration) -> String {
    var out = ".SS \(escaped(declaration.synopsis))\n\(escaped(declaration.abstract))\n"
    if !declaration.discussion.isEmpty { out += ".PP\n\(escaped(declaration.discussion))\n" }
    for argument in declaration.arguments {
      out += ".TP\n.B \(escaped(argument.label))\n\(escaped(argument.abstract))\n"
    }
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
