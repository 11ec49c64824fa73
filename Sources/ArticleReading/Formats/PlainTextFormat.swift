package import ClaimModel

/// A story as text, in any encoding that `TextDecoder` reads: one input, one story.
package enum PlainTextFormat: StoryFormat {
  package static let endings = [".txt", ".text", ".seg", ".tok", ".story", ".md"]
  package static let order = 1000

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      body(try ArticleReader.article(named: input.name, bytes: bytes, words: input.words))
      return []
    } catch {
      return [error]
    }
  }
}
