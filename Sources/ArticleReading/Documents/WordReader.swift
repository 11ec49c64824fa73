internal import ClaimModel

/// Walks the body of a Word document (ISO/IEC 29500-1, section 17): every wrapper is looked into,
/// so that content controls, fields, links and tags of smart documents keep their words. Text that
/// was inserted or moved to its place is in; text that was deleted, moved away or is hidden is not.
struct WordReader {
  private let styles: WordStyles
  /// Paragraphs of notes by id: "footnote 2".
  private let notes: [String: XMLElement]
  private(set) var text = DocumentText()

  // Of the paragraph that is read.
  private var line = ""
  private var isHidden = false
  /// What follows the paragraph: notes, boxes.
  private var later: [XMLElement] = []
  /// The start of a paragraph whose mark was deleted.
  private var carried = ""
  private var seenNotes = Set<String>()

  init(styles: WordStyles, notes: [String: XMLElement]) {
    self.styles = styles
    self.notes = notes
  }

  // MARK: Blocks

  mutating func readBlocks(_ parent: XMLElement) {
    for element in parent.elements {
      switch element.name {
      case "p": readParagraph(element)
      case "tbl": readTable(element)
      case "del", "moveFrom": leaveOut(element)
      case "AlternateContent": Self.branch(element).map { readBlocks($0) }
      case "sectPr", "pPr", "tblPr", "sdtPr", "sdtEndPr": break
      default: readBlocks(element)
      }
    }
  }

  /// Of forms of one thing for older and newer programs, the first one.
  private static func branch(_ element: XMLElement) -> XMLElement? {
    element.first("Choice") ?? element.first("Fallback")
  }

  private mutating func readParagraph(_ element: XMLElement) {
    let properties = element.first("pPr")
    let mark = properties?.first("rPr")
    line = carried
    carried = ""
    readInlines(element)
    let isJoined = mark?.first("del") != nil || mark?.first("moveFrom") != nil
    if isJoined, later.isEmpty {
      carried = line
      return
    }
    text.add(line, styles.role(properties))
    line = ""
    let boxes = later
    later = []
    for box in boxes { readBlocks(box) }
  }

  private mutating func readTable(_ table: XMLElement) {
    for row in Self.unwrapped(table, "tr") {
      if row.first("trPr")?.first("del") != nil {
        leaveOut(row)
        continue
      }
      let cells = Self.unwrapped(row, "tc")
      // A table of one column sets text apart: its paragraphs stay apart.
      if cells.count == 1 {
        readBlocks(cells[0])
        continue
      }
      var words = [String]()
      for cell in cells {
        var reader = WordReader(styles: styles, notes: notes)
        reader.readBlocks(cell)
        words.append(reader.text.story(form: "").lines.joined(separator: "\n"))
        for removed in reader.text.removed { text.leaveOut(removed.cause, removed.words) }
      }
      text.addRow(words)
    }
  }

  /// Rows or cells, through content controls and custom XML.
  private static func unwrapped(_ parent: XMLElement, _ name: String) -> [XMLElement] {
    parent.elements.flatMap { element -> [XMLElement] in
      switch element.name {
      case name: return [element]
      case "sdt", "sdtContent", "customXml", "ins", "moveTo": return unwrapped(element, name)
      default: return []
      }
    }
  }

  // MARK: Inlines

  private mutating func readInlines(_ parent: XMLElement) {
    for element in parent.elements {
      switch element.name {
      case "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "proofErr": break
      case "del", "moveFrom": leaveOut(element)
      case "r": readRun(element)
      case "AlternateContent": Self.branch(element).map { readInlines($0) }
      case "txbxContent": later.append(element)
      default: readInlines(element)
      }
    }
  }

  private mutating func readRun(_ run: XMLElement) {
    let properties = run.first("rPr")
    let style = properties?.first("rStyle")?.value("val")
    let isHidden = properties.flatMap(WordStyles.isHidden) ?? styles.isHidden(style)
    if properties?.first("del") != nil || isHidden {
      var reader = WordReader(styles: WordStyles(nil), notes: [:])
      for element in run.elements where element.name != "rPr" { reader.readPiece(element) }
      return text.leaveOut(isHidden ? .hidden : .deleted, reader.line)
    }
    for element in run.elements { readPiece(element) }
  }

  private mutating func readPiece(_ element: XMLElement) {
    switch element.name {
    case "t": line += element.text
    case "tab", "ptab": line += "\t"
    case "br":
      let kind = element.value("type")
      line += kind == nil || kind == "textWrapping" ? "\n" : " "
    case "cr": line += "\n"
    case "noBreakHyphen": line += "-"
    case "sym": line += Self.symbol(element)
    case "footnoteReference", "endnoteReference": readNote(element)
    case "AlternateContent": Self.branch(element).map { readInlines($0) }
    case "drawing", "pict", "object", "ruby", "rubyBase", "r": readInlines(element)
    default: break
    }
  }

  /// A character of a font; those of symbol fonts mean nothing outside of them.
  private static func symbol(_ element: XMLElement) -> String {
    guard let code = element.value("char").flatMap({ UInt32($0, radix: 16) }),
      !(0xF000...0xF0FF).contains(code), let scalar = Unicode.Scalar(code)
    else { return " " }
    return String(scalar)
  }

  /// A note follows the paragraph that names it first.
  private mutating func readNote(_ reference: XMLElement) {
    let kind = reference.name.hasPrefix("foot") ? "footnote" : "endnote"
    guard let id = reference.value("id"), let note = notes["\(kind) \(id)"],
      seenNotes.insert("\(kind) \(id)").inserted
    else { return }
    later.append(note)
  }

  private mutating func leaveOut(_ element: XMLElement) {
    text.leaveOut(.deleted, Self.words(element))
  }

  /// Words of a piece that is no part of the story.
  private static func words(_ element: XMLElement) -> String {
    switch element.name {
    case "t", "delText": element.text
    case "tab", "br", "p": " " + element.elements.map(words).joined()
    case "instrText", "delInstrText", "rPr", "pPr": ""
    default: element.elements.map(words).joined()
    }
  }
}

extension ReceivedStory {
  /// Title and parts, in order.
  var lines: [String] { ([title, lead].compactMap { $0 }) + parts.map(\.text) }
}
