import JSONText
import Testing

@testable import Sessions

/// The table of actions in `ActionFormat` and the JSON Schema say the same.
@Suite("The members of an action")
struct ActionFormatTests {
  private static let operation: JSONObject = {
    guard case .object(let schema)? = try? JSONReader.read(SessionSchema.bytes),
      case .object(let definitions)? = schema["$defs"],
      case .object(let operation)? = definitions["operation"]
    else { return [:] }
    return operation
  }()

  /// `then` of the rule for an action of this name.
  private static func rule(_ name: String) -> JSONObject? {
    guard case .array(let rules)? = operation["allOf"] else { return nil }
    for case .object(let rule) in rules {
      let condition: JSONValue = [
        "properties": ["action": ["const": .string(name)]], "required": ["action"],
      ]
      if rule["if"] == condition, case .object(let then)? = rule["then"] { return then }
    }
    return nil
  }

  @Test(arguments: ActionName.allCases)
  func `are those of the schema, with their types, and as required`(_ name: ActionName) throws {
    let rule = try #require(Self.rule(name.rawValue))
    guard case .object(let properties)? = rule["properties"] else {
      Issue.record("\(name.rawValue) has no members")
      return
    }
    let members = ActionFormat.of(name).members
    #expect(Set(properties.members.map(\.key)) == Set(members.map(\.key)))
    #expect(Self.texts(rule["required"]) == Set(members.filter(\.isRequired).map(\.key)))
    for member in members {
      #expect(Self.undescribed(properties[member.key]) == Self.schema(member.type), "\(member.key)")
    }
  }

  @Test func `are said of the actions that there are, and of no others`() throws {
    guard case .array(let rules)? = Self.operation["allOf"],
      case .object(let shared)? = Self.operation["properties"]
    else {
      Issue.record("the schema has no operations")
      return
    }
    let names = ActionName.allCases.map(\.rawValue)
    #expect(rules.count == names.count)
    #expect(shared["action"] == ["enum": .array(names.map(JSONValue.string))])
    #expect(Set(shared.members.map(\.key)) == ActionFormat.sharedKeys)
  }

  @Test(arguments: ActionName.allCases)
  func `have no two of one name, and none of those that every operation has`(_ name: ActionName) {
    let keys = ActionFormat.of(name).members.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(ActionFormat.sharedKeys.isDisjoint(with: keys))
  }

  private static func texts(_ value: JSONValue?) -> Set<String> {
    guard case .array(let items)? = value else { return [] }
    return Set(items.compactMap { if case .string(let text) = $0 { text } else { nil } })
  }

  private static func undescribed(_ value: JSONValue?) -> JSONValue? {
    guard case .object(var object)? = value else { return value }
    object["description"] = nil
    return definition(.object(object))
  }

  /// What a definition of an enumeration refers to, its words in order; others as they are.
  private static func definition(_ value: JSONValue) -> JSONValue {
    guard case .object(let object) = value, case .string(let path)? = object["$ref"],
      let schema = try? JSONReader.read(SessionSchema.bytes),
      case .object(let root) = schema, case .object(let definitions)? = root["$defs"],
      case .object(let found)? = definitions[String(path.dropFirst("#/$defs/".count))],
      found["enum"] != nil
    else { return value }
    return .object(found)
  }

  /// How the schema says a type.
  private static func schema(_ type: MemberType) -> JSONValue {
    switch type {
    case .text: ["type": "string"]
    case .integer(let range):
      bounded(["type": "integer"], range, "minimum", "maximum", leavesZero: false)
    case .choice(let words): ["enum": .array(words.map(JSONValue.string))]
    case .claimID: ["$ref": "#/$defs/claimId"]
    case .articleID: ["$ref": "#/$defs/articleId"]
    case .day: ["$ref": "#/$defs/day"]
    case .storyTime: ["$ref": "#/$defs/storyTime"]
    case .evidenceCapture: ["$ref": "#/$defs/evidenceCapture"]
    case .claim: ["$ref": "#/$defs/claim"]
    case .source: ["$ref": "#/$defs/source"]
    case .structure: ["$ref": "#/$defs/structure"]
    case .storyUpdate: ["$ref": "#/$defs/storyUpdate"]
    case .revisedClaim:
      [
        "type": "object", "required": ["claim", "id"],
        "properties": ["claim": schema(.claim), "id": schema(.claimID)],
      ]
    case .list(let item, let count):
      bounded(
        ["type": "array", "items": schema(item)], count, "minItems", "maxItems", leavesZero: true)
    }
  }

  private static func bounded(
    _ object: JSONObject, _ range: ClosedRange<Int>, _ least: String, _ most: String,
    leavesZero: Bool
  ) -> JSONValue {
    var object = object
    if range.lowerBound > 0 || !leavesZero { object.append(least, .integer(range.lowerBound)) }
    if range.upperBound < Int.max { object.append(most, .integer(range.upperBound)) }
    return .object(object)
  }
}
