internal import JSONText

extension StoryRow {
  /// A record of a list. `passedOver` hears of members that hold something and are no use.
  init(json value: JSONValue, passedOver: ([String]) -> Void) throws(Fault) {
    let expected = #"expected {"title": "…", "text": "…"}"#
    guard case .object(let object) = value else {
      throw Fault(problem: "no object", remedy: expected)
    }
    var row = StoryRow()
    var (ranks, unused) = ([StoryField: Int](), [String]())
    for member in Self.members(of: object) where member.value != .null {
      guard let (field, rank) = StoryField.known(member.key), rank < ranks[field] ?? .max,
        let text = Self.text(member.value)
      else {
        unused.append(member.key)
        continue
      }
      ranks[field] = rank
      row[field] = text
    }
    passedOver(unused)
    guard row[.text] != nil else { throw Fault(problem: #"no "text""#, remedy: expected) }
    self = row
  }

  /// The members, with those of objects that hold a story's fields apart: `{"_source": {…}}`,
  /// `{"webTitle": …, "fields": {"bodyText": …}}`
  private static func members(of object: JSONObject) -> [JSONObject.Member] {
    object.members.flatMap { member -> [JSONObject.Member] in
      guard JSONListHead.holders.contains(member.key), case .object(let inner) = member.value else {
        return [member]
      }
      return inner.members
    }
  }

  /// Text, a number, names or paragraphs in a list, an object that has a name.
  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .object(let object):
      return (object["name"] ?? object["value"] ?? object["rendered"]).flatMap(text)
    case .array(let items):
      let texts = items.map(text)
      guard texts.allSatisfy({ $0 != nil }), !texts.isEmpty else { return nil }
      return texts.compactMap { $0 }.joined(separator: "\n")
    default: return nil
    }
  }
}
