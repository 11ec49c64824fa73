internal import Lexicons

/// Names that many people have, without marks.
struct CommonNames: Sendable {
  static let shared = CommonNames(
    given: WordList(embedded: "given-names.tsv"), family: WordList(embedded: "family-names.tsv"))

  /// "john", "sergei".
  let given: Set<String>
  /// Family names that open a name of Vietnamese form: "nguyen".
  private let family: Set<String>

  init(given: WordList, family: WordList) {
    self.given = Set(given.rows.map { Folding.folded($0[0]) })
    self.family = Set(family.rows.map { Folding.folded($0[0]) })
  }

  /// Whether the name is of Vietnamese form, in which one letter makes another name.
  func isVietnamese(_ name: PersonName) -> Bool {
    name.words.first.map(family.contains) ?? false
  }
}
