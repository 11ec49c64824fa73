internal import ClaimModel

/// A person's or other proper name as it stands in a story, with the words that describe it.
struct NameMention {
  /// Its tokens, without title and country: "Donald Trump" of "Tổng thống Mỹ Donald Trump".
  var tokens: Range<Int>
  /// Title, country and field around it; empty where none stands there.
  var descriptor: Range<Int>
  /// The title's group, nil where only an honorific or nothing stands there.
  var titleGroup: String?
  var isPerson: Bool
  /// As an honorific or title tells it; nil where none does.
  var gender: Gender?
  /// What its own words and those around it make of it.
  var kind = Kind.unknown
  /// Its place among the story's distinct names.
  var name = 0

  enum Kind: Sendable {
    case person, body, unknown
  }
}

/// The gender that "ông", "bà", "Mr", "she" speak of.
enum Gender: Sendable {
  case male, female
}
