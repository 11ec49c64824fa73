package import TerminalText

/// What is said about an input that is no story: where, what was expected, what to do.
extension ReadingError: CustomStringConvertible {
  package var description: String {
    "\"" + input + "\": " + problem + "; " + remedy
  }

  package var problem: String {
    switch kind {
    case .empty: "no text in it"
    case .binary(let format?, _): "this is " + format + ", not text"
    case .binary(nil, let offset): "not text: byte 0 (NUL) at offset \(offset)"
    case .invalidUTF8(let offset, let line):
      "not UTF-8: ill-formed byte at offset \(offset), line \(line)"
    case .invalidUTF16(let offset, let encoding):
      "not \(encoding): half a surrogate pair at byte offset \(offset)"
    case .unsupportedEncoding(let name): "stored as \(name), which is not read"
    case .pieceOfJSON: "this is a piece of a JSON file without its beginning, no story"
    case .malformed(let form, let place, let problem, _):
      form + (place.map { ", " + $0 } ?? "") + ": " + problem
    case .record(let line, let column, let fault):
      "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": " + Self.words(for: fault)
    }
  }

  /// What the user can do about it.
  package var remedy: String {
    switch kind {
    case .empty: "give a file that holds a story"
    case .binary: "save the story as plain text and load that"
    case .invalidUTF8:
      "convert it to UTF-8 (iconv -f ENCODING -t UTF-8); UTF-16 and Windows-1258 are read too"
    case .pieceOfJSON: "give the whole file: a session is opened, JSON Lines are loaded"
    case .invalidUTF16, .unsupportedEncoding: "convert it to UTF-8 (iconv -f ENCODING -t UTF-8)"
    case .malformed(_, _, _, let remedy): remedy
    case .record(_, _, .manyLines):
      #"JSON Lines have a record a line: {"id":"…","text":"…"}; a session is opened: open FILE"#
    case .record:
      #"expected {"id":"…","text":"…"}, optionally "title", "author", "url", "date", "language""#
    }
  }

  private static func words(for fault: RecordFault) -> String {
    switch fault {
    case .manyLines: "a JSON object that goes on in the next line"
    case .notJSON: "not a JSON object"
    case .missing(let field): "no \"\(field)\""
    case .wrongType(let field, let expected): "\"\(field)\" is not \(expected)"
    case .emptyText: "no text in \"text\""
    case .badDate(let date): "\"date\" is \"\(date)\", not a day such as \"2024-01-05\""
    case .badLanguage(let name): "\"language\" is \"\(name)\", not \"vi\", \"en\" or \"und\""
    }
  }
}

extension ReadingError: UserFacing {
  package var message: ErrorMessage { ErrorMessage("'\(input)': \(problem); \(remedy)") }
  package var status: ProgramStatus { .badData }
}
