internal import ClaimModel

/// Paragraphs of a document in their order, on their way to a story.
struct DocumentText {
  enum Role: Hashable { case title, subtitle, heading(Int), plain }

  private var paragraphs: [(text: String, role: Role)] = []
  private(set) var removed: [RemovedText] = []

  /// A paragraph; a soft break in it ("\n") ends a line. One between words of a sentence does not:
  /// "chín\nngười" → "chín người".
  mutating func add(_ text: String, _ role: Role = .plain) {
    var lines = [String]()
    for line in TextTrim.lines(text) {
      if let last = lines.last, Self.goesOn(last, line) {
        lines[lines.count - 1] = last + " " + line
      } else {
        lines.append(line)
      }
    }
    if role == .title { return add([lines.joined(separator: " ")], role) }
    add(lines, role)
  }

  private mutating func add(_ lines: [String], _ role: Role) {
    paragraphs += lines.filter { !$0.isEmpty }.map { ($0, role) }
  }

  /// Cells of a table's row.
  mutating func addRow(_ cells: [String]) {
    let cells = cells.map { TextTrim.lines($0).joined(separator: " ") }.filter { !$0.isEmpty }
    if !cells.isEmpty { paragraphs.append((cells.joined(separator: " | "), .plain)) }
  }

  mutating func leaveOut(_ cause: RemovedText.Cause, _ words: String) {
    let words = TextTrim.lines(words).joined(separator: " ")
    if !words.isEmpty { removed.append(RemovedText(cause, words: words)) }
  }

  private static func goesOn(_ last: String, _ next: String) -> Bool {
    guard let end = last.unicodeScalars.last, let start = next.unicodeScalars.first else {
      return false
    }
    return (end.properties.isAlphabetic || end == "," || end == ";") && start.properties.isLowercase
  }

  /// The title is the first paragraph that is marked as one, else a heading of the first level
  /// among the first three paragraphs, else the first paragraph where it says the same as `named`,
  /// the title among the document's properties.
  func story(form: String, named: String? = nil) -> ReceivedStory {
    var story = ReceivedStory(form: form)
    var rest = paragraphs
    let marked =
      rest.firstIndex { $0.role == .title } ?? rest.prefix(3).firstIndex { $0.role == .heading(1) }
      ?? rest.prefix(1).firstIndex { $0.text == named.map { TextTrim.trimmed($0) } }
    if let marked { story.title = rest.remove(at: marked).text }
    if let lead = rest.prefix(2).firstIndex(where: { $0.role == .subtitle }) {
      story.lead = rest.remove(at: lead).text
    }
    story.parts = rest.map { .paragraph($0.text) }
    story.origin.removed = removed
    return story
  }
}
