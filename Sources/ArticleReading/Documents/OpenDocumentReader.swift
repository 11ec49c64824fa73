internal import ClaimModel

/// Walks the text of an OpenDocument file (OASIS OpenDocument 1.3, part 3, sections 5 and 6).
struct OpenDocumentReader {
  private(set) var text = DocumentText()
  private var line = ""
  private var later: [XMLElement] = []
  /// Styles by name: the one that each is based on, and those whose text is hidden.
  private var bases: [String: String] = [:]
  private var hidden = Set<String>()

  init(styles roots: [XMLElement]) {
    for root in roots {
      for list in ["automatic-styles", "styles"] {
        for style in root.first(list)?.all("style") ?? [] {
          guard let name = style.value("name") else { continue }
          bases[name] = style.value("parent-style-name")
          if style.first("text-properties")?.value("display") == "none" { hidden.insert(name) }
        }
      }
    }
  }

  private init(_ other: OpenDocumentReader) {
    bases = other.bases
    hidden = other.hidden
  }

  // MARK: Blocks

  mutating func readBlocks(_ parent: XMLElement) {
    for element in parent.elements {
      switch element.name {
      case "p", "h": readParagraph(element)
      case "table": readTable(element)
      case "tracked-changes": readChanges(element)
      case "annotation": leaveOut(.deskNote, element)
      case "section" where element.value("display") == "none": leaveOut(.hidden, element)
      case "sequence-decls", "variable-decls", "user-field-decls", "forms", "index-title-template",
        "table-of-content-source", "title", "desc", "note-citation", "list-header":
        break
      default: readBlocks(element)
      }
    }
  }

  private mutating func readParagraph(_ element: XMLElement) {
    if isHidden(element) { return leaveOut(.hidden, element) }
    line = ""
    readInlines(element)
    text.add(line, role(element))
    line = ""
    let boxes = later
    later = []
    for box in boxes { readBlocks(box) }
  }

  private func isHidden(_ element: XMLElement) -> Bool {
    element.value("style-name").map { chain($0).contains(where: hidden.contains) } ?? false
  }

  private func chain(_ name: String) -> [String] {
    var chain = [name]
    while let last = chain.last, let base = bases[last], chain.count < 20 { chain.append(base) }
    return chain
  }

  private func role(_ element: XMLElement) -> DocumentText.Role {
    let names = element.value("style-name").map(chain) ?? []
    if names.contains("Title") { return .title }
    if names.contains("Subtitle") { return .subtitle }
    guard element.name == "h" else { return .plain }
    return .heading(element.value("outline-level").flatMap { Int($0) } ?? 1)
  }

  private mutating func readTable(_ table: XMLElement) {
    for row in Self.rows(table) {
      let cells = row.all("table-cell")
      if cells.count == 1 {
        readBlocks(cells[0])
        continue
      }
      var words = [String]()
      for cell in cells {
        var reader = OpenDocumentReader(self)
        reader.readBlocks(cell)
        words.append(reader.text.story(form: "").lines.joined(separator: "\n"))
      }
      text.addRow(words)
    }
  }

  private static func rows(_ table: XMLElement) -> [XMLElement] {
    table.elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case "table-row": return [element]
      case "table-rows", "table-header-rows", "table-row-group": return rows(element)
      default: return []
      }
    }
  }

  /// What was deleted is kept in the document apart from its text.
  private mutating func readChanges(_ element: XMLElement) {
    for region in element.all("changed-region") {
      region.first("deletion").map { leaveOut(.deleted, $0) }
    }
  }

  // MARK: Inlines

  private mutating func readInlines(_ parent: XMLElement) {
    for child in parent.children {
      switch child {
      case .text(let characters): line += characters
      case .element(let element): readInline(element)
      }
    }
  }

  private mutating func readInline(_ element: XMLElement) {
    switch element.name {
    case "s", "tab": line += " "
    case "line-break": line += "\n"
    case "span" where isHidden(element): leaveOut(.hidden, element)
    case "hidden-text", "hidden-paragraph":
      text.leaveOut(.hidden, element.value("string-value") ?? "")
    case "annotation": leaveOut(.deskNote, element)
    case "note": element.first("note-body").map { later.append($0) }
    case "text-box": later.append(element)
    case "ruby-text", "title", "desc", "tracked-changes", "page-number", "page-count": break
    default: readInlines(element)
    }
  }

  private mutating func leaveOut(_ cause: RemovedText.Cause, _ element: XMLElement) {
    let words = element.elements.filter { !["change-info", "creator", "date"].contains($0.name) }
    text.leaveOut(
      cause, words.isEmpty ? element.text : words.map(\.text).joined(separator: " "))
  }
}
