package import JSONText
import TerminalText

/// CSV as RFC 4180 has it (with LF, which all readers take), and TSV with \t and \n escaped.
///
/// Spreadsheets take a cell for a formula that begins with = + - @, a tab or a carriage return:
/// such text gets an apostrophe before it, as does text that would look like that (`'=1`), so that
/// taking one apostrophe away wherever one stands before such a character gives the text back.
/// Numbers stay numbers: -5, +84.
package struct DelimitedRenderer: Sendable {
  let separator: String
  let cell: @Sendable (String) -> String

  package static let csv = DelimitedRenderer(separator: ",") { text in
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
    Array(line(data.columns).utf8) + lines(data.rows)
  }

  /// A line each, with what a spreadsheet would take for a formula guarded.
  package func lines(_ rows: [[JSONValue]]) -> [UInt8] {
    Array(rows.reduce(into: "") { $0 += line($1.map(Self.guarded)) }.utf8)
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

  private static func guarded(_ value: JSONValue) -> String {
    switch value {
    case .string, .array: guarded(value.cellText)
    default: value.cellText
    }
  }

  /// "=1+2" → "'=1+2", "'=1+2" → "''=1+2", "-5" → "-5"
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return text }
    // The full-width forms are read as the others are, by spreadsheets of East Asia.
    let starters: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
    return starters.contains(first) && !isNumber(text) ? "'" + text : text
  }

  /// -5, +1.200,5, -3 %, -1e3
  private static func isNumber(_ text: String) -> Bool {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
    var rest = Substring(text)
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    if rest.hasSuffix("%") { rest.removeLast() }
    if rest.hasSuffix(" ") { rest.removeLast() }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2, let first = parts[0].utf8.first, (0x30...0x39).contains(first) else {
      return false
    }
    let exponent = parts.count == 2 ? parts[1].drop { $0 == "-" || $0 == "+" } : "0"
    return parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
      && !exponent.isEmpty && exponent.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func doublingQuotes(_ text: String) -> String {
    text.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) }
  }
}
