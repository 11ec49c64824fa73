internal import ClaimModel
internal import JSONText

/// Reading members by key; errors carry the key in their path.
extension JSONObject {
  /// A member that must be there.
  func field<T>(
    _ key: String, _ read: (JSONValue) throws(FormatError) -> T
  ) throws(FormatError) -> T {
    guard let value = self[key] else { throw FormatError(.missingKey(key)) }
    do throws(FormatError) { return try read(value) } catch { throw error.under(.key(key)) }
  }

  /// A member that may be left out, or be null.
  func optional<T>(
    _ key: String, _ read: (JSONValue) throws(FormatError) -> T
  ) throws(FormatError) -> T? {
    guard let value = self[key], value != .null else { return nil }
    do throws(FormatError) { return try read(value) } catch { throw error.under(.key(key)) }
  }

  /// The items of a list that may be left out when it is empty.
  func list<T>(
    _ key: String, _ read: (JSONValue) throws(FormatError) -> T
  ) throws(FormatError) -> [T] {
    try optional(key) { value throws(FormatError) in try value.each(read) } ?? []
  }

  func text(_ key: String) throws(FormatError) -> String {
    try field(key) { value throws(FormatError) in try value.string() }
  }

  func optionalText(_ key: String) throws(FormatError) -> String? {
    try optional(key) { value throws(FormatError) in try value.string() }
  }

  func texts(_ key: String) throws(FormatError) -> [String] {
    try list(key) { value throws(FormatError) in try value.string() }
  }

  func choice<T: CaseIterable & RawRepresentable<String>>(
    _ key: String, of type: T.Type
  ) throws(FormatError) -> T {
    try field(key) { value throws(FormatError) in try value.choice(of: type) }
  }
}

extension JSONObject {
  /// The members of these keys.
  func with(_ keys: Set<String>) -> JSONObject {
    var chosen = JSONObject()
    for member in members where keys.contains(member.key) {
      chosen.append(member.key, member.value)
    }
    return chosen
  }

  /// The members of other keys than these.
  func without(_ keys: Set<String>) -> JSONObject {
    var rest = JSONObject()
    for member in members where !keys.contains(member.key) {
      rest.append(member.key, member.value)
    }
    return rest
  }
}

/// Building objects without what is empty.
extension JSONObject {
  mutating func add(_ key: String, _ text: String?) {
    if let text { append(key, .string(text)) }
  }

  mutating func add(_ key: String, texts: [String]) {
    if !texts.isEmpty { append(key, .array(texts.map(JSONValue.string))) }
  }

  mutating func add(_ key: String, list: [JSONValue]) {
    if !list.isEmpty { append(key, .array(list)) }
  }

  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { append(key, value) }
  }
}

extension JSONValue {
  /// A number, or the word for what JSON has no number for.
  init(finite number: Double) {
    if number.isNaN {
      self = "nan"
    } else if number.isInfinite {
      self = number < 0 ? "-infinity" : "infinity"
    } else {
      self = .number(number)
    }
  }

  init<ID: CustomStringConvertible>(ids: [ID]) {
    self = .array(ids.map { .string($0.description) })
  }
}

func articleID(_ value: JSONValue) throws(FormatError) -> ArticleID {
  let text = try value.string()
  guard let id = ArticleID(parsing: text) else {
    throw FormatError(.wrongValue(text, expected: "an article such as a1", nearest: nil))
  }
  return id
}

func claimID(_ value: JSONValue) throws(FormatError) -> ClaimID {
  let word = try value.string()
  guard let id = ClaimID(parsing: word) else {
    throw FormatError(.wrongValue(word, expected: "a claim's id such as c12", nearest: nil))
  }
  return id
}
