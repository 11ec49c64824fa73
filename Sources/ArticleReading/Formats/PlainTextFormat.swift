package import ClaimModel

/// A story as text, in any encoding that `TextDecoder` reads: one input, one story.
package enum PlainTextFormat: StoryFormat {
  package static let name = "text"
  package static let summary = "plain or word-segmented text"
  package static let endings = [".txt", ".text", ".seg", ".tok", ".story"]
  package static let order = 1000

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    if let named = namedFormat(bytes, of: input) {
      return named.stories(in: bytes, of: input, body)
    }
    do throws(ReadingError) {
      body(try ArticleReader.article(named: input.name, bytes: bytes, words: input.words))
      return []
    } catch {
      return [error]
    }
  }

  /// What no bytes alone tell, a name may: a table whose columns tell no story's text says itself
  /// what is missing, a text with one mark of Markdown is Markdown.
  private static func namedFormat(
    _ bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput
  ) -> (any StoryFormat.Type)? {
    let name = input.name.lowercased()
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
      return MarkdownFormat.hasSigns(bytes) ? MarkdownFormat.self : nil
    }
    if name.hasSuffix(".tsv") {
      return DelimitedTable(bytes, among: [0x09]).map { _ in TSVFormat.self }
    }
    guard name.hasSuffix(".csv"), let table = DelimitedTable(bytes), table.isNamed else {
      return nil
    }
    return table.isEven || !input.columns.isEmpty ? CSVFormat.self : nil
  }
}
