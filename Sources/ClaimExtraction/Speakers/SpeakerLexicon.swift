internal import ClaimModel
internal import Lexicons

/// The words that tell who a source is, one set a language; read when first asked for.
final class SpeakerLexicon: Sendable {
  struct Title: Sendable {
    /// Titles of one group stand for each other.
    let group: String
    let gender: Gender?
    let isHonorific: Bool
  }

  struct Place: Sendable {
    /// The name that is shown: "Mỹ".
    let name: String
    /// Whether the phrase is its capital: "Washington".
    let isCapital: Bool
  }

  enum Reference: String, Sendable {
    case he, she, they, i, we, this, indefinite, plural
    case thisCountry = "this-country"
    case thatPerson = "that-person"
  }

  let titles: PhraseTable<Title>
  let places: PhraseTable<Place>
  let nouns: PhraseTable<SourceKind>
  /// Words of offices that are no names: "Ngoại giao".
  let fields: PhraseTable<Bool>
  let references: PhraseTable<Reference>

  static let vietnamese = SpeakerLexicon(language: "vi")
  static let english = SpeakerLexicon(language: "en")

  static func of(_ language: ArticleLanguage) -> SpeakerLexicon {
    language == .vietnamese ? vietnamese : english
  }

  private init(language: String) {
    let rows: (String) -> [WordList.Row] = { name in
      WordList(embedded: name).rows.filter { $0[1] == language }
    }
    titles = PhraseTable(
      rows("titles.tsv").map { row in
        let isHonorific = row[2] == "honorific"
        let gender: Gender? = row[3] == "f" ? .female : row[3] == "m" ? .male : nil
        return (row[0], Title(group: row[2], gender: gender, isHonorific: isHonorific))
      })
    nouns = PhraseTable(
      rows("source-nouns.tsv").compactMap { row in
        SourceKind(rawValue: row[2]).map { (row[0], $0) }
      })
    fields = PhraseTable(
      rows("source-nouns.tsv").filter { $0[2] == "field" }.map { ($0[0], true) })
    references = PhraseTable(
      rows("references.tsv").compactMap { row in
        Reference(rawValue: row[2]).map { (row[0], $0) }
      })
    let column = language == "vi" ? 1 : 2
    places = PhraseTable(
      WordList(embedded: "places.tsv").rows.flatMap { row in
        let names = row.items(column)
        let shown = names.first ?? ""
        return names.map { ($0, Place(name: shown, isCapital: false)) }
          + row.items(column + 2).map { ($0, Place(name: shown, isCapital: true)) }
      })
  }
}
