internal import ClaimModel
internal import Lexicons

/// The words that tell who a source is, one set a language.
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
    case he, she, it, they, i, we, this, indefinite, plural
    case thisCountry = "this-country"
    case thatPerson = "that-person"
  }

  let titles: PhraseTable<Title>
  let places: PhraseTable<Place>
  let nouns: PhraseTable<SourceKind>
  /// The key of the country that somebody leads, by its shown name.
  let leaders: PhraseTable<UInt64>
  /// Where they sit: "Nhà Trắng".
  let seats: PhraseTable<UInt64>
  /// Words of offices that are no names: "Ngoại giao".
  let fields: PhraseTable<Bool>
  let references: PhraseTable<Reference>
  let agencies: AgencyRegistry
  let names: NameLexicon
  /// The share of speakers that are right, for each way of finding them.
  let confidence: [SpeakerWay: Double]

  let customs: Customs
  let words: SpeakerWords

  /// `placeColumns` are those of `places.tsv` that hold the language's names of countries and of
  /// their capitals, from 0.
  init(
    tables: WordTables, language: String, placeColumns: (names: Int, capitals: Int),
    _ customs: Customs
  ) {
    self.customs = customs
    words = SpeakerWords(tables: tables, language: language)
    agencies = tables.agencies
    names = NameLexicon(tables: tables, language: language)
    let rows: (String) -> [WordList.Row] = { tables.rows($0, of: language) }
    titles = PhraseTable(rows("titles.tsv")) { row in
      let group = row[2]
      return Title(
        group: group, gender: Gender(of: row, in: 3), isHonorific: group == "honorific")
    }
    let shares = tables.list("speaker-confidence.tsv").rows
    confidence = Dictionary(
      shares.compactMap { row in
        guard let way = SpeakerWay(rawValue: row[0]),
          let share = Double(row[language == "vi" ? 1 : 2])
        else { return nil }
        return (way, share)
      }, uniquingKeysWith: { first, _ in first })
    let sourceNouns = rows("source-nouns.tsv")
    var kinds = RowClasses<SourceKind>(column: 2)
    nouns = PhraseTable(sourceNouns) { kinds.value(of: $0) }
    fields = PhraseTable(sourceNouns.filter { $0.holds("field", in: 2) })
    var ways = RowClasses<Reference>(column: 2)
    references = PhraseTable(rows("references.tsv")) { ways.value(of: $0) }
    let countries = tables.list("places.tsv").rows
    places = Self.places(countries, names: placeColumns.names, capitals: placeColumns.capitals)
    let led = tables.list("leaders.tsv").rows
    leaders = Self.led(led, column: 1, countries, names: placeColumns.names)
    seats = Self.led(led, column: 2, countries, names: placeColumns.names)
  }

  /// The names in a column of leaders, with the keys of their countries' names.
  private static func led(
    _ rows: [WordList.Row], column: Int, _ countries: [WordList.Row], names: Int
  ) -> PhraseTable<UInt64> {
    var leaders = PhraseTable<UInt64>(room: rows.count * 4)
    for row in rows {
      guard let country = countries.first(where: { $0[0] == row[0] })?.items(names).first else {
        continue
      }
      let key = WordKey(country).exact
      row.forEachItem(column) { leaders.add($0, key) }
    }
    return leaders
  }

  /// The countries and capitals in two columns of rows. Of two with the same name the first counts,
  /// and the country before its capital.
  private static func places(
    _ rows: [WordList.Row], names: Int, capitals: Int
  ) -> PhraseTable<Place> {
    var places = PhraseTable<Place>(room: rows.count * 2)
    for row in rows.reversed() {
      let shown = row.items(names).first ?? ""
      row.forEachItem(capitals) { places.add($0, Place(name: shown, isCapital: true)) }
      row.forEachItem(names) { places.add($0, Place(name: shown, isCapital: false)) }
    }
    return places
  }
}

extension Gender {
  /// Of a column that is "f" or "m"; nil where it is neither.
  init?(of row: WordList.Row, in column: Int) {
    if row.holds("f", in: column) {
      self = .female
    } else if row.holds("m", in: column) {
      self = .male
    } else {
      return nil
    }
  }
}

extension SpeakerLexicon {
  /// Where a town's name that ends before a token starts.
  func towns(before index: Int, in tokens: [Token], from start: Int) -> Int? {
    names.towns.match(before: index, in: tokens, from: start)?.start
  }

  /// Where a town's name that starts at a token ends.
  func towns(at index: Int, in tokens: [Token], limit: Int) -> Int? {
    names.towns.match(at: index, in: tokens, limit: limit)?.end
  }
}

extension SpeakerLexicon {
  /// How a language names speakers and points back at them.
  struct Customs: Sendable {
    /// The most words that may stand between a name's comma, or the head of a source, and a title:
    /// "Reed, the party's spokesman".
    var wordsBeforeTitle: Int
    /// Words with capitals before a title with one are its office: "Transport Minister Anna Reed".
    var officeStandsBeforeTitle = false
    /// "Cơ quan này": what points back stands behind its noun.
    var demonstrativeStandsBehind = false
    /// A word for several people anywhere in a source makes it a plural: "lãnh đạo hai nước".
    var pluralStandsInside = false
    /// The country, as it is shown, whose capital is a city like others to these stories.
    var home: String?
    /// Names of Vietnamese form are met: "Phạm Nhật Vinh", of which no syllable is a country.
    var familyNameStandsFirst = false
  }
}
