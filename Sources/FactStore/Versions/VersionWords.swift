internal import Lexicons

/// The distinct words and marks of texts that are compared, with what is asked of them.
package struct VersionWords: Sendable {
  package struct Entry: Sendable {
    /// Composed.
    let text: String
    let isMark: Bool
    /// It has a digit or is a number in letters.
    let isFigure: Bool
    let isCapital: Bool
    /// It turns what a sentence says: "not", "tăng".
    let isTurn: Bool
    /// The number of the same word in small letters.
    var small: Int
  }

  private var numbers: [String: Int] = [:]
  private var entries: [Entry] = []

  package init() {}

  package subscript(number: Int) -> Entry { entries[number] }

  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    let number = entries.count
    numbers[word] = number
    let first = word.unicodeScalars.first ?? " "
    let hasDigit = word.unicodeScalars.contains { $0.properties.numericType != nil }
    let isMark = !first.properties.isAlphabetic && !hasDigit
    let small = word.lowercased()
    entries.append(
      Entry(
        text: word, isMark: isMark, isFigure: hasDigit || VersionWordList.figures.contains(small),
        isCapital: first.properties.isUppercase, isTurn: VersionWordList.turns.contains(small),
        small: number))
    if small != word {
      let plain = self.number(of: small)
      entries[number].small = plain
    }
    return number
  }
}

/// The words of the list by which versions are compared, read when two first are.
private enum VersionWordList {
  static let figures = words("figure")
  static let turns = words("turn")

  private static func words(_ kind: String) -> Set<String> {
    let rows = WordList(embedded: "version-words.tsv").rows.filter { $0[0] == kind }
    return Set(rows.flatMap { $0.items(1) })
  }
}
