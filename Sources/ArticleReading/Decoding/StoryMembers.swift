internal import FoundationEssentials
internal import Lexicons

/// The members of a record by what they say, whatever they are called: `{"headline": "T"}` has a
/// title.
struct StoryMembers: Decodable {
  enum Field: String { case id, text, title, author, url, date, language }

  private var texts: [Field: String] = [:]
  /// Members that hold something and say none of that, and second ones that say the same.
  private(set) var unused: [String] = []

  /// The member's text; nil where there is none.
  subscript(field: Field) -> String? { texts[field] }

  /// The same, nil where it is blank too.
  func words(_ field: Field) -> String? {
    texts[field].map { $0.trimmingSpaces() }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(intValue: Int) { nil }
    init(stringValue: String) { self.stringValue = stringValue }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var ranks: [Field: (rank: Int, name: String)] = [:]
    for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      guard try !container.decodeNil(forKey: key) else { continue }
      guard let (field, rank) = Self.names[Self.plain(key.stringValue)] else {
        unused.append(key.stringValue)
        continue
      }
      if let before = ranks[field], before.rank <= rank {
        unused.append(key.stringValue)
        continue
      }
      if let before = ranks[field] { unused.append(before.name) }
      ranks[field] = (rank, key.stringValue)
      texts[field] =
        field == .author
        ? try container.decode(Names.self, forKey: key).text
        : try container.decode(String.self, forKey: key)
    }
    unused.sort()
  }

  /// "datePublished", "date_published", "Date-Published" → "datepublished"
  private static func plain(_ name: String) -> String {
    Folding.folded(name).filter { $0 != " " && $0 != "-" }
  }

  /// What each name says; of two that say the same the one of lower rank counts.
  private static let names: [String: (Field, rank: Int)] = {
    var names: [String: (Field, rank: Int)] = [:]
    for (rank, row) in WordList(embedded: "story-members.tsv").rows.enumerated() {
      if let field = Field(rawValue: row[1]) { names[row[0]] = (field, rank) }
    }
    return names
  }()
}

/// One name, several, or objects that have one: `"An"`, `["An", "Bình"]`, `{"name": "An"}`.
private struct Names: Decodable {
  var text: String

  private struct Named: Decodable { var name: String }

  init(from decoder: any Decoder) throws {
    if var list = try? decoder.unkeyedContainer() {
      var names = [String]()
      while !list.isAtEnd { names.append(try list.decode(Names.self).text) }
      text = names.filter { !$0.isEmpty }.joined(separator: ", ")
    } else if let named = try? Named(from: decoder) {
      text = named.name
    } else {
      text = try decoder.singleValueContainer().decode(String.self)
    }
  }
}
