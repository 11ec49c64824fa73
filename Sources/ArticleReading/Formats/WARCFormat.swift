package import ClaimModel

/// What a crawler received: WARC 1.0 and 1.1, ISO 28500. Each response or resource that is a page of
/// HTML is a story; the rest is told.
package enum WARCFormat: StoryFormat {
  package static let name = "warc"
  package static let summary = "pages as a crawler received them"
  package static let endings = [".warc"]
  package static let order = 50

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    WARCRecords.begin(bytes, at: 0)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    var errors = [ReadingError]()
    var articles = [Article]()
    var others = 0
    var records = WARCRecords(bytes)
    while let record = records.next() {
      guard let page = record.page else {
        if record.isAnswer { others += 1 }
        continue
      }
      do throws(ReadingError) {
        articles.append(try article(page, record, input))
      } catch {
        errors.append(error)
      }
    }
    if let fault = records.fault {
      return [malformed(input, fault.offset, fault.problem)]
    }
    for article in articles { body(article) }
    if others > 0 { input.told("\(others) records hold no page of HTML and were passed over") }
    if articles.isEmpty, errors.isEmpty {
      return [malformed(input, 0, "no record of it is a page of HTML")]
    }
    return errors
  }

  private static func article(
    _ page: WARCRecords.Page, _ record: WARCRecords.Record, _ input: StoryInput
  ) throws(ReadingError) -> Article {
    var place = input
    place.name = record.address.map { "\(input.name): \($0)" } ?? input.name
    let content = page.content
    var story = try content.withUnsafeBufferPointer { bytes throws(ReadingError) in
      try PageStory.read(
        bytes, of: place, charset: page.charset, address: record.address, form: name)
    }
    story.origin.savedAt = record.date.flatMap { StoryTime(iso: $0) }
    story.origin.savedFrom = record.address
    guard
      let article = ArticleReader.article(
        of: story, named: record.address ?? input.name, words: input.words)
    else { throw PageStory.noText(place.name) }
    return article
  }

  private static func malformed(
    _ input: StoryInput, _ offset: Int, _ problem: String
  ) -> ReadingError {
    ReadingError(
      input: input.name,
      kind: .malformed(
        form: "a WARC file", place: "byte \(offset)", problem: problem,
        remedy: "give the whole file, as the crawler wrote it"))
  }
}
