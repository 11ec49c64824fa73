/// A line as it stands on a page of a PDF document; lengths in points, from the page's top left.
struct PDFLine {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double
  /// From 0.
  var page: Int
  /// Number of the block of lines that it belongs to, in reading order.
  var block: Int

  var height: Double { bottom - top }
}

/// The lines of a PDF document in reading order, as `pdftotext -bbox-layout` gives them.
struct PDFPages {
  private(set) var lines: [PDFLine] = []
  private(set) var count = 0
  /// Running heads and page numbers, each once.
  private(set) var repeated: [String] = []

  init(_ document: XMLElement) {
    var block = 0
    for page in document.all("page") {
      let height = page.number("height")
      var lines = [(line: PDFLine, isAtEdge: Bool)]()
      for flow in page.all("flow") {
        for element in flow.all("block") {
          for line in element.all("line") {
            let read = Self.line(line, page: count, block: block)
            let isAtEdge = read.bottom < height * 0.12 || read.top > height * 0.88
            if !read.text.isEmpty { lines.append((read, isAtEdge)) }
          }
          block += 1
        }
      }
      edges.append(lines.map { $0.isAtEdge })
      self.lines += lines.map { $0.line }
      count += 1
    }
    dropRepeated()
  }

  /// Of each page's lines whether it stands at its upper or lower edge.
  private var edges: [[Bool]] = []

  private static func line(_ element: XMLElement, page: Int, block: Int) -> PDFLine {
    let words = element.all("word")
    return PDFLine(
      text: TextTrim.trimmed(words.map(\.text).joined(separator: " ")),
      left: element.number("xMin"), right: element.number("xMax"), top: element.number("yMin"),
      bottom: element.number("yMax"), page: page, block: block)
  }

  /// Lines at the edges of half the pages that differ by their figures alone, and page numbers.
  private mutating func dropRepeated() {
    let isAtEdge = edges.flatMap { $0 }
    var pages: [String: Set<Int>] = [:]
    for (line, isAtEdge) in zip(lines, isAtEdge) where isAtEdge {
      pages[Self.pattern(line.text), default: []].insert(line.page)
    }
    var (kept, told) = ([PDFLine](), Set<String>())
    for (line, isAtEdge) in zip(lines, isAtEdge) {
      let found = isAtEdge ? pages[Self.pattern(line.text), default: []].count : 0
      if found >= 2 && found * 2 >= count || isAtEdge && Self.isPageNumber(line.text) {
        if told.insert(Self.pattern(line.text)).inserted { repeated.append(line.text) }
      } else {
        kept.append(line)
      }
    }
    lines = kept
  }

  /// "Trang 3/12" → "trang #/#"
  private static func pattern(_ text: String) -> String {
    var out = ""
    for character in text.lowercased() {
      if !character.isNumber { out.append(character) } else if out.last != "#" { out.append("#") }
    }
    return out
  }

  /// "3", "- 3 -", "Page 3 of 12", "Trang 3/12"
  private static func isPageNumber(_ text: String) -> Bool {
    let pattern = pattern(text).filter { !" -–—./|[]()".contains($0) }
    return ["#", "##", "page#", "page#of#", "page##", "trang#", "trang##", "#of#"].contains(pattern)
  }
}

extension XMLElement {
  fileprivate func number(_ name: String) -> Double {
    self[name].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } ?? 0
  }
}
