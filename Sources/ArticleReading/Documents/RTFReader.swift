internal import ClaimModel

/// Reads Rich Text Format (Microsoft's specification, version 1.9.1) without drawing it: words,
/// paragraphs, lines, cells. Hidden and deleted text and destinations that hold none are left out.
struct RTFReader {
  struct Fault: Error, Hashable {
    /// Byte offset.
    var offset: Int
    var problem: String
  }

  /// What a group inherits and gives back at its end.
  private struct State {
    var destination = Destination.text
    var isHidden = false
    var isDeleted = false
    /// Characters behind `\u` that stand for it.
    var fallback = 1
    var page: CodePage?
  }

  private enum Destination { case text, skipped, fonts, styles, note, comment, title }

  private static let mostGroups = 10_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var state = State()
  private var groups: [State] = []
  private(set) var text = DocumentText()
  /// The title among the document's properties.
  private(set) var title = ""
  private(set) var page: CodePage?

  private var line = ""
  private var role = DocumentText.Role.plain
  private var pending: [UInt8] = []
  private var highHalf: UInt16?
  private var toSkip = 0
  private var isNewGroup = false
  private var isIgnorable = false
  private var cells: [String] = []
  private var isInTable = false
  private var note = ""
  private var notes: [String] = []
  private var comment = ""
  private var leftOut = ""
  private var fonts: [Int: CodePage] = [:]
  private var font = 0
  private var styles: [Int: DocumentText.Role] = [:]
  private var style = (number: 0, name: "")

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func read() throws(Fault) {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "{"): try openGroup()
      case UInt8(ascii: "}"):
        closeGroup()
        if groups.isEmpty { return finish() }
      case UInt8(ascii: "\\"): readControl()
      case 0x0A, 0x0D: break
      default: put(byte)
      }
    }
    throw Fault(offset: at, problem: "the file ends within a group: it is cut off")
  }

  // MARK: Groups

  private mutating func openGroup() throws(Fault) {
    flush()
    guard groups.count < Self.mostGroups else {
      throw Fault(offset: at, problem: "more than \(Self.mostGroups) groups within each other")
    }
    groups.append(state)
    (isNewGroup, isIgnorable) = (true, false)
  }

  private mutating func closeGroup() {
    flush()
    guard let outer = groups.popLast() else { return }
    let ended = state.destination
    if ended == .styles { endStyle() }
    state = outer
    if ended != outer.destination {
      switch ended {
      case .note:
        notes.append(note)
        note = ""
      case .comment:
        text.leaveOut(.deskNote, comment)
        comment = ""
      default: break
      }
    }
    (isNewGroup, toSkip) = (false, 0)
  }

  private mutating func finish() {
    endParagraph()
    endRow()
  }

  // MARK: Controls

  private mutating func readControl() {
    guard at < bytes.count else { return }
    let byte = bytes[at]
    guard Self.isLetter(byte) else {
      at += 1
      return readSymbol(byte)
    }
    let start = at
    while at < bytes.count, Self.isLetter(bytes[at]), at - start < 32 { at += 1 }
    let word = String(decoding: bytes[start..<at], as: UTF8.self)
    var number: Int?
    var digits = at
    if digits < bytes.count, bytes[digits] == 0x2D { digits += 1 }
    let first = digits
    while digits < bytes.count, (0x30...0x39).contains(bytes[digits]), digits - first < 10 {
      digits += 1
    }
    if digits > first {
      number = Int(String(decoding: bytes[at..<digits], as: UTF8.self))
      at = digits
    }
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    take(word, number)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private mutating func readSymbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      let hex = bytes[min(at, bytes.count)..<min(at + 2, bytes.count)]
      at = min(at + 2, bytes.count)
      put(UInt8(String(decoding: hex, as: UTF8.self), radix: 16) ?? 0x3F)
    case UInt8(ascii: "*"): isIgnorable = isNewGroup
    case UInt8(ascii: "~"): put(" ")
    case UInt8(ascii: "_"): put("-")
    case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|"): break
    case 0x0A, 0x0D: endParagraph()
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    default: break
    }
  }

  private mutating func take(_ word: String, _ number: Int?) {
    defer { (isNewGroup, isIgnorable) = (false, false) }
    if word == "bin" {
      at = min(bytes.count, at + max(0, min(number ?? 0, bytes.count)))
      return
    }
    if isNewGroup, let destination = Self.destination(word) {
      state.destination = state.destination == .skipped ? .skipped : destination
      return
    }
    if isIgnorable, !["shpinst", "shptxt", "cs", "ds", "ts"].contains(word) {
      state.destination = .skipped
      return
    }
    switch word {
    case "ansicpg":
      page = number.flatMap { CodePage.named("windows-\($0)") }
      state.page = page
    case "u": put(unit: UInt16(truncatingIfNeeded: number ?? 0x3F))
    case "uc": state.fallback = max(0, min(number ?? 1, 100))
    case "f": takeFont(number ?? 0)
    case "fcharset":
      if state.destination == .fonts { fonts[font] = Self.page(charset: number ?? 0) }
    default: if !takeText(word), state.destination != .skipped { takeLayout(word, number) }
    }
  }

  /// Characters that have a word.
  private mutating func takeText(_ word: String) -> Bool {
    let characters = [
      "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
      "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    ]
    guard let character = characters[word] else { return false }
    put(character)
    return true
  }

  private mutating func takeLayout(_ word: String, _ number: Int?) {
    let isOn = number != 0
    switch word {
    case "par", "sect", "page", "column": endParagraph()
    case "line", "lbr", "softline": put("\n")
    case "cell", "nestcell": endCell()
    case "row", "nestrow":
      endRow()
    case "intbl": isInTable = true
    case "pard":
      isInTable = false
      role = .plain
    case "plain": (state.isHidden, state.isDeleted) = (false, false)
    case "v":
      flush()
      state.isHidden = isOn
    case "deleted":
      flush()
      state.isDeleted = isOn
    case "s":
      if state.destination == .styles { style.number = number ?? 0 }
      role = styles[number ?? 0] ?? .plain
    case "outlinelevel": if let number, (0...8).contains(number) { role = .heading(number + 1) }
    default: break
    }
  }

  private static func destination(_ word: String) -> Destination? {
    switch word {
    case "fonttbl": .fonts
    case "stylesheet": .styles
    case "footnote": .note
    case "annotation": .comment
    case "title": .title
    case "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
      "footerl", "footerr", "footerf", "fldinst", "nonshppict", "listtable", "revtbl", "sp", "tc",
      "tcn", "xe", "rxe", "bkmkstart", "bkmkend", "atnid", "atnauthor", "ftnsep", "nonesttables",
      "filetbl", "author", "operator", "company", "creatim", "revtim", "printim", "buptim",
      "comment", "doccomm", "subject", "keywords", "listtext", "pntext", "nextfile", "template":
      word == "info" ? .text : .skipped
    default: nil
    }
  }

  // MARK: Fonts and styles

  private mutating func takeFont(_ number: Int) {
    flush()
    if state.destination == .fonts { font = number } else { state.page = fonts[number] ?? page }
  }

  /// Character sets of Windows: 163 is Vietnamese (specification, "Font Table").
  private static func page(charset: Int) -> CodePage? {
    switch charset {
    case 163: CodePage.named("windows-1258")
    case 0: CodePage.named("windows-1252")
    default: nil
    }
  }

  private mutating func endStyle() {
    let name =
      style.name.split(separator: ";").first.map { TextTrim.trimmed($0).lowercased() } ?? ""
    switch name {
    case "title": styles[style.number] = .title
    case "subtitle": styles[style.number] = .subtitle
    default:
      if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)) {
        styles[style.number] = .heading(level)
      }
    }
    style = (0, "")
  }

  // MARK: Text

  private mutating func put(_ byte: UInt8) {
    (isNewGroup, isIgnorable) = (false, false)
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    pending.append(byte)
  }

  /// A character that a word or symbol stands for.
  private mutating func put(_ text: String) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    flush()
    append(text)
  }

  /// A unit of UTF-16; those of a pair come one after the other.
  private mutating func put(unit: UInt16) {
    flush()
    toSkip = state.fallback
    if unit >> 10 == 0x36 {
      highHalf = unit
      return
    }
    let units = (highHalf.map { [$0] } ?? []) + [unit]
    highHalf = nil
    append(String(decoding: units, as: UTF16.self))
  }

  /// Bytes are decoded together.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let page = state.page ?? page
    let text = pending.withUnsafeBufferPointer { bytes in
      bytes.allSatisfy { $0 < 0x80 }
        ? String(decoding: bytes, as: UTF8.self)
        : (page ?? CodePage.named("windows-1252"))?.text(of: bytes) ?? ""
    }
    pending = []
    append(text)
  }

  private mutating func append(_ words: String) {
    switch state.destination {
    case .skipped, .fonts: return
    case .styles: style.name += words
    case .title: title += words
    case .comment: comment += words
    case .note: note += words
    case .text:
      if state.isHidden || state.isDeleted {
        text.leaveOut(state.isHidden ? .hidden : .deleted, words)
      } else {
        line += words
      }
    }
  }

  private mutating func endParagraph() {
    flush()
    switch state.destination {
    case .note: note += "\n"
    case .text:
      if isInTable { return line += "\n" }
      text.add(line, role)
      line = ""
      for note in notes { text.add(note) }
      notes = []
    default: break
    }
  }

  private mutating func endCell() {
    flush()
    cells.append(line)
    line = ""
  }

  private mutating func endRow() {
    if cells.count == 1 { text.add(cells[0]) } else if !cells.isEmpty { text.addRow(cells) }
    cells = []
    for note in notes { text.add(note) }
    notes = []
  }
}
