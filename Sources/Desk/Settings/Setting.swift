import Presentation

/// Every setting there is: help, manual page, completion and checks are made from what stands here.
package enum Setting: String, Sendable, CaseIterable {
  case color, confirm, finder, format, keys, memory, pager, progress, prompt, suggestions, user
  case width

  /// What values it takes.
  package enum Kind: Sendable, Hashable {
    case flag
    case choice([String])
    case number(ClosedRange<Int>)
    case text
    case promptFormat
  }

  package var name: String { rawValue }

  package var kind: Kind {
    switch self {
    case .pager, .progress, .suggestions: .flag
    case .color: .choice(ColorChoice.allCases.map(\.rawValue))
    case .finder: .choice(FinderChoice.allCases.map(\.rawValue))
    case .format: .choice(OutputFormat.allCases.map(\.rawValue))
    case .keys: .choice(KeyChoice.allCases.map(\.rawValue))
    case .confirm: .number(0...1_000_000)
    case .width: .number(0...10_000)
    case .memory, .user: .text
    case .prompt: .promptFormat
    }
  }

  /// Of `user`, the system's name goes before this.
  package var standard: SettingValue {
    switch self {
    case .pager, .progress, .suggestions: .flag(true)
    case .color: .text(ColorChoice.auto.rawValue)
    case .finder: .text(FinderChoice.standard.rawValue)
    case .format: .text(OutputFormat.table.rawValue)
    case .keys: .text(KeyChoice.editrc.rawValue)
    case .confirm: .number(3)
    case .memory: .text(Self.usualMemory)
    case .width: .number(0)
    case .user: .text("user")
    case .prompt: .text(PromptFormat.standard)
    }
  }

  /// What it does, in a line.
  package var summary: String {
    switch self {
    case .color: "When to use colour."
    case .confirm: "Ask before more claims are changed at once; 0 never asks."
    case .finder: "What finds claims: standard, or deep for English stories, slower and better."
    case .format: "How output is written."
    case .keys: "Editing keys: emacs, vi, or what ~/.editrc says."
    case .memory: "The file of past claims; usual is theo's own (see help memory)."
    case .pager: "Show long output through $PAGER (less -FRX)."
    case .progress: "Show a bar while something takes long."
    case .prompt: "What stands before a line; help set has its words."
    case .suggestions: "Show in grey how a line went on before."
    case .user: "Who makes the changes: stands in the history."
    case .width: "Columns that output is fitted to; 0 is the window's."
    }
  }

  /// Variables of the environment that say it: the system's are weaker than the configuration file,
  /// THEO_NAME is stronger.
  package var systemVariables: [String] { self == .user ? ["USER", "LOGNAME"] : [] }
  package var variable: String { "THEO_" + rawValue.uppercased() }

  package static func named(_ name: String) -> Setting? { Setting(rawValue: name) }
}

package enum FinderChoice: String, Sendable, CaseIterable {
  case standard, deep
}

package enum KeyChoice: String, Sendable, CaseIterable {
  case editrc, emacs, vi
}

extension Setting {
  /// What `memory` is where nobody named a file.
  static let usualMemory = "usual"

  /// Values that can be listed.
  package var values: [String] {
    switch kind {
    case .flag: ["on", "off"]
    case .choice(let names): names
    case .number, .text, .promptFormat: []
    }
  }

  /// "on or off", "a whole number from 0 to 10000"
  package var expected: String {
    switch kind {
    case .flag, .choice: alternatives(values)
    case .number(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .text: self == .memory ? "a file" : "a name"
    case .promptFormat: "words and " + alternatives(PromptFormat.places.map { "{\($0)}" })
    }
  }

  /// The value that is typed.
  package func value(_ word: String) throws(SettingProblem) -> SettingValue {
    switch kind {
    case .flag:
      if ["on", "true", "yes"].contains(word) { return .flag(true) }
      if ["off", "false", "no"].contains(word) { return .flag(false) }
    case .choice(let names): if names.contains(word) { return .text(word) }
    case .number(let range):
      if let number = Int(word), range.contains(number) { return .number(number) }
    case .text: if word.contains(where: { !$0.isWhitespace }) { return .text(word) }
    case .promptFormat:
      _ = try PromptFormat(word)
      return .text(word)
    }
    throw .badValue(word, of: self)
  }
}

/// What a setting is set to.
package enum SettingValue: Sendable, Hashable {
  case flag(Bool)
  case number(Int)
  case text(String)

  /// As it is typed behind `set NAME`: "on", "50", "emacs".
  package var words: String {
    switch self {
    case .flag(let flag): flag ? "on" : "off"
    case .number(let number): "\(number)"
    case .text(let text): text
    }
  }
}

/// Where a value comes from; each goes before those above it.
package enum SettingOrigin: Sendable, Hashable {
  case standard
  /// A variable of the environment.
  case environment(String)
  /// The configuration file.
  case file(path: String, line: Int)
  /// An option of the program: "--color".
  case option(String)
  case script(path: String, line: Int)
  case shell

  /// "default", "environment NO_COLOR", "/home/an/.config/theo/config.toml:3"
  package var words: String {
    switch self {
    case .standard: "default"
    case .environment(let name): "environment \(name)"
    case .file(let path, let line), .script(let path, let line): "\(path):\(line)"
    case .option(let name): "option \(name)"
    case .shell: "this shell"
    }
  }
}
