package import ArticleReading
package import ClaimModel
package import Disk
import Sessions

/// How the inputs of one command are read.
package struct StoryReading: Sendable {
  package var words: ReadingWords
  /// The form that they are all of, as the user says; nil: told from their bytes.
  package var form: (any StoryFormat.Type)?
  /// What the columns of tables mean: "Nội dung" → "text".
  package var columns: [String: String]
  /// How what `-` stands for was come by.
  package var manner = Capture.Manner.standardInput
  /// What the web gave for the addresses among the words.
  package var fetched: [String: FetchedPage] = [:]
  /// What `-` stands for where it is read as it comes; nil where it is read whole.
  package var lines: LineBlocks?
  /// Whether an input with nothing in it is no story and no fault either.
  package var takesNothing = false
  /// Whether stories keep the digest of the bytes that they were read from.
  package var keepsCaptures = false
  /// What was heard of inputs that were read.
  package let heard = HeardOfInputs()

  package init(
    words: ReadingWords, form: (any StoryFormat.Type)? = nil, columns: [String: String] = [:]
  ) {
    self.words = words
    self.form = form
    self.columns = columns
  }

  func format(of bytes: UnsafeBufferPointer<UInt8>) -> any StoryFormat.Type {
    form ?? StoryFormats.format(of: bytes)
  }

  func input(_ name: String, firstLine: Int = 1) -> StoryInput {
    let heard = heard
    var input = StoryInput(
      name: name, firstLine: firstLine, words: words, passedOver: { heard.passedOver($0) },
      told: { heard.told($0, of: name) }, columns: columns)
    input.convertPDF = PDFProgram.conversion
    return input
  }
}

/// What an address of the web gave.
package struct FetchedPage: Sendable {
  package var bytes: MappedFile
  /// Where it came from in the end, behind all redirects.
  package var url: String

  package init(bytes: MappedFile, url: String) {
    self.bytes = bytes
    self.url = url
  }
}
