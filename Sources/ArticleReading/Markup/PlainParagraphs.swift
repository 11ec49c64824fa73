/// The paragraphs of plain text, whose lines may be paragraphs or be cut at a width.
enum PlainParagraphs {
  /// Lines between blank lines that are no longer than a typewriter's are joined, except behind one
  /// that is short and ends a sentence. Without blank lines each line is a paragraph, unless nearly
  /// all are cut at one width.
  static func of(_ text: String) -> [String] {
    let lines = lines(text)
    let longest = lines.map(\.count).max() ?? 0
    let isCut = longest <= widest && (lines.contains { $0.isEmpty } ? true : areCut(lines, longest))
    guard isCut, !isIndented(lines) else {
      return isIndented(lines) ? ofIndented(text) : lines.map(\.text).filter { !$0.isEmpty }
    }
    var paragraphs = [""]
    for line in lines {
      if line.isEmpty {
        paragraphs.append("")
      } else {
        paragraphs[paragraphs.count - 1] += (paragraphs.last == "" ? "" : " ") + line.text
        if line.count * 10 < longest * 7, endsSentence(line.text) { paragraphs.append("") }
      }
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  /// Of text in which some lines are indented and others are not, the indented ones begin a
  /// paragraph; where all are or none is, this is how the document was laid out.
  static func ofIndented(_ text: String) -> [String] {
    guard text.utf8.contains(0x0A) else { return [text] }
    let lines = lines(text)
    guard isIndented(lines) else { return [text] }
    var paragraphs = [""]
    for line in lines {
      if line.isEmpty || line.indent > 0 { paragraphs.append("") }
      paragraphs[paragraphs.count - 1] += (paragraphs.last == "" ? "" : " ") + line.text
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  private struct Line {
    var text: String
    /// Blanks before it.
    var indent: Int
    /// Code points.
    var count: Int
    var isEmpty: Bool { text.isEmpty }
  }

  /// Longest line, in code points, that may have been cut at a width.
  private static let widest = 90

  private static func lines(_ text: String) -> [Line] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      let words = line.trimmingBlanks()
      let indent = line.unicodeScalars.prefix { $0.properties.isWhitespace }.count
      return Line(text: String(words), indent: indent, count: words.unicodeScalars.count)
    }
  }

  /// Whether both kinds of lines are there behind the first.
  private static func isIndented(_ lines: [Line]) -> Bool {
    let rest = lines.dropFirst().filter { !$0.isEmpty }
    return rest.contains { $0.indent >= 2 } && rest.contains { $0.indent == 0 }
  }

  private static func areCut(_ lines: [Line], _ longest: Int) -> Bool {
    let rest = lines.dropLast()
    guard rest.count >= 3, longest >= 40 else { return false }
    let cut = rest.count { $0.count * 10 >= longest * 7 && !endsSentence($0.text) }
    return cut * 2 > rest.count
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?…)\"”»".unicodeScalars.contains($0) } ?? true
  }
}
