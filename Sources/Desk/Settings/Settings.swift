package import Presentation

/// The settings that hold now, where each comes from, and the aliases.
package struct Settings: Sendable, Hashable {
  package struct Held: Sendable, Hashable {
    package var value: SettingValue
    package var origin: SettingOrigin
  }

  package struct Alias: Sendable, Hashable {
    package var line: String
    package var origin: SettingOrigin
  }

  private var held: [Setting: Held] = [:]
  package private(set) var aliases: [String: Alias] = [:]

  package init() {}

  package subscript(setting: Setting) -> Held {
    held[setting] ?? Held(value: setting.standard, origin: .standard)
  }

  package mutating func set(_ setting: Setting, to value: SettingValue, from origin: SettingOrigin)
  {
    held[setting] = Held(value: value, origin: origin)
  }

  package mutating func reset(_ setting: Setting, to before: Held?) { held[setting] = before }

  package mutating func setAlias(_ name: String, to line: String, from origin: SettingOrigin) {
    aliases[name] = Alias(line: line, origin: origin)
  }

  package mutating func removeAlias(_ name: String) { aliases[name] = nil }
}

// The settings with their types.
extension Settings {
  package var color: ColorChoice { ColorChoice(rawValue: text(.color)) ?? .auto }
  package var finder: FinderChoice { FinderChoice(rawValue: text(.finder)) ?? .standard }
  package var format: OutputFormat { OutputFormat(rawValue: text(.format)) ?? .table }
  package var keys: KeyChoice { KeyChoice(rawValue: text(.keys)) ?? .editrc }
  /// The file of past claims; nil is the usual one.
  package var memory: String? {
    text(.memory) == Setting.usualMemory ? nil : text(.memory)
  }
  package var usesPager: Bool { flag(.pager) }
  package var showsProgress: Bool { flag(.progress) }
  package var showsSuggestions: Bool { flag(.suggestions) }
  package var prompt: String { text(.prompt) }
  package var user: String { text(.user) }
  /// More claims than this are not changed at once without a question; nil never asks.
  package var confirmLimit: Int? { number(.confirm) == 0 ? nil : number(.confirm) }
  /// Columns; nil is the window's.
  package var width: Int? { number(.width) == 0 ? nil : number(.width) }

  private func flag(_ setting: Setting) -> Bool { self[setting].value == .flag(true) }

  private func number(_ setting: Setting) -> Int {
    if case .number(let number) = self[setting].value { number } else { 0 }
  }

  private func text(_ setting: Setting) -> String {
    if case .text(let text) = self[setting].value { text } else { "" }
  }
}
