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
