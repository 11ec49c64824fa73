/// One spelling of each name, where some stories are cut into words: of "ABS - CBN" and "ABS-CBN"
/// the shorter.
struct NameSpellings {
  private var shown: [String: String] = [:]

  init(_ names: some Sequence<String>) {
    for name in names {
      let key = Self.key(name)
      guard let known = shown[key] else {
        shown[key] = name
        continue
      }
      let isShorter = (name.utf8.count, name) < (known.utf8.count, known)
      if isShorter { shown[key] = name }
    }
  }

  func one(of name: String) -> String { shown[Self.key(name)] ?? name }

  /// "ABS - CBN" → "abs-cbn"
  private static func key(_ name: String) -> String {
    let words = name.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ").lowercased()
    return ["-", "/", ".", "&"].reduce(words) { words, mark in
      words.split(separator: " \(mark) ", omittingEmptySubsequences: false).joined(separator: mark)
    }
  }
}
