import ArticleReading
import ClaimModel
import Disk
import Synchronization
import TerminalText

/// What comes of an input: told by its bytes, as `load` tells it.
struct ReadInput {
  var form: String
  var articles: [Article] = []
  var errors: [ReadingError] = []
  var told: [String] = []

  init(
    _ bytes: [UInt8], named name: String = "a", as form: String? = nil,
    columns: [String: String] = [:]
  ) {
    let heard = Heard()
    var articles = [Article]()
    (self.form, errors) = bytes.withUnsafeBufferPointer { bytes in
      let format = form.flatMap(StoryFormats.named) ?? StoryFormats.format(of: bytes)
      var input = StoryInput(name: name, told: { heard.add($0) }, columns: columns)
      input.convertPDF = Self.convertPDF
      let take: (Article) -> Void = { articles.append($0) }
      let errors =
        format.converted(bytes)?.withUnsafeBufferPointer {
          format.stories(in: $0, of: input, take)
        } ?? format.stories(in: bytes, of: input, take)
      return (format.name, errors)
    }
    self.articles = articles
    told = heard.all
  }

  init(
    _ text: String, named name: String = "a", as form: String? = nil,
    columns: [String: String] = [:]
  ) {
    self.init(Array(text.utf8), named: name, as: form, columns: columns)
  }

  var texts: [String] { articles.map(\.text) }
  var titles: [String?] { articles.map { article in article.title.map(article.text) } }
  var words: [String] { errors.map(\.description) }
}

private final class Heard: Sendable {
  private let words = Mutex<[String]>([])
  var all: [String] { words.withLock { $0 } }
  func add(_ text: String) { words.withLock { $0.append(text) } }
}

extension ReadInput {
  /// By the program that theo itself runs.
  static let convertPDF: PDFConversion = { bytes, name in
    let call = ProgramCall("pdftotext", ["-bbox-layout", "-enc", "UTF-8", "-", "-"])
    do throws(UserError) {
      return .success(
        try call.output(
          input: bytes, mostBytes: 1 << 24, seconds: 60, installing: "poppler-utils", of: name
        ).bytes)
    } catch {
      return .failure(PDFProblem(error.message.headline, remedy: "try pdftotext by itself"))
    }
  }
}
