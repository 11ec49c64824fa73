internal import Lexicons

/// Titles of persons by their words, each with the group of those that stand for each other:
/// "foreign minister" and "ngoại trưởng" are of "foreign-minister".
struct OfficeTitles: Sendable {
  static let shared = OfficeTitles(WordList(embedded: "titles.tsv"))

  /// What a title is as words of a text are keyed.
  private var groups = [UInt64: String]()
  /// Number of words of the longest title.
  private(set) var longest = 1

  init(_ titles: WordList) {
    for row in titles.rows {
      let words = row[0].split { !$0.isLetter }
      guard !words.isEmpty else { continue }
      groups[words.reduce(0) { chained($0, WordKey($1).exact) }] = row[2]
      longest = max(longest, words.count)
    }
  }

  /// The group of a title that these words make; nil where they make none.
  func group(_ words: ArraySlice<ScannedWord>) -> String? {
    groups[words.reduce(0) { chained($0, $1.exact) }]
  }

  /// The longest title that ends before `end`, not before `start`, nothing between its words.
  func title(endingAt end: Int, notBefore start: Int, in words: [ScannedWord]) -> Range<Int>? {
    (max(start, end - longest)..<end).lazy.map { $0..<end }
      .first { group(words[$0]) != nil }
  }

  /// The longest title that begins with the word at `start`.
  func title(from start: Int, in words: [ScannedWord]) -> Range<Int>? {
    (start..<min(words.count, start + longest)).reversed().lazy.map { start..<$0 + 1 }
      .first { group(words[$0]) != nil }
  }

  /// How many of the first words of a name are titles: 2 of "Tổng thống Donald Trump".
  func count(openingName words: [Substring]) -> Int {
    let keys = words.map { WordKey($0).exact }
    var count = 0
    while count < keys.count {
      let longest = (count + 1..<min(keys.count, count + longest) + 1).reversed().first { end in
        groups[keys[count..<end].reduce(0, chained)] != nil
      }
      guard let longest else { break }
      count = longest
    }
    return count
  }
}
