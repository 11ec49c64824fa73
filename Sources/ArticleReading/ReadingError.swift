/// Why an input is no story. The wording is in `ReadingError+Wording.swift`.
package struct ReadingError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// No bytes, or blanks alone.
    case empty
    /// Not text: `format` is what it looks like ("a PDF document"), `offset` the first byte
    /// that says so.
    case binary(format: String?, offset: Int)
    /// The first ill-formed byte, from 0, and its line, from 1.
    case invalidUTF8(offset: Int, line: Int)
    /// The first half of a pair without the other: byte offset, from 0.
    case invalidUTF16(offset: Int, encoding: String)
    /// Text in an encoding that is known by name and not read: "UTF-32".
    case unsupportedEncoding(String)
    /// A piece of a JSON file, without its beginning.
    case pieceOfJSON
    /// An input of a form that is not as it should be: the form as people call it ("an RSS feed"),
    /// where in the input (line and column from 1, or a part: "item 3", "word/document.xml"), what
    /// is wrong, what was expected or can be done.
    case malformed(form: String, place: String?, problem: String, remedy: String)
    /// A JSON Lines record: its line in the input, from 1, the column where the parser names
    /// one, and what was wrong with it.
    case record(line: Int, column: Int?, RecordFault)
  }

  package enum RecordFault: Sendable, Hashable {
    case notJSON
    case missing(field: String)
    case wrongType(field: String, expected: String)
    case emptyText
    case badDate(String)
    case badLanguage(String)
    /// An object that goes on in the next line.
    case manyLines
  }

  /// The input as the user knows it: a path, "-".
  package var input: String
  package var kind: Kind
  /// Of a record that is no story, its id, where it has one.
  package var record: String?
  /// Where in the input it is, from 1; nil where it is no matter of one line.
  package var line: Int?

  package init(input: String, kind: Kind, record: String? = nil, line: Int? = nil) {
    self.input = input
    self.kind = kind
    self.record = record
    self.line = line ?? kind.line
  }
}

extension ReadingError.Kind {
  fileprivate var line: Int? {
    switch self {
    case .record(let line, _, _), .invalidUTF8(_, let line): line
    default: nil
    }
  }
}
