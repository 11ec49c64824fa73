package import ClaimModel

/// A page of the web, as saved or as received: one input, one story. HTML as of the living
/// standard of WHATWG, by an HTML5 parser.
package enum HTMLFormat: StoryFormat {
  package static let name = "html"
  package static let summary = "a web page"
  package static let endings = [".html", ".htm", ".xhtml", ".shtml"]
  package static let order = 500

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    PageRecogniser.isPage(bytes)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let received = try PageStory.read(bytes, of: input)
      guard let article = ArticleReader.article(of: received, named: input.name, words: input.words)
      else { throw PageStory.noText(input.name) }
      body(article)
      return []
    } catch {
      return [error]
    }
  }
}
