/// Reads tables of a newsroom's own words row by row, and notes every fault.
struct OwnWordsReader {
  private(set) var entries = [OwnWords.Entry]()
  private(set) var faults = [OwnWordsFault]()
  /// Rows by the embedded table that they go before.
  private var rows = [(table: String, row: WordList.Row)]()
  /// What words of one subject and language were given, by their folded form.
  private var known = [String: (value: String, line: Int)]()

  var lists: [WordList] {
    var names = [String]()
    for (table, _) in rows where !names.contains(table) { names.append(table) }
    return names.map { name in
      WordList(name: name, rows: rows.filter { $0.table == name }.map(\.row))
    }
  }

  mutating func read(_ file: OwnWords.File) {
    guard let table = OwnTable.named(file.name) else {
      note(
        .unknownTable(
          expected: OwnWords.tables,
          nearest: NearestName.names(like: file.name, among: OwnWords.tables).first),
        file, line: 0, column: 0)
      return
    }
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    known = [:]
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let text = String(validating: line, as: UTF8.self) else {
        note(.notUTF8, file, line: index + 1, column: Self.firstIllFormed(line) + 1)
        continue
      }
      if text.utf8.first == 0x23 || text.trimmingSpaces().isEmpty { continue }
      read(OwnLine(text: text, number: index + 1), of: table, file)
    }
  }

  private mutating func read(_ line: OwnLine, of table: OwnTable, _ file: OwnWords.File) {
    let needed = table.columns.prefix(1 + (table.columns.lastIndex(where: \.isNeeded) ?? -1))
    let found = line.cells.count
    guard found >= needed.count, found <= table.columns.count else {
      let place = found < needed.count ? line.end : line.cells[table.columns.count].column
      note(
        .columns(
          found: found, needed: needed.map(\.name), allowed: table.columns.map(\.name)),
        file, line: line.number, column: place)
      return
    }
    let before = faults.count
    for (cell, column) in zip(line.cells, table.columns) { check(cell, column, line, file) }
    if faults.count == before { add(line, of: table, file) }
  }

  // MARK: Checking

  private mutating func check(
    _ cell: OwnLine.Cell, _ column: OwnTable.Column, _ line: OwnLine, _ file: OwnWords.File
  ) {
    let fault: OwnWordsFault.Kind? =
      if cell.text.isEmpty {
        column.isNeeded ? .empty(column: column.name) : nil
      } else {
        switch column.content {
        case .words, .code: nil
        case .list: cell.items.isEmpty ? .empty(column: column.name) : nil
        case .choice(let values): choice(cell.text, among: values, column)
        case .country: Self.isCountry(cell.text) ? nil : .badCountry(cell.text)
        }
      }
    if let fault { return note(fault, file, line: line.number, column: cell.column) }
    guard column.content.holdsWords else { return }
    for item in cell.items where !item.text.utf8.contains(where: Self.isWordByte) {
      // "%" is a unit.
      if OwnTable.named(file.name)?.subject == .unit { continue }
      note(.noWord(item.text), file, line: line.number, column: item.column)
    }
  }

  private func choice(
    _ found: String, among values: [String], _ column: OwnTable.Column
  ) -> OwnWordsFault.Kind? {
    if values.contains(found) { return nil }
    return .unknownValue(
      found, column: column.name, expected: values,
      nearest: NearestName.names(like: found, among: values).first)
  }

  private static func isCountry(_ text: String) -> Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// An ASCII letter or digit, or any byte of a scalar beyond ASCII.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The offset of the first byte that no UTF-8 can have there.
  private static func firstIllFormed(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        let start = at
        let scalar = UTF8Scanning.scalar(bytes, at: &at, end: bytes.count)
        if scalar == 0xFFFD, at == start + 1 { return start }
        if String(validating: bytes[start..<at], as: UTF8.self) == nil { return start }
      }
      return bytes.count
    }
  }

  private mutating func note(
    _ kind: OwnWordsFault.Kind, _ file: OwnWords.File, line: Int, column: Int
  ) {
    faults.append(OwnWordsFault(file: file.name, line: line, column: column, kind: kind))
  }

  // MARK: Rows

  private mutating func add(_ line: OwnLine, of table: OwnTable, _ file: OwnWords.File) {
    let columns = line.cells.map(\.text)
    func column(_ index: Int) -> String { index < columns.count ? columns[index] : "" }
    func forms(_ index: Int) -> [OwnLine.Cell] {
      index < columns.count ? line.cells[index].items : []
    }
    switch table.subject {
    case .agency:
      let names = [line.cells[0]] + forms(3)
      guard isNew(names, value: columns[0], "", line, file) else { return }
      keep(columns, in: "agencies.tsv", line)
      entry(table, columns[0], names.map(\.text), value: column(1), language: "*", line, file)
    case .cue:
      let language = table.name == "cues.tsv" ? columns[0] : String(table.name.prefix(2))
      let own = table.name == "cues.tsv" ? Array(line.cells.dropFirst()) : line.cells
      guard isCueClass(own[0], of: language, line, file),
        isNew(own[1].items, value: own[0].text, language, line, file)
      else { return }
      keep(own.map(\.text), in: "\(language)-cues.tsv", line)
      for cue in own[1].items {
        entry(table, cue.text, [cue.text], value: own[0].text, language: language, line, file)
      }
    case .title, .unit:
      let value = columns[2] + " " + column(3)
      guard isNew([line.cells[0]], value: value, columns[1], line, file) else { return }
      keep(columns, in: table.name, line)
      entry(
        table, columns[0], [columns[0]], value: columns[2], language: columns[1], line, file)
    case .place:
      guard columns.dropFirst().contains(where: { !$0.isEmpty }) else {
        return note(
          .empty(column: table.columns[1].name), file, line: line.number, column: line.end)
      }
      keep(columns, in: "places.tsv", line)
      for (language, names, capitals) in [("vi", 1, 3), ("en", 2, 4)] {
        let all = (forms(names) + forms(capitals)).map(\.text)
        guard let shown = all.first else { continue }
        entry(table, shown, all, value: columns[0], language: language, line, file)
      }
    }
  }

  /// A class of `cues.tsv` may be one of the other language.
  private mutating func isCueClass(
    _ cell: OwnLine.Cell, of language: String, _ line: OwnLine, _ file: OwnWords.File
  ) -> Bool {
    guard let column = OwnTable.named("\(language)-cues.tsv")?.columns[0],
      case .choice(let values) = column.content
    else { return false }
    guard let fault = choice(cell.text, among: values, column) else { return true }
    note(fault, file, line: line.number, column: cell.column)
    return false
  }

  /// Whether no earlier line of the file says something else of the same words.
  private mutating func isNew(
    _ cells: [OwnLine.Cell], value: String, _ language: String, _ line: OwnLine,
    _ file: OwnWords.File
  ) -> Bool {
    for cell in cells {
      let key = language + "\t" + cell.text.lowercased()
      if let earlier = known[key], earlier.value != value {
        note(
          .repeated(cell.text, line: earlier.line), file, line: line.number, column: cell.column)
        return false
      }
      known[key] = (value, line.number)
    }
    return true
  }

  private mutating func keep(_ columns: [String], in table: String, _ line: OwnLine) {
    rows.append((table, WordList.Row(line: line.number, columns: columns)))
  }

  private mutating func entry(
    _ table: OwnTable, _ words: String, _ forms: [String], value: String, language: String,
    _ line: OwnLine, _ file: OwnWords.File
  ) {
    entries.append(
      OwnWords.Entry(
        table.subject, words, forms: forms, value: value, language: language, file: file.name,
        line: line.number))
  }
}

