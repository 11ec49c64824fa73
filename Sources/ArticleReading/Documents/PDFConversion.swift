/// Turns the bytes of a PDF document, of an input of a name, into what `pdftotext -bbox-layout`
/// writes. This room runs no program: who reads stories hands one in (`StoryInput.convertPDF`).
package typealias PDFConversion =
  @Sendable (UnsafeBufferPointer<UInt8>, String) -> Result<[UInt8], PDFProblem>

/// Why a document was not converted, and what to do.
package struct PDFProblem: Error, Sendable, Hashable {
  package var words: String
  package var remedy: String

  package init(_ words: String, remedy: String) {
    self.words = words
    self.remedy = remedy
  }
}
