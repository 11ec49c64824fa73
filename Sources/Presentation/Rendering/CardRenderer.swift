import TerminalText

/// Lays one thing out: heading, its text, then labels with what stands behind them.
struct CardRenderer {
  let card: Card
  let width: Int?
  private static let margin = "  "

  package func lines() -> [StyledText] {
    var lines = card.heading.onOneLine.wrapped(to: width)
    for paragraph in card.body {
      lines += paragraph.wrapped(to: width.map { $0 - Self.margin.count })
        .map { StyledText(Self.margin) + $0 }
    }
    let label = (card.fields.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
    for field in card.fields { lines += self.lines(field, label: label) }
    return lines
  }

  private func lines(_ field: Card.Field, label: Int) -> [StyledText] {
    let indent = Self.margin.count + label
    let wrapped = field.lines.flatMap { $0.wrapped(to: width.map { max(20, $0 - indent) }) }
    return wrapped.enumerated().map { index, text in
      let head = index == 0 ? field.label : ""
      let padding = String(repeating: " ", count: label - DisplayWidth.of(head))
      return StyledText(Self.margin) + StyledText(head, .dim) + StyledText(padding) + text
    }
  }
}
