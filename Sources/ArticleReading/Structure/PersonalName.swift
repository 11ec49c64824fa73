internal import Lexicons

/// Tells names of persons by the family names of Vietnam and the given names of other countries.
///
/// "Lê Thu Hà", "Hồng Vân", "Ann Poe"; not "Vân Sa" or "Port Ann"
enum PersonalName {
  private static let family = names("family-names.tsv")
  private static let given = names("given-names.tsv")
  /// Common given names of Vietnam that pen names end in: "Hồng Vân", "Thu Trang".
  private static let last = names("pen-names.tsv")

  static func isOne(_ words: ArraySlice<Word>) -> Bool {
    guard (2...4).contains(words.count), let first = words.first, let end = words.last else {
      return false
    }
    return family.contains(first.key.exact) || given.contains(first.key.exact)
      || last.contains(end.key.exact)
  }

  private static func names(_ list: String) -> Set<UInt64> {
    Set(WordList(embedded: list).rows.compactMap { $0.keys(0).first?.exact })
  }
}
