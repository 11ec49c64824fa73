package import ClaimModel

/// A page with its parts in one file, as browsers save it: MIME HTML, RFC 2557. The main part is the
/// story; pictures and styles are passed over.
package enum MHTMLFormat: StoryFormat {
  package static let name = "mhtml"
  package static let summary = "a web page saved with its parts"
  package static let endings = [".mhtml", ".mht"]
  package static let order = 400

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, (first | 0x20) &- 0x61 < 26 else { return false }
    let line = bytes.prefix(200).prefix { $0 != 0x0A }
    guard line.contains(0x3A) else { return false }
    let head = ServedHeader(bytes, from: 0, most: 4096)
    guard let type = head["content-type"]?.lowercased() else { return false }
    return type.hasPrefix("multipart/related")
      && (head["snapshot-content-location"] != nil || type.contains("text/html")
        || head["content-location"] != nil
        || head["from"]?.lowercased().contains("saved by") == true)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      body(try article(bytes, input))
      return []
    } catch {
      return [error]
    }
  }

  private static func article(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput
  ) throws(ReadingError) -> Article {
    let head = ServedHeader(bytes, from: 0, most: 1 << 16)
    guard let boundary = head.parameter("boundary", of: "content-type") else {
      throw malformed(input, "its header names no boundary of its parts")
    }
    guard let part = MailParts(bytes, from: head.end, boundary: boundary).page else {
      throw malformed(input, "no part of it is a page (text/html)")
    }
    let address = head["snapshot-content-location"] ?? part.header["content-location"]
    let content = part.content
    var story = try content.withUnsafeBufferPointer { page throws(ReadingError) in
      try PageStory.read(
        page, of: input, charset: part.header.parameter("charset", of: "content-type"),
        address: address, form: name)
    }
    story.origin.savedAt = head["date"].flatMap { PageDateLine($0)?.published }
    guard let article = ArticleReader.article(of: story, named: input.name, words: input.words)
    else { throw PageStory.noText(input.name) }
    return article
  }

  private static func malformed(_ input: StoryInput, _ problem: String) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(
        form: "a saved page (MHTML)", place: nil, problem: problem,
        remedy: "save the page again from a browser"))
  }
}
