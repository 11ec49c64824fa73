internal import TerminalText

/// A report as plain text in UTF-8, a paragraph a line.
package enum TextReport {
  /// Stands before the heading of a claim, and at the head of no other line.
  static let claimMark = "▌ "

  package static func bytes(of model: ReportModel, folder: String) -> [UInt8] {
    let blocks = ReportOutline(model, folder: folder).blocks.map(lines).filter { !$0.isEmpty }
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }

  private static func lines(_ block: OutlineBlock) -> String {
    switch block {
    case .heading(let level, let text):
      level < 3 ? underlined(safe(text), level == 1 ? "=" : "-") : safe(text)
    case .claim(let text, _): claimMark + safe(text)
    case .paragraph(let text): safe(text)
    case .quotation(let text): "  " + safe(text)
    case .list(let items): items.map { "  – " + safe($0) }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { "  \(safe($0.label)): " + $0.lines.map(safe).joined(separator: "; ") }
        .joined(separator: "\n")
    case .table(let columns, let rows): table([columns] + rows)
    case .story(let runs): "  " + safe(runs.bracketed)
    }
  }

  private static func underlined(_ text: String, _ line: String) -> String {
    text + "\n" + String(repeating: line, count: min(78, max(3, DisplayWidth.of(text))))
  }

  /// Columns two blanks apart, the last one as long as it is.
  private static func table(_ rows: [[String]]) -> String {
    let rows = rows.map { $0.map(safe) }
    let widths = (rows.first ?? []).indices.map { column in
      min(40, rows.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated().filter({ !$0.element.isEmpty }) {
        let start = widths[..<column].reduce(2 + 2 * column, +)
        let gap = max(line.isEmpty ? 0 : 2, start - DisplayWidth.of(line))
        line += String(repeating: " ", count: gap) + cell
      }
      return line
    }.joined(separator: "\n")
  }

  private static func safe(_ text: String) -> String { Sanitiser.harmless(text) }
}
