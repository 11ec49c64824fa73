import Desk
import JSONText
import Lexicons
import Presentation
import TerminalText

/// Settings and aliases as listings.
enum SettingTable {
  static func table(_ settings: Settings, _ shown: [Setting], origins: Bool) -> Table {
    var table = Table(
      columns: [
        .init("setting"), .init("value", flexible: true),
        .init("does", flexible: true, forData: origins),
        .init("from", flexible: true, forData: !origins),
        .init("values", forData: true),
      ],
      footer: shown.count > 1 ? StyledText("set NAME VALUE changes one and keeps it", .dim) : nil)
    for setting in shown {
      let held = settings[setting]
      table.rows.append([
        .init(setting.name, .option), .init(StyledText(held.value.words), held.value.json),
        .init(setting.summary), .init(held.origin.words, .dim),
        .init(StyledText(setting.expected), JSONValue(setting.values)),
      ])
    }
    return table
  }

  /// The tables of a newsroom's own words, a row for each, as they stand below the settings:
  /// "cues.tsv · 2 cues: hé lộ, rỉ tai · ~/.config/theo/lexicons/cues.tsv".
  static func tables(_ newsroom: Newsroom) -> [[Table.Cell]] {
    let names = OwnWords.tables.filter { name in newsroom.own.entries.contains { $0.file == name } }
    return names.map { name in
      let entries = newsroom.own.entries.filter { $0.file == name }
      // A place has an entry for each language.
      var seen = Set<String>()
      let words = entries.map(\.words).filter { seen.insert($0).inserted }
      let count = counted(words.count, entries.first?.subject.rawValue ?? "word")
      let rest = words.count > 8 ? " and \(words.count - 8) more" : ""
      return [
        .init(name, .option),
        .init(
          StyledText("\(count): " + joined(Array(words.prefix(8))) + rest), JSONValue(words)),
        .init("Own words, before the program's."),
        .init((newsroom.folder.map { $0 + "/" } ?? "") + name, .dim),
        .init(StyledText(), .null),
      ]
    }
  }

  /// "pager off · kept in ~/.config/theo/config.toml:3"
  static func report(_ setting: Setting, _ settings: Settings) -> Report {
    let held = settings[setting]
    return Report(
      [
        StyledText(setting.name + " ", .option) + StyledText(held.value.words)
          + StyledText(" · " + held.origin.kept, .dim)
      ],
      value: [
        "setting": .string(setting.name), "value": held.value.json,
        "from": .string(held.origin.words),
      ])
  }

  static func aliases(_ settings: Settings, _ names: [String]) -> Table {
    var table = Table(
      columns: [.init("alias"), .init("command", flexible: true), .init("from", flexible: true)],
      emptyMessage: "no aliases yet · alias NAME = COMMAND makes one")
    for name in names {
      guard let alias = settings.aliases[name] else { continue }
      table.rows.append([
        .init(name, .command), .init(alias.line), .init(alias.origin.words, .dim),
      ])
    }
    return table
  }

  /// "ll = claims --limit 5 · kept in …"
  static func report(alias name: String, _ alias: Settings.Alias) -> Report {
    Report(
      [
        StyledText(name, .command) + StyledText(" = " + alias.line)
          + StyledText(" · " + alias.origin.kept, .dim)
      ],
      value: [
        "alias": .string(name), "command": .string(alias.line),
        "from": .string(alias.origin.words),
      ])
  }
}

extension SettingOrigin {
  fileprivate var kept: String {
    switch self {
    case .file: "kept in " + words
    case .shell: "in this shell only"
    case .standard, .environment, .option, .script: words
    }
  }
}

extension SettingValue {
  fileprivate var json: JSONValue {
    switch self {
    case .flag(let flag): .bool(flag)
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    }
  }
}
