/// The form of one table of a newsroom's own words.
struct OwnTable: Sendable {
  /// What a column holds.
  enum Content: Sendable {
    /// One word or phrase.
    case words
    /// Any number of them, ";" between them.
    case list
    /// One of some words.
    case choice([String])
    case country
    /// Anything without a blank, such as a code.
    case code
  }

  struct Column: Sendable {
    let name: String
    let content: Content
    var isNeeded = true
  }

  let name: String
  let subject: OwnWords.Entry.Subject
  let columns: [Column]

  static let all: [OwnTable] =
    [
      OwnTable(
        name: "agencies.tsv", subject: .agency,
        columns: [
          Column(name: "name", content: .words),
          Column(name: "kind", content: choice("agencies.tsv", 1)),
          Column(name: "country", content: .country, isNeeded: false),
          Column(name: "other names", content: .list, isNeeded: false),
        ]),
      OwnTable(
        name: "cues.tsv", subject: .cue,
        columns: [
          Column(name: "language", content: .choice(languages)),
          Column(
            name: "class",
            content: .choice(merged(languages.map { values("\($0)-cues.tsv", 0) }))),
          Column(name: "cues", content: .list),
        ]),
      OwnTable(
        name: "titles.tsv", subject: .title,
        columns: [
          Column(name: "words", content: .words),
          Column(name: "language", content: .choice(languages)),
          Column(name: "group", content: choice("titles.tsv", 2)),
          Column(name: "gender", content: .choice(["m", "f"]), isNeeded: false),
        ]),
      OwnTable(
        name: "units.tsv", subject: .unit,
        columns: [
          Column(name: "words", content: .words),
          Column(name: "language", content: .choice(languages + ["*"])),
          Column(name: "class", content: choice("units.tsv", 2)),
        ]),
      OwnTable(
        name: "places.tsv", subject: .place,
        columns: [
          Column(name: "code", content: .code),
          Column(name: "Vietnamese names", content: .list, isNeeded: false),
          Column(name: "English names", content: .list, isNeeded: false),
          Column(name: "capitals in Vietnamese text", content: .list, isNeeded: false),
          Column(name: "capitals in English text", content: .list, isNeeded: false),
        ]),
    ] + languages.map(cues)

  /// `vi-cues.tsv`, `en-cues.tsv`
  private static func cues(of language: String) -> OwnTable {
    let name = "\(language)-cues.tsv"
    return OwnTable(
      name: name, subject: .cue,
      columns: [
        Column(name: "class", content: choice(name, 0)), Column(name: "cues", content: .list),
      ])
  }

  static func named(_ name: String) -> OwnTable? { all.first { $0.name == name } }

  /// The languages that have cues of their own.
  static let languages: [String] = EmbeddedFile.all.map(\.name)
    .filter { $0.hasSuffix("-cues.tsv") }.map { String($0.dropLast("-cues.tsv".count)) }
    .sorted(by: >)

  /// The values that an embedded table has in a column.
  private static func choice(_ name: String, _ column: Int) -> Content {
    .choice(values(name, column))
  }

  private static func values(_ name: String, _ column: Int) -> [String] {
    merged([WordList(embedded: name).rows.map { $0[column] }])
  }

  /// Each once, in their first order.
  private static func merged(_ lists: [[String]]) -> [String] {
    var found = [String]()
    for value in lists.joined() where !found.contains(value) { found.append(value) }
    return found
  }
}
