/// The configuration file's text, line by line: what is not theo's own stays as it stands.
package struct ConfigurationFile: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// "" before the first section.
    package var section: String
    package var key: String
    /// Nil for a value of TOML that theo does not read.
    package var value: SettingValue?
    /// From 1; columns count characters.
    package var line: Int
    package var column: Int
  }

  private var lines: [String]
  package private(set) var entries: [Entry] = []
  /// Lines that cannot be read; they are kept.
  package private(set) var problems: [ConfigurationProblem] = []
  /// The section that each line belongs to.
  private var sections: [String] = []

  package init(_ text: String = "") {
    lines =
      text.isEmpty
      ? []
      : text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
    if lines.last == "" { lines.removeLast() }
    read()
  }

  package var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func read() {
    (entries, problems, sections) = ([], [], [])
    var section = ""
    for (index, line) in lines.enumerated() {
      do throws(ConfigurationProblem) {
        switch try ConfigurationLine(line, number: index + 1) {
        case .blank: break
        case .section(let name): section = name
        case .entry(let key, let value, let place):
          try add(key, value, place, section: section, index: index)
        }
      } catch {
        problems.append(error)
      }
      sections.append(section)
    }
  }

  private mutating func add(
    _ key: String, _ value: SettingValue?, _ place: Range<Int>, section: String, index: Int
  ) throws(ConfigurationProblem) {
    let before = String(decoding: lines[index].utf8.prefix(place.lowerBound), as: UTF8.self)
    let entry = Entry(
      section: section, key: key, value: value, line: index + 1, column: before.count + 1)
    if let first = entries.first(where: { $0.section == section && $0.key == key }) {
      throw ConfigurationProblem(.twice(key: key, first: first.line), line: index + 1, column: 1)
    }
    entries.append(entry)
  }
}

// Changing it.
extension ConfigurationFile {
  /// Puts a value in its place, else behind the last line of its section; returns the line's
  /// number. A comment behind the old value stays.
  @discardableResult
  package mutating func set(_ key: String, in section: String, to value: SettingValue) -> Int {
    let written = Self.written(value)
    if let old = entries.first(where: { $0.section == section && $0.key == key }) {
      let bytes = Array(lines[old.line - 1].utf8)
      guard case .entry(_, _, let place) = try? ConfigurationLine(lines[old.line - 1], number: 1)
      else { return old.line }
      lines[old.line - 1] = String(
        decoding: bytes[..<place.lowerBound] + written.utf8 + bytes[place.upperBound...],
        as: UTF8.self)
      read()
      return old.line
    }
    let index = room(in: section)
    lines.insert("\(Self.written(key: key)) = \(written)", at: index)
    read()
    return index + 1
  }

  package mutating func remove(_ key: String, in section: String) {
    guard let old = entries.first(where: { $0.section == section && $0.key == key }) else { return }
    lines.remove(at: old.line - 1)
    read()
  }

  /// Where a new entry of a section goes; makes the section where there is none.
  private mutating func room(in section: String) -> Int {
    let own = sections.indices.filter { sections[$0] == section }
    if let last = own.last(where: { !lines[$0].allSatisfy(\.isWhitespace) }) { return last + 1 }
    if section.isEmpty { return 0 }
    if !lines.isEmpty { lines.append("") }
    lines.append("[\(section)]")
    return lines.count
  }

  private static func written(_ value: SettingValue) -> String {
    switch value {
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): "\(number)"
    case .text(let text): quoted(text)
    }
  }

  private static func written(key: String) -> String {
    key.utf8.allSatisfy { ($0 < 0x80 && Unicode.Scalar($0).properties.isAlphabetic) || $0 == 0x2D }
      ? key : quoted(key)
  }

  private static func quoted(_ text: String) -> String {
    let inner = text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return "\"" + inner + "\""
  }
}
