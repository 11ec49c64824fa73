import TerminalText

/// Markdown: listings as tables, one thing as a list, text as paragraphs.
enum MarkdownRenderer {
  static func render(_ output: CommandOutput) -> [UInt8] {
    let text: String =
      switch output {
      case .table(let table): self.table(DataRows(.table(table.forPeople)))
      case .report: table(DataRows(output))
      case .card(let card): self.card(card)
      case .text(let view):
        view.paragraphs.map { escaped($0.plain) }.joined(separator: "\n\n") + "\n"
      case .nothing, .raw: ""
      }
    return Array(text.utf8)
  }

  private static func table(_ data: DataRows) -> String {
    guard !data.columns.isEmpty else { return "" }
    let header = row(data.columns.map(escaped)) + row(data.columns.map { _ in "---" })
    return data.rows.reduce(into: header) { $0 += row($1.map { escaped($0.cellText) }) }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  private static func card(_ card: Card) -> String {
    let heading = "### " + escaped(card.heading.plain) + "\n\n"
    let body = card.body.reduce(into: "") { $0 += "> " + escaped($1.plain) + "\n\n" }
    return card.fields.reduce(into: heading + body) { out, field in
      out += "- **" + field.label + "**: " + self.text(of: field) + "\n"
    }
  }

  /// What people see of a field; where that stands above in other words, its value.
  private static func text(of field: Card.Field) -> String {
    let lines = field.lines.map { escaped($0.plain) }.joined(separator: "; ")
    let text = lines.isEmpty ? escaped(field.value.cellText) : lines
    return text.isEmpty ? "–" : text
  }

  /// On one line, harmless, with what Markdown would read as its own behind a backslash.
  static func escaped(_ text: String) -> String {
    Sanitiser.harmless(text).reduce(into: "") { out, character in
      if "\\|*_`<>[]".contains(character) { out += "\\" }
      out.append(character)
    }
  }
}
