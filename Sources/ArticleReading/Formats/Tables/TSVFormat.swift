package import ClaimModel

/// A table of stories with tabs between its fields, a story a row.
package enum TSVFormat: StoryFormat {
  package static let name = "tsv"
  package static let summary = "a table of stories with tabs"
  package static let endings = [".tsv"]
  package static let order = 301

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    DelimitedTable(bytes, among: [0x09])?.isOfStories ?? false
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    DelimitedStories(form: name, words: "a table with tabs", separators: [0x09])
      .stories(in: bytes, of: input, body)
  }
}
