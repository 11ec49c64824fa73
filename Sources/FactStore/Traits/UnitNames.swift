internal import Lexicons

/// What a quantity counts or measures, in one of the names of both languages.
struct UnitName: Sendable, Hashable {
  /// As shown: "people", "kilometres"; an unlisted unit as it stands.
  var name: String
  /// What can be held against each other has one dimension: metres and kilometres "length".
  var dimension: String
  /// How many of the dimension's base unit it is.
  var factor: Double
  /// Whether the list has it; what it is not in, nobody knows to be another thing.
  var isListed = true

  static let people = UnitName(name: "people", dimension: "people", factor: 1)
}

/// The units of `unit-names.tsv`.
struct UnitNames: Sendable {
  static let shared = UnitNames(list: WordList(embedded: "unit-names.tsv"))

  private var units = [String: UnitName]()

  init(list: WordList) {
    for row in list.rows {
      let unit = UnitName(name: row[0], dimension: row[1], factor: Double(row[2]) ?? 1)
      for name in row.items(3) + row.items(4) { units[Self.key(name)] = unit }
    }
  }

  /// "xe chữa cháy" → fire engines; "firefighters" → firefighters; an unlisted one by its words,
  /// "alarms" with "alarm"; nil for no unit.
  func unit(_ words: String) -> UnitName? {
    let key = Self.key(words)
    guard !key.isEmpty else { return nil }
    if let unit = units[key] { return unit }
    for ending in ["s", "es"] where key.hasSuffix(ending) {
      if let unit = units[String(key.dropLast(ending.count))] { return unit }
    }
    let dimension = key.hasSuffix("s") ? String(key.dropLast()) : key
    let name = SourceName.tidy(words).lowercased()
    return UnitName(name: name, dimension: dimension, factor: 1, isListed: false)
  }

  /// Signs ("$", "%") are kept as they are; words lose case and the place of their tone mark.
  private static func key(_ words: String) -> String {
    let key = SourceName.key(words.replacing("²", with: "2").replacing("³", with: "3"))
    return key.isEmpty ? words.trimmingSpaces() : key
  }
}
