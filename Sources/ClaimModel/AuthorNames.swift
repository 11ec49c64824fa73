/// The people that a byline names, one by one.
enum AuthorNames {
  /// "An Nguyên - Bình Minh" → An Nguyên; Bình Minh. "Ann Lee, Bob Ray and Tom Moss" → three.
  /// Where each was stands in no name: "Ann Lee in Vienna" → Ann Lee. A line of which a part is no
  /// name stays whole: "Ann Lee, staff writer".
  static func list(_ author: String) -> [String] {
    let parts = parts(of: author.split(separator: " ")[...]).map { words in
      words.firstIndex(of: "in").map { $0 > 1 ? Array(words[..<$0]) : words } ?? words
    }
    return parts.allSatisfy(isName) ? parts.map { $0.joined(separator: " ") } : [author]
  }

  /// Cut at marks and words that join names. A hyphen within a name has no blanks beside it.
  private static func parts(of words: ArraySlice<Substring>) -> [[Substring]] {
    var parts = [[Substring]()]
    for word in words {
      if joints.contains(word.lowercased()) {
        parts.append([])
        continue
      }
      let isLast = word.hasSuffix(",") || word.hasSuffix(";")
      parts[parts.count - 1].append(isLast ? word.dropLast() : word)
      if isLast { parts.append([]) }
    }
    return parts.filter { !$0.isEmpty }
  }

  private static let joints: Set<String> = [
    "-", "–", "—", "/", "|", "&", "+", ",", ";", "and", "và",
  ]

  /// One that has more than a family name, or stands in a list of such: words with capitals.
  private static func isName(_ words: [Substring]) -> Bool {
    words.count <= 5 && words.first?.first?.isUppercase == true
      && words.allSatisfy { word in !word.contains { $0.isNumber } }
      && words.last?.first?.isUppercase == true
  }
}

extension Article {
  /// Those who wrote it: as its form lists them, else the names of `author`.
  package var authors: [String] {
    if let listed = origin?.authors, !listed.isEmpty { return listed }
    return author.map(AuthorNames.list) ?? []
  }
}
