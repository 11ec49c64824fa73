import JSONText
package import TerminalText

/// A number of claims that is drawn as a bar.
package struct CountBar {
  package var name: String
  package var shown: StyledText
  package var count: Int

  package init(
    name: String, shown: StyledText, count: Int
  ) {
    self.name = name
    self.shown = shown
    self.count = count
  }
}

extension Table {
  /// Names with their numbers, each with a bar behind it of which the longest is 30 columns. `all`:
  /// how many claims there are; nil says no percentage.
  package static func bars(_ key: String, _ bars: ArraySlice<CountBar>, of all: Int?) -> Table {
    var columns: [Column] = [Column(key, flexible: true, least: 12), Column("claims")]
    if all != nil { columns.insert(Column("percent", title: "%", right: true), at: 1) }
    var table = Table(columns: columns, emptyMessage: "no claims yet; load a story: load PATH")
    let most = bars.map(\.count).max() ?? 1
    for bar in bars {
      var row = [Cell(bar.shown, .string(bar.name)), count(bar.count, most)]
      if let all {
        let percent = (bar.count * 100 + all / 2) / max(1, all)
        row.insert(Cell(StyledText("\(percent)", .number), .integer(percent)), at: 1)
      }
      table.rows.append(row)
    }
    return table
  }

  /// "    3  ██████"
  private static func count(_ count: Int, _ most: Int) -> Cell {
    let width = max("claims".count, "\(most)".count)
    let padding = String(repeating: " ", count: width - "\(count)".count)
    return Cell(
      StyledText(padding) + StyledText("\(count)  ", .number)
        + StyledText(line(count, most), .good),
      .integer(count))
  }

  /// In eighths of a column: (3, 4) → "██████████████████████▌".
  private static func line(_ count: Int, _ most: Int) -> String {
    let eighths = max(1, count * 30 * 8 / max(1, most))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
