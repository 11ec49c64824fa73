internal import ClaimModel

/// Reads the sheets of an Excel workbook (ISO/IEC 29500-1, section 18).
struct WorkbookReader {
  private let document: PackageDocument
  private var strings: [String] = []
  /// Of each cell format whether it writes numbers as dates.
  private var isDate: [Bool] = []
  private var startsIn1904 = false
  /// Name and part of each sheet, in order.
  private(set) var sheets: [(name: String, part: String)] = []

  init(_ document: PackageDocument) throws(ReadingError) {
    self.document = document
    let main = try document.relations(of: "").first { $0.type == "officeDocument" }?.part
    let part = main ?? "xl/workbook.xml"
    guard let root = try document.xml(part) else {
      throw document.fault(part, "missing, though a workbook names its sheets there")
    }
    let relations = try document.relations(of: part)
    if let value = root.first("workbookPr")?["date1904"] {
      startsIn1904 = ["1", "true"].contains(value)
    }
    for sheet in root.first("sheets")?.all("sheet") ?? [] {
      let id = sheet.value("id")
      guard let target = relations.first(where: { $0.id == id && $0.type == "worksheet" }) else {
        continue
      }
      sheets.append((sheet["name"] ?? target.part, target.part))
    }
    if let part = relations.first(where: { $0.type == "sharedStrings" })?.part {
      strings = try document.xml(part)?.all("si").map(Self.text) ?? []
    }
    if let part = relations.first(where: { $0.type == "styles" })?.part {
      isDate = try document.xml(part).map(Self.dates) ?? []
    }
  }

  /// The text of a string, its runs one after the other, without readings of Japanese.
  private static func text(_ item: XMLElement) -> String {
    let text = item.elements.map { element in
      switch element.name {
      case "t": element.text
      case "r": element.first("t")?.text ?? ""
      default: ""
      }
    }.joined()
    return text.contains("_x") ? unescaped(text) : text
  }

  /// "_x000D_" → a carriage return
  private static func unescaped(_ text: String) -> String {
    var (out, rest) = ("", text[...])
    while let start = rest.firstRange(of: "_x") {
      out += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix(4)
      let end = rest.index(start.upperBound, offsetBy: 5, limitedBy: rest.endIndex)
      if let end, rest[..<end].hasSuffix("_"), digits.utf8.count == 4,
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        out.unicodeScalars.append(scalar)
        rest = rest[end...]
      } else {
        out += "_x"
        rest = rest[start.upperBound...]
      }
    }
    return out + rest
  }

  /// Formats 14 to 22 and 45 to 47 are dates and times, others by their code (section 18.8.30).
  private static func dates(_ styles: XMLElement) -> [Bool] {
    var codes: [Int: String] = [:]
    for format in styles.first("numFmts")?.all("numFmt") ?? [] {
      if let id = format["numFmtId"].flatMap({ Int($0) }) { codes[id] = format["formatCode"] }
    }
    return (styles.first("cellXfs")?.all("xf") ?? []).map { format in
      let id = format["numFmtId"].flatMap { Int($0) } ?? 0
      if let code = codes[id] { return isDate(code) }
      return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
        || (50...58).contains(id)
    }
  }

  /// Whether a code has a day or year outside of quotation marks and brackets.
  private static func isDate(_ code: String) -> Bool {
    var (isQuoted, isBracketed) = (false, false)
    for letter in code.lowercased() {
      switch letter {
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "d", "y": if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  /// Numbers of rows, from 1, and their cells as text.
  func rows(of part: String) throws(ReadingError) -> [(number: Int, cells: [String])] {
    guard let root = try document.xml(part) else {
      throw document.fault(part, "missing, though the workbook names it")
    }
    var rows = [(number: Int, cells: [String])]()
    for row in root.first("sheetData")?.all("row") ?? [] {
      var cells = [String]()
      for cell in row.all("c") {
        let place = cell["r"].flatMap(Self.column) ?? cells.count
        guard place < 16_384 else { continue }
        while cells.count < place { cells.append("") }
        let text = text(of: cell)
        if place < cells.count { cells[place] = text } else { cells.append(text) }
      }
      rows.append((row["r"].flatMap { Int($0) } ?? rows.count + 1, cells))
    }
    return rows
  }

  /// "AB12" → 27
  private static func column(_ reference: String) -> Int? {
    var number = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte), number < 1 << 20 else { break }
      number = number * 26 + Int(byte - 0x40)
    }
    return number > 0 ? number - 1 : nil
  }

  private func text(of cell: XMLElement) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell["t"] ?? "n" {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "inlineStr": return cell.first("is").map(Self.text) ?? ""
    case "n":
      let style = cell["s"].flatMap { Int($0) } ?? 0
      guard isDate.indices.contains(style), isDate[style], let serial = Double(value) else {
        return value
      }
      return date(serial) ?? value
    // A verdict typed as true is one.
    case "b": return value == "1" ? "true" : "false"
    case "e": return ""
    default: return value
    }
  }

  /// 45297.4375 → "2024-01-06T10:30": days since 30 December 1899, or since 1904.
  private func date(_ serial: Double) -> String? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial)
    let second = Int(((serial - Double(days)) * 86_400).rounded())
    let day = CalendarDay(daysSinceEpoch: days - (startsIn1904 ? 24_107 : 25_569))
    return StoryTime(day: day, second: second > 0 ? min(second, 86_399) : nil).description
  }
}
