import JSONText

/// A number of claims that is drawn as a bar.
struct CountBar {
  var name: String
  var shown: StyledText
  var count: Int
}

extension Table {
  /// A column of names, their numbers, and bars of which the longest is 30 columns. `all`: how many
  /// claims there are; nil says no percentage.
  static func bars(_ key: String, _ bars: ArraySlice<CountBar>, of all: Int?) -> Table {
    var columns: [Column] = [
      Column(key, flexible: true, least: 12), Column("claims", right: true),
    ]
    if all != nil { columns.append(Column("percent", title: "%", right: true)) }
    columns.append(Column("bar", title: ""))
    var table = Table(columns: columns, emptyMessage: "no claims yet; load a story: load PATH")
    let most = bars.map(\.count).max() ?? 1
    for bar in bars {
      var row = [
        Cell(bar.shown, .string(bar.name)),
        Cell(StyledText("\(bar.count)", .number), .integer(bar.count)),
      ]
      if let all {
        let percent = (bar.count * 100 + all / 2) / max(1, all)
        row.append(Cell(StyledText("\(percent)", .number), .integer(percent)))
      }
      row.append(Cell(StyledText(line(bar.count, most), .good), .null))
      table.rows.append(row)
    }
    return table
  }

  /// In eighths of a column: (3, 4) → "██████████████████████▌".
  private static func line(_ count: Int, _ most: Int) -> String {
    let eighths = max(1, count * 30 * 8 / max(1, most))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }
}
