internal import JSONText

extension JSONValue {
  /// The way to the first place where `other` is not this; members of which this has none are
  /// passed over.
  func firstDifference(in other: JSONValue) -> JSONPath? {
    switch (self, other) {
    case (.object(let mine), .object(let others)):
      for member in mine.members {
        guard let value = others[member.key] else { return JSONPath() }
        if let path = member.value.firstDifference(in: value) {
          return path.under(.key(member.key))
        }
      }
      return nil
    case (.array(let mine), .array(let others)):
      for (index, pair) in zip(mine, others).enumerated() {
        if let path = pair.0.firstDifference(in: pair.1) { return path.under(.index(index)) }
      }
      return mine.count == others.count ? nil : JSONPath()
    default: return self == other ? nil : JSONPath()
    }
  }
}
