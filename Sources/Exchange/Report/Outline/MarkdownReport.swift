internal import TerminalText

/// A report in Markdown (CommonMark, with the tables of GitHub's): nothing of a story is markup.
package enum MarkdownReport {
  package static func bytes(of model: ReportModel, folder: String) -> [UInt8] {
    let blocks = ReportOutline(model, folder: folder).blocks.map(lines).filter { !$0.isEmpty }
    return Array((blocks.joined(separator: "\n\n") + "\n").utf8)
  }

  private static func lines(_ block: OutlineBlock) -> String {
    switch block {
    case .heading(let level, let text):
      // The third level is that of claims, by which they are found again.
      String(repeating: "#", count: level == 3 ? 4 : level) + " " + inner(text)
    case .claim(let text, _): "### " + inner(text)
    case .paragraph(let text): escaped(text)
    case .quotation(let text): "> " + escaped(text)
    case .list(let items): items.map { "- " + escaped($0) }.joined(separator: "\n")
    case .facts(let facts):
      facts.map { "- **\(inner($0.label)):** " + $0.lines.map(linked).joined(separator: "; ") }
        .joined(separator: "\n")
    case .table(let columns, let rows): table(columns, rows)
    case .story(let runs): escaped(runs.bracketed)
    }
  }

  private static func table(_ columns: [String], _ rows: [[String]]) -> String {
    let lines = [columns, columns.map { _ in "---" }] + rows
    return lines.enumerated().map { place, cells in
      "| " + cells.map { place == 1 ? $0 : inner($0) }.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// An address that a browser may follow as a link, all else as words.
  private static func linked(_ text: String) -> String {
    let isPlain = !text.contains { "<>\\".contains($0) }
    return isPlain && HTMLText.isSafe(text) ? "<\(text)>" : inner(text)
  }

  /// Text that begins a line: what makes lists and rules there is escaped as well.
  static func escaped(_ text: String) -> String {
    let rest = text.drop { ("0"..."9").contains($0) }
    guard let mark = rest.first, "-.)+=:".contains(mark) else { return inner(text) }
    return text.prefix(text.count - rest.count) + "\\\(mark)" + inner(String(rest.dropFirst()))
  }

  /// Every ASCII mark that can be markup within a line behind a backslash (CommonMark 0.31, section
  /// 2.4), and what makes a link of an address or of a name (GitHub's extended autolinks).
  private static func inner(_ text: String) -> String {
    var out = ""
    for scalar in Sanitiser.harmless(text).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!", "$", "@": out += "\\"
      case ":" where endsInScheme(out): out += "\\"
      case "." where out.lowercased().hasSuffix("www"): out += "\\"
      default: break
      }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private static func endsInScheme(_ text: String) -> Bool {
    let end = text.suffix(6).lowercased()
    return ["http", "https", "ftp", "mailto", "xmpp"].contains { end.hasSuffix($0) }
  }
}
