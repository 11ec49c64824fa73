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
