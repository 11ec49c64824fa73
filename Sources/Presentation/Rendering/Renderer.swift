package import TerminalText

/// Turns what a command gives back into bytes in the format that is asked for.
package struct Renderer: Sendable {
  package var options: RenderOptions
  package var theme: Theme

  package init(options: RenderOptions, theme: Theme = .standard) {
    self.options = options
    self.theme = theme
  }

  package func render(_ output: CommandOutput) -> [UInt8] {
    if case .raw(let bytes) = output { return bytes }
    if case .nothing = output { return [] }
    switch options.format {
    case .table: return Array(forPeople(output).utf8)
    case .json: return DataRenderer.json(output)
    case .jsonl: return DataRenderer.jsonLines(output)
    case .csv: return DelimitedRenderer.csv.render(DataRows(output))
    case .tsv: return DelimitedRenderer.tsv.render(DataRows(output))
    case .md: return MarkdownRenderer.render(output)
    }
  }

  /// One styled text as a line, for messages outside of a command's output.
  package func line(_ text: StyledText) -> String {
    options.usesColor ? theme.painted(text) : text.harmless
  }

  private func forPeople(_ output: CommandOutput) -> String {
    let lines: [StyledText] =
      switch output {
      case .table(let table): TableRenderer(table: table.forPeople, width: options.width).lines()
      case .card(let card): CardRenderer(card: card, width: options.width).lines()
      case .text(let view): view.lines(width: options.width)
      case .report(let report):
        (report.lines + report.warnings).flatMap { $0.onOneLine.wrapped(to: options.width) }
      case .nothing, .raw: []
      }
    return lines.reduce(into: "") { $0 += line($1) + "\n" }
  }
}

extension TextView {
  fileprivate func lines(width: Int?) -> [StyledText] {
    var lines = [StyledText]()
    for (index, paragraph) in paragraphs.enumerated() {
      if isSpaced, index > 0 { lines.append(StyledText()) }
      lines += paragraph.wrapped(to: width)
    }
    return lines
  }
}

/// How a command's output is written.
package enum OutputFormat: String, Sendable, CaseIterable {
  /// Fitted to the window, with colour on a terminal.
  case table
  case json
  case jsonl
  case csv
  case tsv
  case md
}

/// Everything a renderer needs to know of where its text goes.
package struct RenderOptions: Sendable, Hashable {
  package var format: OutputFormat
  /// Columns of the window; nil where nothing needs to be fitted (a pipe, a file).
  package var width: Int?
  package var usesColor: Bool
  package init(format: OutputFormat = .table, width: Int? = nil, usesColor: Bool = false) {
    self.format = format
    self.width = width
    self.usesColor = usesColor
  }
}

/// When output is coloured.
package enum ColorChoice: String, Sendable, CaseIterable {
  /// On a terminal, unless NO_COLOR is set.
  case auto
  case always
  case never
}
