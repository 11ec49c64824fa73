import Disk

/// Where a user's own files are, as the XDG Base Directory Specification (0.8) has it; nil where the
/// system tells of no home.
enum UserFiles {
  /// $XDG_STATE_HOME/theo/history.jsonl, else ~/.local/state/theo/history.jsonl.
  static var history: String? { state.map { $0 + "/history.jsonl" } }

  /// Where the journals of sessions without a file are as well.
  static var state: String? { folder("XDG_STATE_HOME", else: ".local/state") }

  /// $XDG_CONFIG_HOME/theo/config.toml, else ~/.config/theo/config.toml.
  static var configuration: String? {
    folder("XDG_CONFIG_HOME", else: ".config").map { $0 + "/config.toml" }
  }

  /// The script that the prompt starts with: rc.theo beside the configuration.
  static var startScript: String? {
    folder("XDG_CONFIG_HOME", else: ".config").map { $0 + "/rc.theo" }
  }

  /// The folder of a newsroom's own words: lexicons beside the configuration.
  static var lexicons: String? {
    folder("XDG_CONFIG_HOME", else: ".config").map { $0 + "/lexicons" }
  }

  /// Claims of past sessions: $XDG_DATA_HOME/theo/claims.memory, else in ~/.local/share/theo.
  static var memory: String? {
    folder("XDG_DATA_HOME", else: ".local/share").map { $0 + "/claims.memory" }
  }

  /// Where the weights of the deep finder may be: what $THEO_ENCODER names, else
  /// $XDG_DATA_HOME/theo, share/theo beside the folder of the program, and the project's own where
  /// the program lies in its .build folder.
  static var encoder: [String] {
    if let path = environment("THEO_ENCODER") { return [path] }
    let name = "encoder-en.weights"
    let program = ProgramPath.current
    return [
      folder("XDG_DATA_HOME", else: ".local/share").map { "\($0)/\(name)" },
      program.map { ProgramPath.folder(of: ProgramPath.folder(of: $0)) + "/share/theo/" + name },
      program.flatMap { ProgramPath.project(of: $0) }.map {
        "\($0)/Sources/CEncoder/weights/\(name)"
      },
    ].compactMap { $0 }
  }

  /// A relative path in the variable is to be ignored, says the specification.
  private static func folder(_ variable: String, else standard: String) -> String? {
    if let folder = environment(variable), folder.hasPrefix("/") { return folder + "/theo" }
    return environment("HOME").map { "\($0)/\(standard)/theo" }
  }
}
