package import ClaimModel

/// What is wrong with the form of a line, and where.
package struct LineError: Error, Sendable, Hashable {
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
