package import TerminalText

/// What is wrong with a line of the configuration file.
package struct ConfigurationProblem: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case notUTF8
    case noKey
    case noEquals(key: String)
    case noValue(key: String)
    case unclosedQuote
    case badEscape(String)
    case unclosedSection
    /// What stands behind the value and is no comment.
    case afterValue(String)
    /// A value that TOML has and theo does not read: lists, fractions, dates.
    case otherValue(key: String)
    case twice(key: String, first: Int)
    case setting(SettingProblem)
  }

  package var kind: Kind
  /// From 1; the column counts characters.
  package var line: Int
  package var column: Int

  package init(_ kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}

extension ConfigurationProblem {
  package func message(in path: String) -> ErrorMessage {
    var message = self.words
    message.headline = "\(path):\(line):\(column): " + message.headline
    return message
  }

  private var words: ErrorMessage {
    switch kind {
    case .notUTF8: ErrorMessage("the file is not UTF-8; nothing of it is used")
    case .noKey: ErrorMessage("expected a name, as in: pager = false")
    case .noEquals(let key): ErrorMessage("expected '=' after '\(key)'")
    case .noValue(let key): ErrorMessage("expected a value after '\(key) ='")
    case .unclosedQuote: ErrorMessage("nothing closes this quote on its line")
    case .badEscape(let escape):
      ErrorMessage("'\(escape)' means nothing in quotes; \\\\ means a backslash")
    case .unclosedSection: ErrorMessage("expected ']' at the end of a section, as in: [alias]")
    case .afterValue(let text):
      ErrorMessage("did not expect '\(text)' after a value; a comment begins with #")
    case .otherValue(let key):
      ErrorMessage(
        "'\(key)' takes a \"string\", true, false or a whole number; other values of TOML are "
          + "not read")
    case .twice(let key, let first):
      ErrorMessage("'\(key)' is given a second time, after line \(first); this one is not used")
    case .setting(let problem): problem.message
    }
  }
}

/// A line of a configuration file that is not used, with the file's name.
package struct ConfigurationError: UserFacing, Hashable {
  package var path: String
  package var problem: ConfigurationProblem

  package var message: ErrorMessage { problem.message(in: path) }
  package var status: ProgramStatus { .badData }
}
