import ClaimModel

/// Cuts what is typed into commands and words.
///
/// Words are parted by blanks, those of web pages (U+00A0, U+3000, …) among them. `'…'` keeps
/// everything, `"…"` all but `\"` and `\\`, a backslash the next character; `“…”`, `„…“` and `«…»`
/// are as `"…"`, `‘…’` is as `'…'` at the head of a word or behind `:`, `=`, `(` and `-`. `#` at the head of a word starts a comment. `;` and line ends part
/// commands; `|` hands the output to the system's shell, `>` and `>>` at the head of a word
/// write it to a file, but not `>=`.
package struct LineLexer {
  private let source: String
  private let bytes: [UInt8]
  private var at = 0

  private init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  /// `claims has:number | wc -l; quit` → two statements.
  package static func statements(in source: String) throws(LineError) -> [Statement] {
    var lexer = LineLexer(source)
    var statements = [Statement]()
    while lexer.at < lexer.bytes.count {
      if let statement = try lexer.statement() { statements.append(statement) }
    }
    return statements
  }

  /// Reads up to and over the next separator; nil for an empty command.
  private mutating func statement() throws(LineError) -> Statement? {
    var words = [ShellWord]()
    var destination = Destination.screen
    var start: Int?
    reading: while true {
      skipBlanksAndComments()
      guard at < bytes.count else { break }
      switch bytes[at] {
      case Byte.semicolon, Byte.newline:
        break reading
      case Byte.pipe:
        destination = try pipe(after: words)
      case Byte.greater where !isSignAhead:
        destination = try file(after: words)
      default:
        start = start ?? at
        words.append(try word())
      }
    }
    let end = at
    at = min(at + 1, bytes.count)
    guard !words.isEmpty else { return nil }
    return Statement(
      words: words, destination: destination, source: source,
      span: trimmed(from: start ?? end, to: end))
  }

  /// `>=` compares, in a selection: worth >= 0.7.
  private var isSignAhead: Bool { at + 1 < bytes.count && bytes[at + 1] == Byte.equals }

  private func trimmed(from start: Int, to end: Int) -> TextSpan {
    var end = end
    while end > start {
      let length = LineMarks.blank(bytes, before: end)
      if length == 0 { break }
      end = max(start, end - length)
    }
    return TextSpan(start, end)
  }

  private mutating func skipBlanksAndComments() {
    while at < bytes.count {
      let blank = LineMarks.blank(bytes, at)
      if blank > 0 {
        at += blank
      } else if bytes[at] == Byte.backslash, at + 1 < bytes.count, bytes[at + 1] == Byte.newline {
        at += 2
      } else if bytes[at] == Byte.hash {
        while at < bytes.count, bytes[at] != Byte.newline { at += 1 }
      } else {
        return
      }
    }
  }
}

// Where the output goes.
extension LineLexer {
  private mutating func pipe(after words: [ShellWord]) throws(LineError) -> Destination {
    let mark = TextSpan(at, at + 1)
    guard !words.isEmpty else { throw error(.missingCommand(before: "|"), mark) }
    at += 1
    let command = try systemCommand()
    guard !command.isEmpty else { throw error(.missingSystemCommand, mark) }
    return .pipe(command)
  }

  /// Up to the next `;` or line end outside quotes, which are the system shell's; blanks that it
  /// does not know are blanks to it here.
  private mutating func systemCommand() throws(LineError) -> String {
    var command = [UInt8]()
    while at < bytes.count, bytes[at] != Byte.semicolon, bytes[at] != Byte.newline {
      let blank = LineMarks.blank(bytes, at)
      let start = at
      if blank > 0 { at += blank } else { try skipSystemWord() }
      command += blank > 0 && bytes[start] != 0x09 ? [0x20] : bytes[start..<at]
    }
    let text = command.drop { $0 == 0x20 || $0 == 0x09 }
    return String(
      decoding: text[..<(text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? text.startIndex)],
      as: UTF8.self)
  }

  /// A quotation, what a backslash stands before, or one byte.
  private mutating func skipSystemWord() throws(LineError) {
    let byte = bytes[at]
    guard byte == Byte.single || byte == Byte.double else {
      at = min(bytes.count, at + (byte == Byte.backslash ? 2 : 1))
      return
    }
    let open = at
    at += 1
    while at < bytes.count, bytes[at] != byte {
      at += byte == Byte.double && bytes[at] == Byte.backslash ? 2 : 1
    }
    guard at < bytes.count else { throw unclosed(open) }
    at += 1
  }

