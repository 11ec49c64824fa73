package import ClaimModel
internal import FoundationEssentials

/// One story of a JSON Lines input: `{"id":"000001","text":"…"}`.
package struct StoryRecord: Sendable, Hashable {
  package var id: String
  package var text: String
  package var title: String?
  package var author: String?
  package var url: String?
  package var date: CalendarDay?
  package var language: ArticleLanguage?
  /// Members that hold something and are no use here, in order of their names.
  package var unused: [String]

  /// Reads line `number` (from 1) of `input`. Members go by the names of `story-members.tsv`.
  package init(
    line: UnsafeBufferPointer<UInt8>, number: Int, input: String
  ) throws(ReadingError) {
    func fault(_ fault: ReadingError.RecordFault, column: Int? = nil) -> ReadingError {
      ReadingError(input: input, kind: .record(line: number, column: column, fault))
    }
    // An object of several lines is told once, by the line that it begins on.
    switch line.last(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): throw fault(.manyLines)
    case UInt8(ascii: ","): throw ReadingError(input: input, kind: .pieceOfJSON)
    default: break
    }
    let members: StoryMembers
    do {
      members = try JSONDecoder().decode(StoryMembers.self, from: Data(line))
    } catch let error as DecodingError {
      let (kind, column) = Self.fault(of: error)
      throw fault(kind, column: column)
    } catch {
      throw fault(.notJSON)
    }
    guard let id = members[.id] else { throw fault(.missing(field: "id")) }
    guard let text = members[.text] else { throw fault(.missing(field: "text")) }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw fault(.emptyText)
    }
    self.id = id
    self.text = text
    title = members.words(.title)
    author = members.words(.author)
    url = members.words(.url)
    unused = members.unused
    if let written = members.words(.date) {
      guard let day = CalendarDay(isoPrefix: written) else { throw fault(.badDate(written)) }
      date = day
    }
    if let written = members.words(.language) {
      // "vi-VN", "en_US"
      let code = written.lowercased().prefix { $0 != "-" && $0 != "_" }
      guard let known = ArticleLanguage(rawValue: String(code)) else {
        throw fault(.badLanguage(written))
      }
      language = known
    }
  }

  /// The story, named by its id. A title that the text does not start with, and an author that
  /// no sign-off names, stand beside it.
  package var article: Article {
    var article = ArticleReader.article(
      named: id, text: text, title: title, date: date, language: language)
    if article.title == nil { article.givenTitle = title }
    if author != article.byline?.author { article.givenAuthor = author }
    article.url = url
    return article
  }

  private static func fault(of error: DecodingError) -> (ReadingError.RecordFault, column: Int?) {
    switch error {
    case .keyNotFound(let key, _): (.missing(field: key.stringValue), nil)
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      if let field = context.codingPath.first {
        (.wrongType(field: field.stringValue, expected: "a string"), nil)
      } else {
        (.notJSON, nil)
      }
    case .dataCorrupted(let context): (.notJSON, column(in: context))
    @unknown default: (.notJSON, nil)
    }
  }

  /// The decoder names the place in words alone: "… around line 1, column 12."
  private static func column(in context: DecodingError.Context) -> Int? {
    let words = context.underlyingError.map { "\($0)" } ?? context.debugDescription
    guard let marker = words.firstRange(of: "column ") else { return nil }
    return Int(words[marker.upperBound...].prefix { $0.isASCII && $0.isNumber })
  }
}

extension CalendarDay {
  /// "2024-01-05" and "2024-01-05T10:00:00Z" → 5 January 2024.
  init?(isoPrefix text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || (bytes.count > 10 && [0x54, 0x20].contains(bytes[10])),
      bytes[4] == 0x2D, bytes[7] == 0x2D
    else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      let digits = bytes[range]
      guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
