import ArgumentParser

extension String {
  /// Whether nothing is to be seen of it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

/// Throws where an option was given without anything to see: `--tag ""` would leave a mark that
/// nobody can read, ask for or take away.
func checkWords(_ words: [String], of option: String, _ expected: String) throws {
  guard let blank = words.first(where: \.isBlank) else { return }
  throw ValidationError("expected \(expected) with \(option), found '\(blank)'")
}
