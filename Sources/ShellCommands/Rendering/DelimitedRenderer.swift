/// CSV as RFC 4180 has it (with LF, which all readers take), and TSV with \t and \n escaped.
struct DelimitedRenderer {
  let separator: String
  let cell: @Sendable (String) -> String

  static let csv = DelimitedRenderer(separator: ",") { text in
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + doublingQuotes(text) + "\"" : text
  }

  static let tsv = DelimitedRenderer(separator: "\t") { text in
    text.reduce(into: "") { out, character in
      switch character {
      case "\t": out += "\\t"
      case "\n", "\r\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.append(character)
      }
    }
  }

  func render(_ data: DataRows) -> [UInt8] {
    let lines = [data.columns] + data.rows.map { $0.map(\.cellText) }
    return Array(lines.reduce(into: "") { $0 += line($1) }.utf8)
  }

  private func line(_ cells: [String]) -> String {
    cells.map { cell($0) }.map(Self.harmlessLines).joined(separator: separator) + "\n"
  }

  /// Harmless, with the line breaks that a quoted cell may hold.
  private static func harmlessLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .map { $0.map { Sanitiser.harmless(String($0)) }.joined(separator: "\t") }
      .joined(separator: "\n")
  }

  private static func doublingQuotes(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) }
  }
}
