/// What is wrong with a setting or an alias that somebody gives.
package enum SettingProblem: Error, Sendable, Hashable {
  case unknown(String)
  case badValue(String, of: Setting)
  /// In a prompt: a place that there is not, or a brace or bracket without its partner.
  case unknownPlace(String)
  case unpaired(Character)
  case badAliasName(String)
  case aliasIsCommand(String)
  /// The word that the line of an alias begins with is no command.
  case aliasOfUnknown(String)
  /// The line of an alias cannot be cut into words.
  case aliasLine(LineError)
  case unknownAlias(String, known: [String])
}

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
