internal import JSONText

/// What a record of extract is of: the member "record".
enum ClaimRecordKind: String, CaseIterable {
  case article, claim, error
}

/// What of a record is not as it should be.
struct ClaimRecordFault: Error {
  /// `"content" of c3 is no list of [start, end]`
  var problem: String
  var remedy = "expected a record as extract writes it"

  static func missing(_ member: String, remedy: String? = nil) -> ClaimRecordFault {
    var fault = ClaimRecordFault(problem: "no \"\(member)\"")
    if let remedy { fault.remedy = remedy }
    return fault
  }

  static func wrong(_ member: String, _ expected: String) -> ClaimRecordFault {
    ClaimRecordFault(problem: "\"\(member)\" is not \(expected)")
  }
}

/// The members of a record that hold something, by their names.
struct ClaimRecordMembers {
  private var values: [String: JSONValue] = [:]

  init(_ object: JSONObject) {
    for member in object.members {
      switch member.value {
      case .null, .array([]): continue
      default: values[member.key] = member.value
      }
    }
  }

  subscript(member: String) -> JSONValue? { values[member] }

  /// Nil where there is none. Engines write ids that are numbers as numbers.
  func text(_ member: String) throws(ClaimRecordFault) -> String? {
    switch values[member] {
    case nil: return nil
    case .string(let text): return text
    case .integer(let number): return String(number)
    default: throw .wrong(member, "a string")
    }
  }

  func required(_ member: String) throws(ClaimRecordFault) -> String {
    guard let text = try text(member) else { throw .missing(member) }
    return text
  }

  func texts(_ member: String) throws(ClaimRecordFault) -> [String] {
    var texts = [String]()
    for item in try list(member) {
      guard case .string(let text) = item else { throw .wrong(member, "a list of strings") }
      texts.append(text)
    }
    return texts
  }

  func number(_ member: String) throws(ClaimRecordFault) -> Double? {
    guard let value = values[member] else { return nil }
    guard let number = value.double else { throw .wrong(member, "a number") }
    return number
  }

  func list(_ member: String) throws(ClaimRecordFault) -> [JSONValue] {
    guard let value = values[member] else { return [] }
    guard case .array(let items) = value else { throw .wrong(member, "a list") }
    return items
  }

  /// The objects of a list.
  func objects(_ member: String) throws(ClaimRecordFault) -> [ClaimRecordMembers] {
    var objects = [ClaimRecordMembers]()
    for item in try list(member) {
      guard case .object(let object) = item else { throw .wrong(member, "a list of objects") }
      objects.append(ClaimRecordMembers(object))
    }
    return objects
  }

  func object(_ member: String) throws(ClaimRecordFault) -> ClaimRecordMembers? {
    guard let value = values[member] else { return nil }
    guard case .object(let object) = value else { throw .wrong(member, "an object") }
    return ClaimRecordMembers(object)
  }

  /// One of an enumeration's words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ member: String, of type: Choice.Type
  ) throws(ClaimRecordFault) -> Choice? {
    guard let word = try text(member) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    throw ClaimRecordFault(
      problem: "\"\(member)\" is \"\(word.prefix(40))\"", remedy: "expected one of \(known)")
  }
}

extension JSONValue {
  var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// Also 3.0, as engines write whole numbers of a column that has others.
  var whole: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): JSONWriter.whole(number)
    default: nil
    }
  }
}
