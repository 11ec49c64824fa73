/// The blocks of a Markdown text (CommonMark 0.31.2, sections 4 and 5): headings, paragraphs, list
/// items, quotations, rows of tables. Code, comments, rules and definitions of links go.
struct MarkdownBlocks {
  enum Block: Hashable {
    case heading(level: Int, String)
    case paragraph(String)
  }

  private(set) var blocks: [Block] = []
  /// Fences and comments that were left out, by their first words.
  private(set) var leftOut: [String] = []
  private var open = ""
  private var fence: String?
  private var isInComment = false

  init(_ lines: some Sequence<Substring>) {
    for line in lines { read(line) }
    close()
  }

  private mutating func close() {
    let text = MarkdownInlines.plain(TextTrim.trimmed(open))
    open = ""
    // A line break that was asked for begins a paragraph of its own.
    for line in TextTrim.lines(text) { blocks.append(.paragraph(line)) }
  }

  private mutating func read(_ line: Substring) {
    let line = withoutComments(line)
    let trimmed = TextTrim.trimmed(line)
    if let fence {
      if trimmed.hasPrefix(fence) { self.fence = nil }
      return
    }
    if trimmed.isEmpty {
      close()
    } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
      close()
      fence = String(trimmed.prefix(3))
      leftOut.append(trimmed)
    } else if let heading = Self.heading(trimmed) {
      close()
      blocks.append(heading)
    } else if trimmed.allSatisfy({ $0 == "=" }) || trimmed.allSatisfy({ $0 == "-" }), !open.isEmpty
    {
      let text = MarkdownInlines.plain(open)
      open = ""
      blocks.append(.heading(level: trimmed.hasPrefix("=") ? 1 : 2, text))
    } else if Self.isRule(trimmed) || Self.isDefinition(trimmed) {
      close()
    } else {
      readText(line, trimmed)
    }
  }

  private mutating func readText(_ line: Substring, _ trimmed: String) {
    var text = Substring(trimmed)
    while text.hasPrefix(">") { text = text.dropFirst().drop { $0 == " " } }
    if text.isEmpty { return close() }
    if text.hasPrefix("|"), text.dropFirst().contains("|") { return readRow(text) }
    if let item = Self.item(text) {
      close()
      text = item
    }
    if !open.isEmpty { open += " " }
    open += text
    if line.hasSuffix("  ") {
      open += "\n"
    } else if text.hasSuffix("\\") {
      open = open.dropLast() + "\n"
    }
  }

  private mutating func readRow(_ text: Substring) {
    close()
    let cells = text.split(separator: "|").map(TextTrim.trimmed).filter { !$0.isEmpty }
    if cells.allSatisfy({ $0.allSatisfy { $0 == "-" || $0 == ":" } }) { return }
    blocks.append(.paragraph(cells.map { MarkdownInlines.plain($0) }.joined(separator: " | ")))
  }

  /// `<!-- … -->`, over several lines too.
  private mutating func withoutComments(_ line: Substring) -> Substring {
    guard isInComment || line.contains("<!--"), fence == nil else { return line }
    var (rest, out) = (line, "")
    while true {
      if isInComment {
        guard let end = rest.firstRange(of: "-->") else { return Substring(out) }
        rest = rest[end.upperBound...]
        isInComment = false
      }
      guard let start = rest.firstRange(of: "<!--") else { return Substring(out + rest) }
      out += rest[..<start.lowerBound]
      leftOut.append(TextTrim.trimmed(rest[start.upperBound...]))
      rest = rest[start.upperBound...]
      isInComment = true
    }
  }

  /// `## Lũ lớn ##`
  static func heading(_ line: String) -> Block? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropFirst(level)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    var text = TextTrim.trimmed(rest)[...]
    let closing = text.reversed().prefix { $0 == "#" }.count
    if closing > 0, text.dropLast(closing).last == " " { text = text.dropLast(closing) }
    return .heading(level: level, MarkdownInlines.plain(TextTrim.trimmed(text)))
  }

  private static func isRule(_ line: String) -> Bool {
    guard let mark = line.first, "*-_".contains(mark) else { return false }
    let marks = line.filter { $0 != " " }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// `[1]: https://a.example`
  static func isDefinition(_ line: String) -> Bool {
    guard line.hasPrefix("["), !line.hasPrefix("[^"), let end = line.firstRange(of: "]: ") else {
      return false
    }
    return line[end.upperBound...].contains(":") || line[end.upperBound...].hasPrefix("/")
  }

  /// `- a`, `* a`, `1. a` → `a`; "1. " of a figure stays with its number where no blank follows.
  static func item(_ text: Substring) -> Substring? {
    if let mark = text.first, "-*+".contains(mark), text.dropFirst().first == " " {
      return text.dropFirst(2).drop { $0 == " " }
    }
    return nil
  }
}
