/// Joins the lines of a PDF document to paragraphs.
struct PDFParagraphs {
  private(set) var title: String?
  private(set) var paragraphs: [String] = []

  init(_ pages: PDFPages) {
    let usual = Self.usualHeight(pages.lines)
    let heading = Self.title(pages.lines, usual)
    title = heading.isEmpty ? nil : heading.reduce("") { Self.joined($0, pages.lines[$1].text) }
    let taken = Set(heading)
    let rest = pages.lines.indices.filter { !taken.contains($0) }.map { pages.lines[$0] }
    let widths = Self.edges(rest)
    var last: PDFLine?
    for line in rest {
      if let last, goesOn(last, line, widths[last.block]) {
        paragraphs[paragraphs.count - 1] = Self.joined(paragraphs[paragraphs.count - 1], line.text)
      } else {
        paragraphs.append(line.text)
      }
      last = line
    }
  }

  /// The height of the line in the middle of the text.
  private static func usualHeight(_ lines: [PDFLine]) -> Double {
    let heights = lines.map { ($0.height, $0.text.utf8.count) }.sorted { $0.0 < $1.0 }
    let half = heights.reduce(0) { $0 + $1.1 } / 2
    var sum = 0
    for (height, count) in heights {
      sum += count
      if sum >= half { return height }
    }
    return 0
  }

  /// The largest lines of the first page, where they are a fifth larger than the text.
  private static func title(_ lines: [PDFLine], _ usual: Double) -> [Int] {
    let first = lines.indices.filter { lines[$0].page == 0 }
    guard let largest = first.max(by: { lines[$0].height < lines[$1].height }),
      lines[largest].height >= usual * 1.2
    else { return [] }
    // One that stands first of those that are as large, and what goes on below it.
    let height = lines[largest].height * 0.95
    guard let start = first.first(where: { lines[$0].height >= height }) else { return [] }
    return Array(first.drop { $0 < start }.prefix { lines[$0].height >= height }.prefix(6))
  }

  /// Where the lines of each block begin and end.
  private static func edges(_ lines: [PDFLine]) -> [Int: (left: Double, right: Double)] {
    var edges: [Int: (left: Double, right: Double)] = [:]
    for line in lines {
      let old = edges[line.block] ?? (line.left, line.right)
      edges[line.block] = (min(old.left, line.left), max(old.right, line.right))
    }
    return edges
  }

  /// Whether a line goes on in the next one.
  private func goesOn(
    _ last: PDFLine, _ line: PDFLine, _ edges: (left: Double, right: Double)?
  ) -> Bool {
    let ends = Self.endsSentence(last.text)
    let startsSmall = line.text.unicodeScalars.first?.properties.isLowercase ?? false
    if abs(last.height - line.height) > max(last.height, line.height) * 0.15 { return false }
    guard last.block == line.block, let edges else {
      // In the next column, on the next page.
      return !ends && startsSmall
    }
    if line.top - last.bottom > last.height * 0.9 { return !ends && startsSmall }
    if line.left - edges.left > line.height * 0.8, line.left - last.left > line.height * 0.8 {
      return !ends && startsSmall
    }
    // No line is broken long before the column's edge.
    let room = (edges.right - last.right) / max(1, edges.right - edges.left)
    return !(room > 0.4 || room > 0.15 && ends)
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?…:)\"”»".unicodeScalars.contains($0) } ?? true
  }

  /// "num-" and "ber" → "number"; a hyphen before a capital letter or a figure stays.
  private static func joined(_ text: String, _ next: String) -> String {
    if text.isEmpty { return next }
    guard let mark = text.unicodeScalars.last, ["-", "\u{AD}", "\u{2010}"].contains(mark),
      text.unicodeScalars.dropLast().last?.properties.isAlphabetic ?? false,
      let first = next.unicodeScalars.first, first.properties.isLowercase
    else { return text + " " + next }
    return String(text.unicodeScalars.dropLast()) + next
  }
}