/// A line of a table cut into its cells.
struct OwnLine {
  struct Cell {
    /// Without blanks at both ends.
    var text: String
    /// Where it starts in the line, in code points from 1.
    var column: Int

    /// "a; b" → "a", "b", each with its own column.
    var items: [Cell] { Self.cells(of: text, at: column, between: ";").filter { !$0.text.isEmpty } }

    static func cells(of text: String, at column: Int, between mark: Unicode.Scalar) -> [Cell] {
      var column = column
      let parts = text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false)
      return parts.map { part in
        let blanks = part.prefix { $0 == " " || $0 == "\t" || $0 == "\r" }.count
        let cell = Cell(text: Substring(part).trimmingSpaces(), column: column + blanks)
        column += part.count + 1
        return cell
      }
    }
  }

  let number: Int
  let cells: [Cell]
  /// One past the last code point that is no blank, from 1.
  let end: Int

  init(text: String, number: Int) {
    self.number = number
    // Tabs at the end stand for empty columns.
    cells = Cell.cells(of: text, at: 1, between: "\t")
    end = (cells.last.map { $0.column + $0.text.unicodeScalars.count }) ?? 1
  }
}

extension OwnTable.Content {
  fileprivate var holdsWords: Bool {
    switch self {
    case .words, .list: true
    case .choice, .country, .code: false
    }
  }
}
