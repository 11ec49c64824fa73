import TerminalText

/// Lays a table out in columns, fitted to the window.
struct TableRenderer {
  let table: Table
  /// Columns of the window; nil leaves every cell whole.
  let width: Int?
  private static let margin = 2
  private static let gap = 2

  package func lines() -> [StyledText] {
    guard !table.rows.isEmpty else { return table.emptyMessage.wrapped(to: width) }
    if let folded { return TableRenderer(table: folded, width: width).lines() }
    if let lean { return TableRenderer(table: lean, width: width).lines() }
    let widths = columnWidths()
    let header = line(
      table.columns.map { StyledText($0.title, .dim) }, widths: widths)
    var lines = [header] + table.rows.flatMap { self.lines($0.map(\.display), widths: widths) }
    if let footer = table.footer { lines += footer.wrapped(to: width) }
    return lines
  }

  /// The table without the columns whose one value all rows share, which its footer says
  /// instead: "each: via AFP". Nil where it fits as it is, or has no such column.
  private var folded: Table? {
    guard let width, total(naturalWidths()) > width else { return nil }
    let shared = table.columns.indices.filter { column in
      table.columns[column].foldsWhenShared
        && table.rows.allSatisfy { $0[column].display == table.rows[0][column].display }
        && (table.rows.count > 1 || table.rows[0][column].display.isEmpty)
    }
    guard !shared.isEmpty else { return nil }
    var copy = without(Set(shared))
    let said = shared.filter { !table.rows[0][$0].display.isEmpty }
    let note = said.reduce(into: StyledText("each: ", .dim)) { text, column in
      if column != said.first { text.append(" · ", .dim) }
      text.append(table.columns[column].title + " ", .dim)
      text.append(table.rows[0][column].display)
    }
    if !said.isEmpty { copy.footer = table.footer.map { note + "\n" + $0 } ?? note }
    return copy
  }

  /// The table without as many of its spare columns as there is no room for, from the left; its
  /// footer names them: "not shown: kind, cue". Nil where there is room, or nothing to spare.
  private var lean: Table? {
    guard let width else { return nil }
    let spare = table.columns.indices.filter { table.columns[$0].isSpare }
    let leastWidths = zip(table.columns, naturalWidths()).map { column, natural in
      column.isFlexible ? min(natural, column.least) : natural
    }
    var missing = total(leastWidths) - width
    guard !spare.isEmpty, missing > 0 else { return nil }
    let left = spare.prefix { column in
      defer { missing -= leastWidths[column] + Self.gap }
      return missing > 0
    }
    var copy = without(Set(left))
    let names = joined(left.map { table.columns[$0].title })
    let note = StyledText("not shown in so narrow a window: \(names)", .dim)
    copy.footer = copy.footer.map { note + "\n" + $0 } ?? note
    return copy
  }

  private func without(_ columns: Set<Int>) -> Table {
    var copy = table
    let kept = table.columns.indices.filter { !columns.contains($0) }
    copy.columns = kept.map { table.columns[$0] }
    copy.rows = table.rows.map { row in kept.map { row[$0] } }
    return copy
  }

  private func naturalWidths() -> [Int] {
    table.columns.indices.map { column in
      table.rows.reduce(DisplayWidth.of(table.columns[column].title)) {
        max($0, column < $1.count ? $1[column].display.width : 0)
      }
    }
  }

  private func total(_ widths: [Int]) -> Int {
    Self.margin + widths.reduce(0, +) + Self.gap * (widths.count - 1)
  }

  /// Natural widths; where their sum is too wide, the widest flexible columns give way first, and
  /// below the least width that they like only where a row would be broken otherwise.
  private func columnWidths() -> [Int] {
    var widths = naturalWidths()
    guard let width else { return widths }
    narrow(&widths, to: width) { table.columns[$0].least }
    narrow(&widths, to: width) { _ in 4 }
    return widths
  }

  private func narrow(_ widths: inout [Int], to width: Int, least: (Int) -> Int) {
    var excess = total(widths) - width
    while excess > 0 {
      let flexible = widths.indices.filter {
        table.columns[$0].isFlexible && widths[$0] > least($0)
      }
      guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
      let next = flexible.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(next, least(widest))))
      widths[widest] -= step
      excess -= step
    }
  }

  /// A row: one line, or as many as its tallest cell that wraps.
  private func lines(_ cells: [StyledText], widths: [Int]) -> [StyledText] {
    let stacks = cells.enumerated().map { column, cell in
      column < widths.count && table.columns[column].wraps && cell.width > widths[column]
        ? cell.wrapped(to: widths[column]) : [cell]
    }
    return (0..<(stacks.map(\.count).max() ?? 1)).map { row in
      let text = line(stacks.map { row < $0.count ? $0[row] : StyledText() }, widths: widths)
      return row == 0 ? text : text.withoutTrailingBlanks
    }
  }

  private func line(_ cells: [StyledText], widths: [Int]) -> StyledText {
    var out = StyledText(String(repeating: " ", count: Self.margin))
    for (column, cell) in cells.enumerated() where column < widths.count {
      if column > 0 { out.append(String(repeating: " ", count: Self.gap)) }
      // Without a window nothing is cut; with one, only what had to give way.
      let text = cell.fitted(to: widths[column])
      let padding = String(repeating: " ", count: max(0, widths[column] - text.width))
      if table.columns[column].alignsRight {
        out.append(padding)
        out.append(text)
      } else {
        out.append(text)
        if column < cells.count - 1 { out.append(padding) }
      }
    }
    return out
  }
}

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
