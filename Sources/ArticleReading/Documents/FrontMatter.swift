/// What stands before a Markdown text between lines of "---" (YAML) or "+++" (TOML): members of
/// one level and lists, which is what writers use of both.
struct FrontMatter {
  /// Keys as written, in lower case; items of a list joined by line ends.
  private(set) var members: [String: String] = [:]
  /// The lines behind it.
  let rest: ArraySlice<Substring>

  /// nil where the first line opens none, none closes it, or it holds no member.
  init?(_ lines: [Substring]) {
    guard let first = lines.first.map(TextTrim.trimmed), first == "---" || first == "+++",
      let end = lines.dropFirst().prefix(400).firstIndex(where: {
        let line = TextTrim.trimmed($0)
        return line == first || first == "---" && line == "..."
      })
    else { return nil }
    rest = lines[(end + 1)...]
    var key: String?
    for line in lines[1..<end] {
      let trimmed = TextTrim.trimmed(line)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if let open = key, trimmed.hasPrefix("- ") || line.first?.isWhitespace ?? false {
        append(trimmed.hasPrefix("- ") ? String(trimmed.dropFirst(2)) : trimmed, to: open)
        continue
      }
      guard let (name, value) = Self.member(line, first == "+++" ? "=" : ":") else { return nil }
      key = name
      members[name] = Self.value(value)
    }
    guard !members.isEmpty else { return nil }
  }

  private mutating func append(_ item: String, to key: String) {
    // A list of objects: `- name: An`
    let value = Self.member(Substring(item), ":").flatMap { $0.0 == "name" ? $0.1 : nil } ?? item
    let old = members[key].flatMap { ["", "|", ">", "|-", ">-"].contains($0) ? nil : $0 + "\n" }
    members[key] = (old ?? "") + Self.value(value)
  }

  private static func member(_ line: Substring, _ mark: Character) -> (String, String)? {
    guard let at = line.firstIndex(of: mark) else { return nil }
    let name = TextTrim.trimmed(line[..<at])
    guard !name.isEmpty, name.utf8.count <= 40,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "_-. \"'".contains($0) })
    else { return nil }
    let value = line[line.index(after: at)...]
    guard mark == "=" || value.isEmpty || value.first == " " || value.first == "\t" else {
      return nil
    }
    return (unquoted(name).lowercased(), TextTrim.trimmed(value))
  }

  /// `"a"` → a; `[a, 'b']` → a and b, a line each; a comment behind a value goes.
  private static func value(_ text: String) -> String {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return text.dropFirst().dropLast().split(separator: ",")
        .map { unquoted(TextTrim.trimmed($0)) }.joined(separator: "\n")
    }
    if let mark = text.first, mark == "\"" || mark == "'" { return unquoted(text) }
    guard let comment = text.range(of: " #") else { return text }
    return TextTrim.trimmed(text[..<comment])
  }

  private static func unquoted(_ text: String) -> String {
    guard let mark = text.first, mark == "\"" || mark == "'", text.count > 1,
      let end = text.dropFirst().lastIndex(of: mark)
    else { return text }
    let inner = String(text[text.index(after: text.startIndex)..<end])
    return mark == "'" ? inner.replacing("''", with: "'") : unescaped(inner)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    return text.replacing("\\\"", with: "\"").replacing("\\n", with: "\n")
      .replacing("\\\\", with: "\\")
  }
}

extension String {
  /// Where a text first stands, without Foundation.
  fileprivate func range(of text: String) -> String.Index? { firstRange(of: text)?.lowerBound }
}
