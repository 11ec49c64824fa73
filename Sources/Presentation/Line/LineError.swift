package import ClaimModel
package import TerminalText

/// What is wrong with the form of a line, and where.
package struct LineError: UserFacing, Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// The quote that nothing closes.
    case unclosedQuote(Character)
    /// A backslash at the end of the text.
    case nothingEscaped
    /// `| wc`, `> file` with no command before it.
    case missingCommand(before: String)
    /// `claims |`
    case missingSystemCommand
    /// `claims >`
    case missingFile(after: String)
    /// `claims > a b`
    case extraWord(String)
  }

  package var problem: Problem
  package var source: String
  /// UTF-8 bytes of `source`.
  package var span: TextSpan

  package init(_ problem: Problem, in source: String, at span: TextSpan) {
    self.problem = problem
    self.source = source
    self.span = span
  }

  /// Whether more lines could make the text whole: the prompt then goes on.
  package var isUnfinished: Bool {
    switch problem {
    case .unclosedQuote, .nothingEscaped: true
    default: false
    }
  }
}

extension LineLexer {
  /// Whether a text ends within a quotation or behind a backslash.
  package static func isUnfinished(_ source: String) -> Bool {
    do throws(LineError) {
      _ = try statements(in: source)
      return false
    } catch {
      return error.isUnfinished
    }
  }
}

extension LineError {
  package var message: ErrorMessage {
    let words =
      switch problem {
      case .unclosedQuote(let mark):
        "nothing closes the quote \(mark); close it, or put \\ before it to mean the mark itself"
      case .nothingEscaped: "the line ends with \\; put what it stands before, or take it away"
      case .missingCommand(let sign): "expected a command before '\(sign)'"
      case .missingSystemCommand: "expected a system command after '|', as in: claims | less"
      case .missingFile(let sign): "expected a file name after '\(sign)'"
      case .extraWord(let word):
        "'\(word)' comes after the file name; a name with blanks wants quotes"
      }
    return ErrorMessage(words, pointer: ErrorMessage.Pointer(at: span, in: source))
  }

  package var status: ProgramStatus { .usage }
}

extension ErrorMessage.Pointer {
  /// Points at `span` of `source` in the line that it stands on.
  package init(at span: TextSpan, in source: String) {
    let bytes = Array(source.utf8)
    let at = min(span.start, bytes.count)
    let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
    func width(_ range: Range<Int>) -> Int {
      DisplayWidth.of(shown(range))
    }
    func shown(_ range: Range<Int>) -> String {
      Sanitiser.harmless(Sanitiser.visible(String(decoding: bytes[range], as: UTF8.self)))
    }
    self.init(
      line: shown(start..<end), indent: width(start..<at),
      length: width(at..<max(at, min(span.end, end))))
  }
}
