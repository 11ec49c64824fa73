internal import Lexicons

extension UsageProblem {
  /// Reads what ArgumentParser says of a mistake and adds what it does not know: the nearest
  /// value, the values there are. Its errors are no public type, only their text is.
  init(_ message: String, in declaration: CommandDeclaration) {
    self = Self.problem(message, declaration)
  }

  private static func problem(
    _ message: String, _ declaration: CommandDeclaration
  ) -> UsageProblem {
    let quoted = quotations(in: message)
    guard let first = quoted.first else { return .other(message) }
    if message.hasPrefix("Unknown option") {
      let names = declaration.options.flatMap(\.names)
      return .unknownOption(first, nearest: NearestName.names(like: first, among: names))
    }
    if message.hasPrefix("Missing value for") { return missingValue(first) }
    if message.hasPrefix("Missing expected argument") || message.hasPrefix("Missing one of") {
      return .missing(argument: first)
    }
    if message.hasPrefix("Unexpected argument") || message.contains(" unexpected arguments") {
      return .unexpected(quoted)
    }
    if message.hasPrefix("The value '"), quoted.count > 1 {
      return badValue(first, label: quoted[1], message: message, declaration)
    }
    return .other(message)
  }

  /// "--limit <limit>" → the option and its value's name.
  private static func missingValue(_ label: String) -> UsageProblem {
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    return .missingValue(option: parts[0], value: parts.count > 1 ? parts[1] : "")
  }

  private static func badValue(
    _ value: String, label: String, message: String, _ declaration: CommandDeclaration
  ) -> UsageProblem {
    let name = label.split(separator: " ").first.map(String.init) ?? label
    let argument = declaration.arguments.first {
      $0.names.contains(name) || "<\($0.valueName)>" == name
    }
    let allowed = argument?.values ?? []
    return .badValue(
      value, of: argument.map { $0.names.first ?? $0.valueName } ?? name,
      nearest: NearestName.names(like: value, among: allowed), allowed: allowed)
  }

  /// What stands in single quotes: "Missing value for '--limit <limit>'" → ["--limit <limit>"].
  private static func quotations(in message: String) -> [String] {
    let line = message.prefix { $0 != "\n" }
    return line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
