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
    family = KeyTable(
      tables.list("family-names.tsv").rows.map { row in
        (WordKey(row[0]).exact, row[1] == "common" ? .common : .rare)
      })
    given = KeyTable(
      tables.list("given-names.tsv").rows.map { row in
        let gender: Gender? = row[1] == "f" ? .female : row[1] == "m" ? .male : nil
        return (WordKey(row[0]).exact, GivenName(gender: gender))
      })
    let words = tables.rows("body-words.tsv", of: language)
    bodyWords = KeyTable(
      words.compactMap { row in
        BodyWord(rawValue: row[2]).map { (WordKey(row[0]).exact, $0) }
      })
    classWords = PhraseTable(words.filter { $0[2] == "class" }.map { ($0[0], true) })
    firmNouns = PhraseTable(words.filter { $0[2] == "firm-noun" }.map { ($0[0], true) })
    relations = PhraseTable(words.filter { $0[2] == "relation" }.map { ($0[0], true) })
    towns = PhraseTable(tables.list("towns.tsv").rows.map { ($0[0], true) })
    personNouns = PhraseTable(
      tables.rows("person-nouns.tsv", of: language).map { ($0[0], true) })
    peopleNouns = KeyTable(
      language == "en"
        ? tables.rows("person-nouns.tsv", of: language).flatMap { row in
          Self.plurals(row[0]).map { (WordKey($0).exact, true) }
        } : [])
  }

  /// "baker" → "bakers"; "spokesman" → "spokesmen"; "secretary" → "secretaries".
  private static func plurals(_ noun: String) -> [String] {
    if noun.hasSuffix("man") { return [noun.dropLast(2) + "en"] }
    if noun.hasSuffix("y") { return [noun.dropLast() + "ies"] }
    return noun == "person" ? ["people", "persons"] : [noun + "s"]
  }
}
