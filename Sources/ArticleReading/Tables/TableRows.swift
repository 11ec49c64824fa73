/// A table as rows of cells, for readers who know its columns themselves: a CSV or TSV file, or a
/// sheet of an Excel workbook.
package struct TableRows: Sendable {
  package struct Row: Sendable {
    /// "row 3" of a workbook, "line 4" of a file.
    package var place: String
    package var cells: [String]
  }

  /// A sheet's name; nil for a file that is one table.
  package var name: String?
  package var rows: [Row]
  /// Whether it is a text file, where an apostrophe stands before what looks like a formula.
  package var isText: Bool

  /// `input`: the file as the user knows it.
  package static func sheets(
    in bytes: UnsafeBufferPointer<UInt8>, named input: String
  ) throws(ReadingError) -> [TableRows] {
    if ZipPackage(bytes) == .workbook { return try workbook(bytes, input) }
    var text: String
    do throws(TextDecoder.Failure) { text = try TextDecoder(bytes: bytes).decoded().text } catch {
      throw ReadingError(input: input, kind: error.kind)
    }
    let separator = text.withUTF8 { DelimitedTable($0)?.separator } ?? 0x2C
    var failure: DelimitedReader.Fault?
    var table = TableRows(name: nil, rows: [], isText: true)
    text.withUTF8 { bytes in
      do throws(DelimitedReader.Fault) { try table.read(bytes, separator) } catch {
        failure = error
      }
    }
    if let failure {
      throw ReadingError(
        input: input,
        kind: .malformed(
          form: "a table", place: "line \(failure.line)", problem: failure.problem,
          remedy: "save it anew as CSV, or as an Excel workbook"))
    }
    return [table]
  }

  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8
  ) throws(DelimitedReader.Fault) {
    var reader = DelimitedReader(bytes, separator: separator)
    var line = reader.line
    while let cells = try reader.row() {
      rows.append(Row(place: "line \(line)", cells: cells))
      line = reader.line
    }
  }

  private static func workbook(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: String
  ) throws(ReadingError) -> [TableRows] {
    let document = try PackageDocument(bytes, "an Excel workbook", StoryInput(name: input))
    let reader = try WorkbookReader(document)
    var sheets = [TableRows]()
    for sheet in reader.sheets {
      let rows = try reader.rows(of: sheet.part)
      sheets.append(
        TableRows(
          name: sheet.name, rows: rows.map { Row(place: "row \($0.number)", cells: $0.cells) },
          isText: false))
    }
    return sheets
  }
}
