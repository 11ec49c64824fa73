package import ClaimModel

/// IPTC NewsML 1.0 to 1.2, of before NewsML-G2. https://iptc.org/std/NewsML/1.2/
package enum NewsML1Format: StoryFormat {
  package static let name = "newsml"
  package static let summary = "wire stories in NewsML 1.2"
  package static let endings: [String] = []
  package static let order = 46

  private static let form = "a NewsML document"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    XMLHead(bytes)?.name == "NewsML"
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let tree = try ReceivedInput.tree(bytes, of: input, form: form)
      let items = tree.root.all("NewsItem")
      guard !items.isEmpty else { throw malformed(input, tree.root, "no <NewsItem>") }
      var stories = [ReceivedStory]()
      for item in items {
        for name in ["Identification", "NewsManagement"] where item.first(name) == nil {
          throw malformed(input, item, "no <\(name)> in <NewsItem>")
        }
        stories += NewsML1Item(item, encoding: tree.encoding, input.words).stories
      }
      let numbered = stories.enumerated().map {
        ReceivedInput.Item(story: $0.element, number: $0.offset + 1)
      }
      return ReceivedInput.deliver(
        numbered, of: input, form: form, numbered: stories.count > 1, body)
    } catch {
      return [error]
    }
  }

  private static func malformed(
    _ input: StoryInput, _ element: XMLElement, _ problem: String
  ) -> ReadingError {
    ReceivedInput.malformed(
      input, form, place: "line \(element.line)", problem,
      remedy: "have it written as NewsML 1.2 says")
  }
}
