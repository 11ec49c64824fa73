/// A step that led to what is on the desk, and that can be done again from files alone: what a
/// transcript begins with.
enum DeskOrigin: Sendable, Hashable {
  /// A session was opened, or saved under this path.
  case opened(String)
  /// Stories were loaded, by these words.
  case loaded([String])

  /// Paths as they were given.
  var words: [String] {
    switch self {
    case .opened(let path): [path]
    case .loaded(let words): words
    }
  }

  /// As a transcript has it: `opened s.json`, `loaded a.txt "b c.txt"`.
  var line: String {
    let verb = if case .opened = self { "opened" } else { "loaded" }
    return ([verb] + words.map(Quoting.word)).joined(separator: " ")
  }

  /// Nil for any other line.
  init?(line: String) {
    guard let words = (try? LineLexer.statements(in: line))?.first?.words.map(\.text),
      words.count > 1
    else { return nil }
    switch words[0] {
    case "opened" where words.count == 2: self = .opened(words[1])
    case "loaded": self = .loaded(Array(words.dropFirst()))
    default: return nil
    }
  }
}
