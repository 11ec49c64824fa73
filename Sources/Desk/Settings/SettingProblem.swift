internal import Lexicons
package import Presentation
package import TerminalText

/// What is wrong with a setting or an alias that somebody gives.
package enum SettingProblem: UserFacing, Hashable {
  case unknown(String)
  case badValue(String, of: Setting)
  /// In a prompt: a place that there is not, or a brace or bracket without its partner.
  case unknownPlace(String)
  case unpaired(Character)
  case badAliasName(String)
  case aliasIsCommand(String)
  /// The word that the line of an alias begins with is no command.
  case aliasOfUnknown(String, nearest: [String])
  /// The line of an alias cannot be cut into words.
  case aliasLine(LineError)
  case unknownAlias(String, known: [String])
}

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
    case .aliasOfUnknown(let word, let nearest):
      return ErrorMessage(
        "an alias stands for a command, and '\(word)' is none."
          + suggestion(nearest))
    case .aliasLine(let error): return error.message
    case .unknownAlias(let name, let known):
      let nearest = NearestName.names(like: name, among: known)
      return ErrorMessage(
        "unknown alias '\(name)'."
          + (nearest.isEmpty ? " 'alias' lists the aliases." : suggestion(nearest)))
    }
  }

  package var status: ProgramStatus { .usage }
}

/// A variable of the environment that holds a bad value.
package struct EnvironmentError: UserFacing, Hashable {
  package var name: String
  package var problem: SettingProblem

  package var message: ErrorMessage { problem.message.prefixed("\(name): ") }
  package var status: ProgramStatus { .usage }
}
