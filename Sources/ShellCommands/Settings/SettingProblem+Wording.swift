extension SettingProblem {
  package var message: ErrorMessage {
    switch self {
    case .unknown(let name):
      let nearest = NearestName.names(like: name, among: Setting.allCases.map(\.name))
      return ErrorMessage(
        "unknown setting '\(name)'."
          + (nearest.isEmpty ? " 'set' lists the settings." : suggestion(nearest)))
    case .badValue(let value, let setting):
      return ErrorMessage(
        "'\(value)' is no value of \(setting.name)."
          + suggestion(NearestName.names(like: value, among: setting.values))
          + " Expected \(setting.expected).")
    case .unknownPlace(let place):
      let nearest = NearestName.names(like: place, among: PromptFormat.places)
      return ErrorMessage(
        "a prompt has no {\(place)}." + suggestion(nearest.map { "{\($0)}" })
          + " Expected \(Setting.prompt.expected).")
    case .unpaired(let sign):
      return ErrorMessage("'\(sign)' in a prompt has no partner; \(sign)\(sign) means the sign")
    case .badAliasName(let name):
      return ErrorMessage(
        "'\(name)' cannot be the name of an alias: expected letters, digits, - and _")
    case .aliasIsCommand(let name):
      return ErrorMessage("'\(name)' is a command; an alias needs a name of its own")
    case .aliasOfUnknown(let word):
      return ErrorMessage(
        "an alias stands for a command, and '\(word)' is none."
          + suggestion(CommandCatalogue.nearest(to: word)))
    case .aliasLine(let error): return error.message
    case .unknownAlias(let name, let known):
      let nearest = NearestName.names(like: name, among: known)
      return ErrorMessage(
        "unknown alias '\(name)'."
          + (nearest.isEmpty ? " 'alias' lists the aliases." : suggestion(nearest)))
    }
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
