package import ClaimModel

/// A PDF document, read by poppler's pdftotext where that is installed: columns in their order,
/// lines joined to paragraphs, running heads and page numbers apart.
package enum PDFFormat: StoryFormat {
  package static let name = "pdf"
  package static let summary = "a PDF document, by pdftotext"
  package static let endings = [".pdf"]
  package static let order = 15
  private static let form = "a PDF document"
  private static let seconds = 60
  private static let mostBytes = 256 << 20

  package static func recognises(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: "%PDF-".utf8)
  }

  package static func stories(
    in bytes: UnsafeBufferPointer<UInt8>, of input: StoryInput, _ body: (Article) -> Void
  ) -> [ReadingError] {
    do throws(ReadingError) {
      // A reader mends a document without its end, and loses what was there.
      guard !bytes.suffix(4096).ranges(of: "%%EOF".utf8).isEmpty else {
        throw fault(input, "cut off: no \"%%EOF\" at its end", "copy or download it anew")
      }
      let pages = PDFPages(try document(bytes, input))
      let read = PDFParagraphs(pages)
      var story = ReceivedStory(
        form: name, title: read.title, parts: read.paragraphs.map { .paragraph($0) })
      story.origin.removed = pages.repeated.map { RemovedText(.repeated, words: $0) }
      guard !story.isEmpty,
        let article = ArticleReader.article(of: story, named: input.name, words: input.words)
      else {
        throw fault(
          input, "no text in it: its pages are pictures",
          "have its text recognised first (ocrmypdf -l vie+eng IN OUT)")
      }
      body(article)
      return []
    } catch {
      return [error]
    }
  }

  private static func fault(
    _ input: StoryInput, _ problem: String, _ remedy: String
  ) -> ReadingError {
    ReceivedInput.malformed(input, form, place: nil, problem, remedy: remedy)
  }

  private static func document(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput
  ) throws(ReadingError) -> XMLElement {
    let output = try output(bytes, input)
    // Text of broken fonts has control characters, which no XML may have.
    let clean = output.map { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D ? 0x20 : $0 }
    guard let start = clean.firstRange(of: "<doc>".utf8)?.lowerBound,
      let end = clean[start...].ranges(of: "</doc>".utf8).last?.upperBound,
      let tree = try? XMLTree.read(Array(clean[start..<end]))
    else {
      throw fault(
        input, "pdftotext gave what is not understood", "run pdftotext and load what it gives")
    }
    return tree.root
  }

  private static func output(
    _ bytes: UnsafeBufferPointer<UInt8>, _ input: StoryInput
  ) throws(ReadingError) -> [UInt8] {
    guard let convert = input.convertPDF else {
      throw fault(input, "no program is at hand that reads it", "save it as text or DOCX")
    }
    switch convert(bytes, input.name) {
    case .success(let output): return output
    case .failure(let problem): throw fault(input, problem.words, problem.remedy)
    }
  }
}
