/// One spelling of each name, where some stories are cut into words: of "ABS - CBN" and "ABS-CBN"
/// the shorter.
struct NameSpellings {
  /// By name as written.
  private let shown: [String: String]

  init(_ names: some Sequence<String>) {
    let alike = Dictionary(grouping: Set(names), by: Self.key)
    shown = alike.values.reduce(into: [:]) { shown, names in
      let shortest = names.min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      for name in names { shown[name] = shortest }
    }
  }

  func one(of name: String) -> String { shown[name] ?? name }

  /// "ABS - CBN" → "abs-cbn"
  private static func key(_ name: String) -> String {
    let words = name.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ").lowercased()
    return ["-", "/", ".", "&"].reduce(words) { words, mark in
      words.split(separator: " \(mark) ", omittingEmptySubsequences: false).joined(separator: mark)
    }
  }
}
