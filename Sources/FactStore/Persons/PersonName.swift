internal import Lexicons

/// A person's name in words, without titles and without marks: "Tổng thống Donald Trump" →
/// "donald trump".
struct PersonName: Sendable, Hashable {
  let words: [String]
  /// The same words with their marks.
  let marked: [String]
  let hasTitle: Bool
  /// Whether what is no title is a country: "Ngoại trưởng Nga".
  let isCountry: Bool
  /// Whether it has capitals as names have: not "quản lý của George Michael".
  let isProper: Bool
  /// Words of names that have no capital.
  private static let particles: Set = ["al", "bin", "da", "de", "del", "der", "di", "van", "von"]

  init(_ name: String) {
    let parts = name.split { $0 == " " || $0 == "_" }
    let rest = parts.dropFirst(OfficeTitles.shared.count(openingName: parts))
    let own = rest.joined(separator: " ")
    words = SourceName.foldedKey(own).split(separator: " ").map(String.init)
    marked = SourceName.key(own).split(separator: " ").map(String.init)
    hasTitle = rest.count < parts.count
    let country = hasTitle ? Countries.shared.count(closingName: Array(rest)) : 0
    isCountry = hasTitle && country == rest.count
    // "Tổng thống Trump Mỹ" is no name.
    isProper = country == 0 && rest.allSatisfy { Self.isProper($0) }
  }

  private static func isProper(_ word: Substring) -> Bool {
    word.first?.isUppercase ?? false || word.hasPrefix("al-") || particles.contains(String(word))
  }

  /// Whether it has fewer words than the other and those are its first or last ones: "Lavrov" of
  /// "Sergei Lavrov", "Hùng" of "Nguyễn Văn Hùng".
  func isPart(of fuller: PersonName) -> Bool {
    guard !words.isEmpty, words.count < fuller.words.count else { return false }
    return fuller.words.suffix(words.count).elementsEqual(words)
      || words.count == 1 && fuller.words.first == words.first
  }

  /// The words by which a fuller name can be found that this is a part of.
  var ends: Set<String> { Set([words.first, words.last].compactMap { $0 }) }

  /// Whether it is one word that stands for many people: "Kim", "Hùng".
  var isShared: Bool { words.count == 1 && words.allSatisfy { $0.utf8.count <= 4 } }
}
