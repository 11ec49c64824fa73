package import ClaimModel

/// A table of stories with commas, semicolons or bars between its fields (RFC 4180), a story a row.
/// Columns go by the names of `story-members.tsv` and `story-columns.tsv`, or as the user says.
package enum CSVFormat: StoryFormat {
  package static let name = "csv"
  package static let summary = "a table of stories with commas or semicolons"
  package static let endings = [".csv"]
  package static let order = 300

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let table = DelimitedTable(bytes) else { return false }
    return table.isOfStories && table.separator != 0x09
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    DelimitedStories(form: name, words: "a CSV table", separators: [0x2C, 0x3B, 0x7C, 0x09])
      .stories(in: bytes, of: input, body)
  }
}
