/// What a story says somebody is: "Ngoại trưởng Nga".
struct Office: Sendable, Hashable {
  /// As the story has it.
  var words: String
  /// Its title alone, in small letters: "ngoại trưởng".
  var title: String
  /// Which titles stand for its title: "foreign-minister".
  var group: String
  /// Line of its country in the list of places; nil where the story names none beside it.
  var country: Int?

  /// From what speaks against one person to what speaks for it.
  enum Agreement: Int, Sendable, Comparable {
    case differs, unclear, alike, same

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How far two offices speak for one person.
  func agreement(with other: Office) -> Agreement {
    let isSameCountry = country == other.country && country != nil
    if country != nil, other.country != nil, !isSameCountry {
      return isOfState && other.isOfState ? .differs : .unclear
    }
    if group == other.group, isSingle { return .same }
    if title == other.title, !isAcademic { return isSameCountry ? .same : .alike }
    return isProfession && other.isForce || isForce && other.isProfession ? .differs : .unclear
  }
}

extension Office {
  /// Groups of offices that one person at a time holds in a country.
  static let single: Set = [
    "head-of-state", "head-of-government", "foreign-minister", "defence-minister",
    "vice-president",
  ]
  /// Titles that people of all offices have.
  private static let academic: Set = [
    "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ", "gs", "pgs", "ts", "ths", "pgs.ts", "gs.ts",
    "chuyên gia", "tác giả", "dr", "prof", "professor", "expert", "author",
  ]
  private static let forces = ["công an", "cảnh sát", "police"]

  /// Whether one person at a time holds it.
  var isSingle: Bool { Self.single.contains(group) }

  /// Whether its country is the one that it serves: that of an analyst may be what they analyse.
  private var isOfState: Bool { group != "expert" && group != "manager" }

  private var isAcademic: Bool { Self.academic.contains(title) }

  /// Doctor, lawyer, singer: what somebody is for life, as a rule.
  private var isProfession: Bool { group == "expert" && !isAcademic }

  /// Of the army or the police.
  private var isForce: Bool {
    let words = words.lowercased()
    return group == "general" || Self.forces.contains { words.contains($0) }
  }
}

extension [Office] {
  /// The best that an office of these and one of the others say; unclear where there is none.
  func agreement(with others: [Office]) -> Office.Agreement {
    flatMap { office in others.map { office.agreement(with: $0) } }.max() ?? .unclear
  }
}
