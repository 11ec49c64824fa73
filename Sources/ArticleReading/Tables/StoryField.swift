internal import Lexicons

/// What a column of a table, or a member of a record in a list, says of its story.
enum StoryField: String, CaseIterable {
  case id, text, title, author, url, date, language, lead, section, updated, source

  /// By the names of `story-members.tsv` and `story-columns.tsv`, whatever their case and marks:
  /// "Tiêu đề" → title. `rank`: of two that say the same the lower one counts.
  static func known(_ name: String) -> (field: StoryField, rank: Int)? {
    let plain = plain(name)
    if let found = names[plain] { return found }
    // "Nội dung bài báo", "Ngày đăng tin": of the story, whichever word says so.
    return tails.lazy.filter { plain.hasSuffix($0) }
      .compactMap { names[String(plain.dropLast($0.count))] }.first
  }

  /// "datePublished", "date_published", "Date-Published" → "datepublished"
  static func plain(_ name: String) -> String {
    var name = name
    var letters = [UInt8]()
    name.withUTF8 { Folding.fold($0, into: &letters) }
    letters.removeAll { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Words for the story behind the name of a column, the longest first.
  private static let tails: [String] =
    WordList(embedded: "story-columns.tsv").rows.filter { $0[1] == "tail" }.map { $0[0] }
    .sorted { ($1.count, $0) < ($0.count, $1) }

  private static let names: [String: (field: StoryField, rank: Int)] = {
    var names: [String: (field: StoryField, rank: Int)] = [:]
    let rows =
      WordList(embedded: "story-members.tsv").rows + WordList(embedded: "story-columns.tsv").rows
    for (rank, row) in rows.enumerated() where names[row[0]] == nil {
      if let field = StoryField(rawValue: row[1]) { names[row[0]] = (field, rank) }
    }
    return names
  }()
}

/// Which column of a table says what.
struct StoryColumns {
  /// The number of each field's column, from 0.
  private(set) var places: [StoryField: Int] = [:]
  /// Columns that say none of that.
  private(set) var unused: [String] = []

  /// `given`: what the user says of columns, name → field; it goes before what names say.
  init(_ names: [String], given: [String: String] = [:]) {
    var ranks: [StoryField: Int] = [:]
    let asked = Dictionary(
      given.map { (StoryField.plain($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    for (place, name) in names.enumerated() {
      let plain = StoryField.plain(name)
      let found =
        asked[plain].map { (StoryField(rawValue: $0), -1) }
        ?? StoryField.known(name).map { ($0.field, $0.rank) } ?? (nil, 0)
      guard let field = found.0, found.1 < ranks[field] ?? .max else {
        if !plain.isEmpty { unused.append(name) }
        continue
      }
      if let before = places[field] { unused.append(names[before]) }
      places[field] = place
      ranks[field] = found.1
    }
  }

  var hasText: Bool { places[.text] != nil }

  /// What the user says of columns that are not there.
  static func missing(_ given: [String: String], among names: [String]) -> [String] {
    let names = Set(names.map(StoryField.plain))
    return given.keys.filter { !names.contains(StoryField.plain($0)) }.sorted()
  }
}
