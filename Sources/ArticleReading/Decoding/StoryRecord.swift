package import ClaimModel
internal import JSONText

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
    self = try Self.record(Self.value(line, number, input), number, input)
  }

  /// The stories of a line: an object is one, a list has one in each of its objects. Hands over
  /// each record, or why it is none.
  static func forEach(
    in line: UnsafeBufferPointer<UInt8>, number: Int, input: String,
    _ body: (Result<StoryRecord, ReadingError>) -> Void
  ) {
    do throws(ReadingError) {
      let value = try value(line, number, input)
      guard case .array(let items) = value else {
        return body(.success(try record(value, number, input)))
      }
      for item in items {
        body(Result { () throws(ReadingError) in try record(item, number, input) })
      }
    } catch {
      body(.failure(error))
    }
  }

  private static func value(
    _ line: UnsafeBufferPointer<UInt8>, _ number: Int, _ input: String
  ) throws(ReadingError) -> JSONValue {
    func fault(_ fault: ReadingError.RecordFault, column: Int? = nil) -> ReadingError {
      ReadingError(input: input, kind: .record(line: number, column: column, fault))
    }
    // An object of several lines is told once, by the line that it begins on.
    switch line.last(where: { $0 > 0x20 }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["): throw fault(.manyLines)
    case UInt8(ascii: ","):
      throw ReadingError(input: input, kind: .pieceOfJSON, line: number)
    default: break
    }
    do throws(JSONError) {
      // A feed may say a thing twice: the first one counts.
      return try JSONReader.read(line, keepsFirstOfTwins: true)
    } catch {
      throw fault(.notJSON, column: error.position.column)
    }
  }

  private static func record(
    _ value: JSONValue, _ number: Int, _ input: String
  ) throws(ReadingError) -> StoryRecord {
    var id: String?
    do throws(Fault) {
      return try StoryRecord(value, unnamed: "\(input)#\(number)") { id = $0 }
    } catch {
      throw ReadingError(
        input: input, kind: .record(line: number, column: nil, error.fault), record: id)
    }
  }

  private struct Fault: Error { var fault: ReadingError.RecordFault }

  /// `named` hears of the id before anything else is found wanting. A record with a headline and no
  /// id, as crawlers write them, goes by its address, or by `unnamed`.
  private init(
    _ value: JSONValue, unnamed: String, named: (String?) -> Void
  ) throws(Fault) {
    func fault(_ fault: ReadingError.RecordFault) -> Fault { Fault(fault: fault) }
    guard case .object(let object) = value else { throw fault(.notJSON) }
    named(StoryMembers.id(of: object))
    let members: StoryMembers
    do throws(StoryMembers.WrongType) {
      members = try StoryMembers(object)
    } catch {
      throw fault(.wrongType(field: error.name, expected: error.expected))
    }
    let address = members.words(.title) != nil ? members.words(.url) ?? unnamed : nil
    guard let id = members[.id] ?? address else { throw fault(.missing(field: "id")) }
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
  package func article(_ words: ReadingWords = .standard) -> Article {
    var article = ArticleReader.article(
      named: id, text: text, title: title, date: date, language: language, words: words)
    if article.title == nil { article.givenTitle = title }
    if author != article.byline?.author { article.givenAuthor = author }
    article.url = url
    return article
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
