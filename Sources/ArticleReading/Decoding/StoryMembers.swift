internal import JSONText
internal import Lexicons

/// The members of a record by what they say, whatever they are called: `{"headline": "T"}` has a
/// title.
struct StoryMembers {
  enum Field: String, CaseIterable { case id, text, title, author, url, date, language }

  /// A member that is no text, though it must be one.
  struct WrongType: Error {
    var name: String
    var expected: String
  }

  private var texts: [Field: String] = [:]
  /// Members that hold something and say none of that, and second ones that say the same.
  private(set) var unused: [String] = []

  /// The member's text; nil where there is none.
  subscript(field: Field) -> String? { texts[field] }

  /// The same, nil where it is blank too.
  func words(_ field: Field) -> String? {
    texts[field].map { $0.trimmingSpaces() }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The id alone, of a record that may be no story.
  static func id(of record: JSONObject) -> String? {
    record.members.first { names[plain($0.key)]?.0 == .id }.flatMap { text($0.value, of: .id) }
  }

  init(_ record: JSONObject) throws(WrongType) {
    var ranks: [Field: (rank: Int, name: String)] = [:]
    for member in record.members.sorted(by: { $0.key < $1.key }) where member.value != .null {
      let name = member.key
      guard let (field, rank) = Self.names[Self.plain(name)] else {
        unused.append(name)
        continue
      }
      if let before = ranks[field], before.rank <= rank {
        unused.append(name)
        continue
      }
      if let before = ranks[field] { unused.append(before.name) }
      ranks[field] = (rank, name)
      guard let text = Self.text(member.value, of: field) else {
        let expected = field == .id ? "a string or a whole number" : "a string"
        throw WrongType(name: name, expected: expected)
      }
      texts[field] = text
    }
    unused.sort()
  }

  /// Ids are numbers where engines write them so: 17, 17.0 → "17".
  private static func text(_ value: JSONValue, of field: Field) -> String? {
    switch (field, value) {
    case (.author, _): value.names
    case (.id, .integer(let number)): String(number)
    case (.id, .number(let number)): JSONWriter.whole(number).map { String($0) }
    default: value.text
    }
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

extension JSONValue {
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  /// One name, several, or objects that have one: `"An"`, `["An", "Bình"]`, `{"name": "An"}`.
  fileprivate var names: String? {
    switch self {
    case .string(let name): return name
    case .object(let named): return named["name"]?.text
    case .array(let items):
      var names = [String]()
      for item in items {
        guard let name = item.names else { return nil }
        if !name.isEmpty { names.append(name) }
      }
      return names.joined(separator: ", ")
    default: return nil
    }
  }
}
