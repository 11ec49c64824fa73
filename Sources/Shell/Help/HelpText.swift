import FactStore
import JSONText
package import Presentation
import TerminalText

/// Help, made from the declarations.
package enum HelpText {
  package static func overview(_ commands: [any ShellCommand.Type]) -> Table {
    var table = Table(
      columns: [.init("command", flexible: false), .init("does", flexible: true, wraps: true)],
      footer: StyledText(
        "help COMMAND says more, with examples; help query, help keys; | and > send output to a "
          + "system command or file",
        .dim))
    for type in commands {
      table.rows.append([.init(type.name, .cue), .init(type.abstract)])
    }
    return table
  }

  /// The fields of the query language.
  package static func query() -> Table {
    var table = Table(
      columns: [
        .init("field"), .init("selects", flexible: true, wraps: true),
        .init("example", flexible: true, wraps: true),
      ],
      footer: StyledText(
        "ids and ranges: c3 c3..c9 a1; words, \"phrases\", prefix*; and or not ( ) join them; "
          + "-word, -\"phrase\" and -field:value leave out; < <= > >= compare worth, number and "
          + "date; @name is what query save gave a name",
        .dim))
    for field in QueryField.all {
      let values = field.values.isEmpty ? "" : ": " + joined(field.values)
      table.rows.append([
        .init(field.name + ":", .cue), .init(field.summary + values), .init(field.example),
      ])
    }
    for pattern in QueryField.patterns {
      table.rows.append([
        .init(pattern.name + ":", .cue), .init(pattern.summary), .init(pattern.example),
      ])
    }
    return table
  }

  /// `theo --help`
  static func program(
    _ declaration: CommandDeclaration, _ commands: [any ShellCommand.Type]
  ) -> TextView {
    var lines = [StyledText(declaration.abstract), StyledText()]
    for line in declaration.discussion.split(separator: "\n") {
      lines.append(StyledText("  " + String(line)))
    }
    lines += section("options", declaration.options)
    lines += [StyledText(), StyledText("commands", .dim)]
    let width = commands.map { $0.name.count }.max() ?? 0
    for type in commands {
      let padding = String(repeating: " ", count: width - type.name.count + 2)
      var line = StyledText("  ")
      line.append(type.name, .cue)
      line.append(padding + type.abstract)
      lines.append(line)
    }
    return TextView(paragraphs: lines, value: json(declaration))
  }

  package static func command(_ declaration: CommandDeclaration) -> TextView {
    var lines = [StyledText(declaration.synopsis, .heading), StyledText(declaration.abstract)]
    if !declaration.discussion.isEmpty { lines += ["", StyledText(declaration.discussion)] }
    lines += section("arguments", declaration.positions) + section("options", declaration.options)
    if !declaration.examples.isEmpty {
      lines += ["", StyledText("examples", .dim)]
      for example in declaration.examples {
        lines.append(StyledText("  ") + StyledText(example.line, .cue))
        lines.append(StyledText("      " + example.what))
      }
    }
    return TextView(paragraphs: lines, value: json(declaration))
  }

  private static func section(
    _ title: String, _ arguments: [CommandDeclaration.Argument]
  ) -> [StyledText] {
    guard !arguments.isEmpty else { return [] }
    let width = arguments.map(\.label.count).max() ?? 0
    let lines = arguments.map { argument in
      let padding = String(repeating: " ", count: width - argument.label.count + 2)
      return StyledText("  ") + StyledText(argument.label, .cue)
        + StyledText(padding + argument.abstract)
    }
    return ["", StyledText(title, .dim)] + lines
  }

  private static func json(_ declaration: CommandDeclaration) -> JSONValue {
    [
      "name": .string(declaration.name), "synopsis": .string(declaration.synopsis),
      "abstract": .string(declaration.abstract), "discussion": .string(declaration.discussion),
      "arguments": .array(
        declaration.arguments.map { argument in
          [
            "label": .string(argument.label), "does": .string(argument.abstract),
            "values": JSONValue(argument.values),
          ]
        }),
      "examples": .array(
        declaration.examples.map { ["line": .string($0.line), "does": .string($0.what)] }),
    ]
  }
}
