internal import ClaimModel
internal import JSONText

/// A table of claims with verdicts that came back from a colleague. Columns go by their names, in
/// any order; claims by id, with their text as the proof that it is the same claim.
package struct VerdictSheet {
  /// Where a row stands ("row 3"), and its cells.
  package typealias Row = (place: String, cells: [String])

  private let columns: [String: Int]
  /// Whether an apostrophe guards what looks like a formula.
  private let isGuarded: Bool
  private var file = ImportedFile()
  private var seen = [String: String]()

  /// Rows that are looked at for names of columns.
  private static let head = 10

  /// nil where no row has names for ids and texts.
  package init?(_ rows: [Row], guarded: Bool) {
    let heads = rows.prefix(Self.head).enumerated().map {
      ($0.offset, Self.columns($0.element.cells))
    }
    guard
      let (place, found) = heads.first(where: {
        $0.1.known["id"] != nil && $0.1.known["text"] != nil
      })
    else { return nil }
    columns = found.known
    isGuarded = guarded
    let others = found.others.filter { !Self.own.contains($0) }
    if !others.isEmpty {
      file.remark(
        rows[place].place,
        "left out: \(others.count == 1 ? "column" : "columns") "
          + others.map { "'\($0)'" }.joined(separator: ", "))
    }
    for row in rows[(place + 1)...] { read(row) }
  }

  /// Names of theo's own columns, which say what the desk knows.
  private static let own = Set(
    ClaimColumn.allCases.map(\.rawValue) + ["hops", "reason", "reason_text", "inner"])

  private static func columns(_ names: [String]) -> (known: [String: Int], others: [String]) {
    var known = [String: Int]()
    var others = [String]()
    for (place, name) in names.enumerated() {
      let name = Words.trimmed(name.replacing("\u{FEFF}", with: ""))
      if let column = SheetWords.column(name), known[column] == nil {
        known[column] = place
      } else if !name.isEmpty {
        others.append(name)
      }
    }
    return (known, others)
  }

  /// What was read.
  package consuming func imported() -> ImportedFile { file }

  /// The fault of a table that is none of verdicts.
  package static func fault(_ rows: [Row], file: String) -> ImportFault {
    let names = rows.first?.cells.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" } ?? []
    return ImportFault(
      "a sheet of verdicts", file: file, place: rows.first?.place,
      problem: names.isEmpty
        ? "no row" : "no columns of ids and texts; found " + names.joined(separator: ", "),
      remedy: "name them 'id' and 'text' (mã, phát biểu), beside 'verdict' (kết luận), 'note' (ghi "
        + "chú), 'evidence' (bằng chứng); export claims.csv has them")
  }

  private mutating func read(_ row: Row) {
    guard row.cells.contains(where: { !Words.trimmed($0).isEmpty }) else { return }
    var claim = ImportedClaim(place: row.place)
    guard let id = cell("id", row).flatMap({ ClaimID(parsing: $0) }) else {
      file.remark(row.place, "no claim: '\(cell("id", row) ?? "")' is no id such as c3")
      return
    }
    if let before = seen[id.description] {
      file.remark(row.place, "\(id) stands in \(before) already")
      return
    }
    seen[id.description] = row.place
    claim.id = id.description
    claim.text = cell("text", row) ?? ""
    claim.speakers = cell("speaker", row).map(ItemList.items) ?? []
    claim.annotator = cell("annotator", row)
    claim.tags = cell("tags", row).map(ItemList.items) ?? []
    claim.evidence = cell("evidence", row).map(ItemList.items) ?? []
    claim.notes = cell("note", row).map { [$0] } ?? []
    readGrades(row, id, &claim)
    file.claims.append(claim)
  }

  private mutating func readGrades(_ row: Row, _ id: ClaimID, _ claim: inout ImportedClaim) {
    if let words = cell("verdict", row) {
      claim.verdict = SheetWords.verdict(words)
      if claim.verdict == nil {
        file.remark("\(row.place), column verdict", "\(id): \(SheetWords.unknown(words))")
      }
    }
    if let words = cell("credibility", row) {
      claim.credibility = Double(words).flatMap { Int(exactly: $0) }.flatMap(Credibility.init)
      if claim.credibility == nil {
        file.remark("\(row.place), column credibility", "\(id): expected 1 to 6, found '\(words)'")
      }
    }
  }

  /// Without blanks at the ends and without the guard; nil for an empty cell.
  private func cell(_ column: String, _ row: Row) -> String? {
    guard let place = columns[column], place < row.cells.count else { return nil }
    let text = row.cells[place].replacing("\r\n", with: "\n")
    let words = column == "evidence" || column == "tags" ? text : Words.trimmed(text)
    guard !Words.trimmed(words).isEmpty else { return nil }
    return isGuarded ? Self.unguarded(words) : words
  }

  /// "'=1+2" → "=1+2", "''=1" → "'=1", "'tis" → "'tis"
  static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'"), let first = text.first(where: { $0 != "'" }),
      "=+-@\t\r＝＋－＠".contains(first)
    else { return text }
    return String(text.dropFirst())
  }
}