  private mutating func file(after words: [ShellWord]) throws(LineError) -> Destination {
    let appends = at + 1 < bytes.count && bytes[at + 1] == Byte.greater
    let mark = TextSpan(at, at + (appends ? 2 : 1))
    let sign = appends ? ">>" : ">"
    guard !words.isEmpty else { throw error(.missingCommand(before: sign), mark) }
    at = mark.end
    skipBlanksAndComments()
    guard at < bytes.count, ![Byte.semicolon, Byte.newline, Byte.pipe].contains(bytes[at]) else {
      throw error(.missingFile(after: sign), mark)
    }
    let path = try word()
    skipBlanksAndComments()
    if at < bytes.count, bytes[at] != Byte.semicolon, bytes[at] != Byte.newline {
      let extra = try word()
      throw error(.extraWord(extra.text), extra.span)
    }
    return .file(path.text, appends: appends)
  }
}

// Words.
extension LineLexer {
  private mutating func word() throws(LineError) -> ShellWord {
    let start = at
    var text = [UInt8]()
    var query = [UInt8]()
    var isQuoted = false
    while at < bytes.count, !endsWord || at == start {
      let byte = bytes[at]
      if let opening = LineMarks.opening(bytes, at, word: start) {
        isQuoted = true
        try quoted(opening, text: &text, query: &query)
      } else if byte == Byte.single || byte == Byte.double || byte == Byte.backslash {
        isQuoted = true
        try quoted(byte, text: &text, query: &query)
      } else {
        text.append(byte)
        query.append(byte)
        at += 1
      }
    }
    return ShellWord(
      text: String(decoding: text, as: UTF8.self), query: String(decoding: query, as: UTF8.self),
      span: TextSpan(start, at), isQuoted: isQuoted)
  }

  private var endsWord: Bool {
    [Byte.newline, Byte.semicolon, Byte.pipe].contains(bytes[at])
      || LineMarks.blank(bytes, at) > 0
  }

  /// A quotation, or one character behind a backslash.
  private mutating func quoted(
    _ mark: UInt8, text: inout [UInt8], query: inout [UInt8]
  ) throws(LineError) {
    let open = at
    at += 1
    if mark == Byte.backslash {
      guard at < bytes.count else { throw error(.nothingEscaped, TextSpan(open, at)) }
      if bytes[at] != Byte.newline {
        text.append(bytes[at])
        query.append(bytes[at])
      }
      at += 1
      return
    }
    while at < bytes.count, bytes[at] != mark {
      let escapes =
        mark == Byte.double && bytes[at] == Byte.backslash && at + 1 < bytes.count
        && (bytes[at + 1] == Byte.double || bytes[at + 1] == Byte.backslash)
      if escapes { at += 1 }
      text.append(bytes[at])
      at += 1
    }
    guard at < bytes.count else { throw unclosed(open) }
    at += 1
    query.append(
      contentsOf: mark == Byte.double ? bytes[open..<at] : bytes[(open + 1)..<(at - 1)])
  }

  /// `“gấp “lắm”` → text `gấp “lắm`; the query has `"` in the place of the marks.
  private mutating func quoted(
    _ opening: LineMarks.Opening, text: inout [UInt8], query: inout [UInt8]
  ) throws(LineError) {
    let open = TextSpan(at, at + opening.length)
    at = open.end
    var inside = [UInt8]()
    while at < bytes.count, opening.closing(bytes, at) == 0 {
      if bytes[at] == Byte.backslash, at + 1 < bytes.count, opening.closing(bytes, at + 1) > 0 {
        at += 1
        inside += bytes[at..<at + opening.closing(bytes, at)]
        at += opening.closing(bytes, at)
        continue
      }
      inside.append(bytes[at])
      at += 1
    }
    guard at < bytes.count else { throw error(.unclosedQuote(opening.mark), open) }
    at += opening.closing(bytes, at)
    text += inside
    guard opening.isDouble else { return query += inside }
    let escaped = inside.flatMap {
      $0 == Byte.double || $0 == Byte.backslash ? [Byte.backslash, $0] : [$0]
    }
    query += [Byte.double] + escaped + [Byte.double]
  }

  private func unclosed(_ open: Int) -> LineError {
    let mark: Character = bytes[open] == Byte.single ? "'" : "\""
    return error(.unclosedQuote(mark), TextSpan(open, open + 1))
  }

  private func error(_ problem: LineError.Problem, _ span: TextSpan) -> LineError {
    LineError(problem, in: source, at: span)
  }
}

private enum Byte {
  static let newline = UInt8(ascii: "\n")
  static let semicolon = UInt8(ascii: ";")
  static let pipe = UInt8(ascii: "|")
  static let greater = UInt8(ascii: ">")
  static let equals = UInt8(ascii: "=")
  static let hash = UInt8(ascii: "#")
  static let backslash = UInt8(ascii: "\\")
  static let single = UInt8(ascii: "'")
  static let double = UInt8(ascii: "\"")

}
