internal import ClaimModel

/// A story by its fields: a row of a table, a record of a list.
struct StoryRow {
  /// What is said, without blanks at the ends; none is empty.
  private(set) var fields: [StoryField: String] = [:]

  /// What of a row makes that it is no story, as people are told.
  struct Fault: Error, Hashable {
    var problem: String
    var remedy: String
  }

  subscript(field: StoryField) -> String? {
    get { fields[field] }
    set {
      let words = newValue.map { TextTrim.trimmed($0) } ?? ""
      fields[field] = words.isEmpty ? nil : words
    }
  }

  /// The story, of the form that it came in.
  func story(form: String, encoding: String) throws(Fault) -> ReceivedStory {
    var story = ReceivedStory(
      form: form, title: self[.title].map(Self.plain), url: self[.url], encoding: encoding)
    story.lead = self[.lead].map(Self.plain)
    let text = self[.text] ?? ""
    if MarkupText.hasTags(text) {
      let markup = MarkupText(html: text)
      story.parts = markup.parts
      story.origin.removed = markup.removed
    } else {
      story.parts = TextTrim.lines(text).map { .paragraph($0) }
    }
    // Many tables repeat the title, or the lead, in the text's first line.
    let parts = story.parts
    while let first = story.parts.first, first.text == story.title || first.text == story.lead {
      story.parts.removeFirst()
    }
    if story.parts.isEmpty { story.parts = parts }
    story.language = try language()
    story.origin.authors = self[.author].map(Self.names) ?? []
    let source = self[.source]
    let isAddress = source?.hasPrefix("http://") == true || source?.hasPrefix("https://") == true
    story.origin.agencies = source.flatMap { isAddress ? nil : [$0] } ?? []
    if isAddress { story.url = story.url ?? source }
    story.origin.published = try time(.date)
    story.origin.updated = try time(.updated)
    story.origin.section = self[.section]
    story.origin.identifier = self[.id]
    return story
  }

  /// "Storm &#8211; 3 dead", "<p>Three died.</p>" → as people read it
  private static func plain(_ text: String) -> String {
    let isMarkup = MarkupText.hasTags(text) || text.contains("&#") || text.contains("&amp;")
    let line = isMarkup ? MarkupText.line(text) : text
    return line.isEmpty ? text : line
  }

  private func time(_ field: StoryField) throws(Fault) -> StoryTime? {
    guard let written = self[field] else { return nil }
    guard let time = FeedDate.time(written) else {
      throw Fault(
        problem: "\"\(field.rawValue)\" is \"\(written.prefix(40))\", no date",
        remedy: "write it as \"2024-01-05\" or, the day first, \"05/01/2024\"")
    }
    return time
  }

  /// "vi-VN", "en_US", "Tiếng Việt"
  private func language() throws(Fault) -> ArticleLanguage? {
    guard let written = self[.language] else { return nil }
    let code = StoryField.plain(String(written.prefix { $0 != "-" && $0 != "_" }))
    switch code {
    case "tiengviet", "vietnamese", "vie": return .vietnamese
    case "tienganh", "english", "eng": return .english
    default: break
    }
    guard let known = ArticleLanguage(rawValue: code) else {
      throw Fault(
        problem: "\"language\" is \"\(written.prefix(40))\"",
        remedy: "expected \"vi\", \"en\" or \"und\"")
    }
    return known
  }

  /// "An Lê; Bình" → ["An Lê", "Bình"], "By Ann Poe" → ["Ann Poe"], and of a list as programs write
  /// it into a cell: "['Ann Poe', 'Bo Lee']" → ["Ann Poe", "Bo Lee"]
  private static func names(_ text: String) -> [String] {
    var names = [String]()
    let isList = text.hasPrefix("[") && text.hasSuffix("]")
    let text = isList ? String(text.dropFirst().dropLast()) : text
    for name in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" || $0 == "|" }) {
      var name = TextTrim.trimmed(name)
      if isList { name = unquoted(name) }
      if name.hasPrefix("By ") { name = TextTrim.trimmed(name.dropFirst(3)) }
      // The number of an author in the table of another.
      if name.allSatisfy(\.isNumber) { continue }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// "'Ann Poe'" → "Ann Poe"
  private static func unquoted(_ name: String) -> String {
    guard name.count > 1, let mark = name.first, mark == name.last, "'\"".contains(mark) else {
      return name
    }
    return TextTrim.trimmed(name.dropFirst().dropLast())
  }
}

/// Blanks of any kind.
enum TextTrim {
  static func trimmed(_ text: some StringProtocol) -> String {
    let scalars = Substring(text).unicodeScalars
    let rest = scalars.drop(while: \.properties.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(Substring(rest[...last]))
  }

  /// The lines that are not blank: LF, CR LF, CR, and the separators of Unicode.
  static func lines(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isNewline).map { trimmed($0) }.filter { !$0.isEmpty }
  }

  static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }
}
