import Presentation

/// A step that led to what is on the desk, and that can be done again from files alone: what a
/// transcript begins with.
package enum DeskOrigin: Sendable, Hashable {
  /// A session was opened, or saved under this path.
  case opened(String)
  /// Stories were loaded, by these words; the state knows whose load it was.
  case loaded([String], by: String)

  /// Paths as they were given.
  package var words: [String] {
    switch self {
    case .opened(let path): [path]
    case .loaded(let words, _): words
    }
  }

  /// As a transcript has it: `opened s.json`, `loaded-by an a.txt "b c.txt"`.
  var line: String {
    let verb =
      switch self {
      case .opened: ["opened"]
      case .loaded(_, let user): ["loaded-by", user]
      }
    return (verb + words).map(Quoting.word).joined(separator: " ")
  }

  /// Nil for any other line.
  init?(line: String) {
    guard let words = (try? LineLexer.statements(in: line))?.first?.words.map(\.text),
      words.count > 1
    else { return nil }
    switch words[0] {
    case "opened" where words.count == 2: self = .opened(words[1])
    case "loaded-by" where words.count > 2: self = .loaded(Array(words[2...]), by: words[1])
    default: return nil
    }
  }
}
