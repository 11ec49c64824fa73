package import ClaimModel

/// An NITF document by itself: https://iptc.org/std/NITF/3.6/
package enum NITFFormat: StoryFormat {
  package static let name = "nitf"
  package static let summary = "a wire story in NITF"
  package static let endings = [".nitf"]
  package static let order = 45

  private static let form = "an NITF document"

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = XMLHead(bytes) else { return false }
    return head.name == "nitf" && (head.namespace.isEmpty || head.namespace.contains("NITF"))
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      let tree = try ReceivedInput.tree(bytes, of: input, form: form)
      let nitf = NITFStory(tree.root)
      guard nitf.hasBody else {
        throw ReceivedInput.malformed(
          input, form, place: "line \(tree.root.line)", "no <body.content> in <body>",
          remedy: "give a document with a text")
      }
      var wire = WireStory(form: name, encoding: tree.encoding, input.words)
      wire.story.language = ArticleLanguage(
        languageTag: tree.root["lang", in: XMLTree.xmlSpace])
      nitf.fill(&wire)
      return ReceivedInput.deliver(
        [.init(story: wire.story, number: 1)], of: input, form: form, numbered: false, body)
    } catch {
      return [error]
    }
  }
}
