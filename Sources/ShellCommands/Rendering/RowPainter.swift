/// Paints the rows of a screen. Without colour (NO_COLOR) they keep what is none: bold, dim,
/// underlined and reversed.
package struct RowPainter: Sendable {
  private let color: Bool
  private let theme: Theme

  package init(color: Bool, theme: Theme = .standard) {
    self.color = color
    self.theme = theme
  }

  /// ("c3", dim) → ESC[2mc3ESC[0m
  package func painted(_ row: StyledText) -> String {
    row.runs.reduce(into: "") { out, run in
      let text = Sanitiser.harmless(run.text)
      let parameters = color ? theme.parameters(run.style) : withoutColor(run.style)
      out += parameters.isEmpty ? text : "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
    }
  }

  /// "1;31" → "1": SGR parameters below 10 are no colours.
  private func withoutColor(_ style: Style) -> String {
    theme.parameters(style).split(separator: ";").filter { $0.utf8.count == 1 }
      .joined(separator: ";")
  }
}
