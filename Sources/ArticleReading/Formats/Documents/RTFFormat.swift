package import ClaimModel

/// Rich Text Format (Microsoft's specification, version 1.9.1), as editors and Word write it.
package enum RTFFormat: StoryFormat {
  package static let name = "rtf"
  package static let summary = "Rich Text Format"
  package static let endings = [".rtf"]
  package static let order = 14

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: Array(#"{\rtf"#.utf8))
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    var reader = RTFReader(bytes)
    do throws(RTFReader.Fault) { try reader.read() } catch {
      return [
        ReceivedInput.malformed(
          input, "an RTF document", place: "byte \(error.offset)", error.problem,
          remedy: "open it in its program and save it anew")
      ]
    }
    var story = reader.text.story(form: name, named: reader.title)
    story.encoding = reader.page?.name ?? "ASCII"
    guard !story.isEmpty,
      let article = ArticleReader.article(of: story, named: input.name, words: input.words)
    else { return [ReadingError(input: input.name, kind: .empty)] }
    body(article)
    return []
  }
}
