internal import Lexicons

/// The words that tell whose a name is: family names and given names, firms' words, towns.
///
/// One set serves all languages: Vietnamese stories name foreigners, English ones Vietnamese.
final class NameLexicon: Sendable {
  /// Of a family name: whether it opens a name of two syllables by itself.
  enum FamilyName: Sendable { case common, rare }

  struct GivenName: Sendable {
    let gender: Gender?
  }

  /// What a capitalised word makes of the name it stands in.
  enum BodyWord: String, Sendable {
    /// "Corp": closes a firm's full name.
    case suffix
    case firm, body, outlet
  }

  let family: KeyTable<FamilyName>
  let given: KeyTable<GivenName>
  let bodyWords: KeyTable<BodyWord>
  /// "công ty", in small letters before a name that stands for itself.
  let classWords: PhraseTable<Bool>
  let firmNouns: PhraseTable<Bool>
  let towns: PhraseTable<Bool>
  /// "gia đình", "chính quyền": people of a person that is named behind.
  let relations: PhraseTable<Bool>
  /// Nouns of several persons: "bakers".
  let peopleNouns: KeyTable<Bool>
  /// Nouns of persons: "baker", "đầu bếp".
  let personNouns: PhraseTable<Bool>

  init(tables: WordTables, language: String) {
    family = KeyTable(tables.list("family-names.tsv").rows) { row in
      row.holds("common", in: 1) ? .common : .rare
    }
    given = KeyTable(tables.list("given-names.tsv").rows) { row in
      GivenName(gender: Gender(of: row, in: 1))
    }
    let words = tables.rows("body-words.tsv", of: language)
    var classes = RowClasses<BodyWord>(column: 2)
    bodyWords = KeyTable(words) { classes.value(of: $0) }
    classWords = PhraseTable(words.filter { $0.holds("class", in: 2) })
    firmNouns = PhraseTable(words.filter { $0.holds("firm-noun", in: 2) })
    relations = PhraseTable(words.filter { $0.holds("relation", in: 2) })
    towns = PhraseTable(tables.list("towns.tsv").rows)
    let persons = tables.rows("person-nouns.tsv", of: language)
    personNouns = PhraseTable(persons)
    peopleNouns = KeyTable(
      language == "en"
        ? persons.flatMap { row in Self.plurals(row[0]).map { (WordKey($0).exact, true) } } : [])
  }

  /// "baker" → "bakers"; "spokesman" → "spokesmen"; "secretary" → "secretaries".
  private static func plurals(_ noun: String) -> [String] {
    if noun.hasSuffix("man") { return [noun.dropLast(2) + "en"] }
    if noun.hasSuffix("y") { return [noun.dropLast() + "ies"] }
    return noun == "person" ? ["people", "persons"] : [noun + "s"]
  }
}
