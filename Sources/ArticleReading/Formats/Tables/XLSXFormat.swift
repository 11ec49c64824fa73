package import ClaimModel

/// An Excel workbook of stories (ISO/IEC 29500-1, section 18), a story a row: the first sheet that
/// has a column of text by its names, which stand among its first ten rows.
package enum XLSXFormat: StoryFormat {
  package static let name = "xlsx"
  package static let summary = "an Excel workbook of stories"
  package static let endings = [".xlsx", ".xlsm"]
  package static let order = 12
  private static let words = "an Excel workbook"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ZipPackage(bytes) == .workbook
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let document = try PackageDocument(bytes, words, input)
      let reader = try WorkbookReader(document)
      var first: (sheet: String, names: [String])?
      for sheet in reader.sheets {
        let rows = try reader.rows(of: sheet.part)
        let head = rows.prefix(10)
        let named = head.firstIndex { StoryColumns($0.cells, given: input.columns).hasText }
        guard let named else {
          if first == nil, let row = head.first(where: { $0.cells.contains { !$0.isEmpty } }) {
            first = (sheet.name, row.cells)
          }
          continue
        }
        return try read(rows[named...], input).finish(body)
      }
      guard let first else { throw ReadingError(input: input.name, kind: .empty) }
      // It says which columns there are.
      return try TableStories(name, words, first.names, of: input, encoding: "UTF-8").finish(body)
    } catch {
      return [error]
    }
  }

  private static func read(
    _ rows: ArraySlice<(number: Int, cells: [String])>, _ input: StoryInput
  ) throws(ReadingError) -> TableStories {
    var stories = try TableStories(
      name, words, rows.first?.cells ?? [], of: input, encoding: "UTF-8")
    for row in rows.dropFirst() { stories.add(row.cells, number: row.number - 1) }
    return stories
  }
}
