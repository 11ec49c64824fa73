import ArgumentParser
import JSONText

/// What a command's declaration says of it, for help, man page, completion and error messages.
///
/// Read from what ArgumentParser tells of a command to tools (its "tool info", version 0).
package struct CommandDeclaration: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case positional, option, flag }

  package struct Argument: Sendable, Hashable {
    package var kind: Kind
    /// With their dashes, the preferred one first: ["--limit"]; empty for positions.
    package var names: [String]
    /// "limit", "path"
    package var valueName: String
    package var isOptional: Bool
    package var isRepeating: Bool
    package var values: [String]
    package var abstract: String
  }

  package var name: String
  package var abstract: String
  package var discussion: String
  package var arguments: [Argument]
  package var examples: [Example]

  package init(_ command: any ShellCommand.Type) {
    self.init(command, examples: command.examples)
  }

  /// The program's own options.
  init(program: any ParsableCommand.Type) { self.init(program, examples: []) }

  private init(_ command: any ParsableCommand.Type, examples: [Example]) {
    name = command.configuration.commandName ?? ""
    abstract = command.configuration.abstract
    discussion = command.configuration.discussion
    self.examples = examples
    let told = (try? JSONReader.read(command._dumpHelp()))?["command"]?["arguments"]
    arguments = (told?.items ?? []).filter { $0["shouldDisplay"] != .bool(false) }
      .map(Argument.init).filter { $0.names != ["--help", "-h"] && $0.names != ["-h", "--help"] }
  }

  package var options: [Argument] { arguments.filter { $0.kind != .positional } }
  package var positions: [Argument] { arguments.filter { $0.kind == .positional } }

  /// "claims [<selection> ...] [options]"
  package var synopsis: String {
    let words = positions.map { position in
      let value = "<\(position.valueName)>" + (position.isRepeating ? " ..." : "")
      return position.isOptional ? "[\(value)]" : value
    }
    return ([name] + words + (options.isEmpty ? [] : ["[options]"])).joined(separator: " ")
  }
}

extension CommandDeclaration.Argument {
  fileprivate init(_ told: JSONValue) {
    kind = CommandDeclaration.Kind(rawValue: told["kind"]?.text ?? "") ?? .flag
    let preferred = told["preferredName"].map(Self.dashed)
    let all = (told["names"]?.items ?? []).map(Self.dashed)
    names = (preferred.map { [$0] } ?? []) + all.filter { $0 != preferred }
    valueName = told["valueName"]?.text ?? ""
    isOptional = told["isOptional"] == .bool(true)
    isRepeating = told["isRepeating"] == .bool(true)
    values = (told["allValues"]?.items ?? []).compactMap(\.text)
    abstract = told["abstract"]?.text ?? ""
  }

  private static func dashed(_ name: JSONValue) -> String {
    (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
  }

  /// "--limit <limit>", "<path> ..."
  package var label: String {
    let value = "<\(valueName)>"
    switch kind {
    case .positional: return value + (isRepeating ? " ..." : "")
    case .option: return names.joined(separator: ", ") + " " + value
    case .flag: return names.joined(separator: ", ")
    }
  }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? {
    if case .object(let object) = self { object[key] } else { nil }
  }
  fileprivate var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

extension CommandDeclaration {
  /// The first word that begins with a dash and is neither an option of this command nor the value
  /// of one: `load -rf` → "-rf", `merge a b --into c` → "--into". Behind `--` there are none.
  func strayDash(in words: [String]) -> String? {
    var isValue = false
    for word in words {
      if word == "--" { return nil }
      defer { isValue = options.contains { $0.kind == .option && $0.names.contains(word) } }
      guard !isValue, word.hasPrefix("-"), word.utf8.count > 2, word != "--help" else { continue }
      let name = String(word.prefix { $0 != "=" })
      if !options.contains(where: { $0.names.contains(name) }) { return word }
    }
    return nil
  }
}
