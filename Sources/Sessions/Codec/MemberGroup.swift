internal import JSONText

/// One or more members of an operation's object that together are one value: what they are
/// called, how they are read and how they are written.
///
/// Groups are made of groups: `required("into", text)` is one member, `claimMark` nine.
struct MemberGroup<Value>: Sendable {
  let members: [OperationMember]
  let read: @Sendable (JSONObject, inout OperationContext) throws(FormatError) -> Value
  let write: @Sendable (Value, inout JSONObject, inout OperationContext) -> Void

  init(
    _ members: [OperationMember],
    read: @escaping @Sendable (JSONObject, inout OperationContext) throws(FormatError) -> Value,
    write: @escaping @Sendable (Value, inout JSONObject, inout OperationContext) -> Void
  ) {
    self.members = members
    self.read = read
    self.write = write
  }

  /// Groups one after the other: they are read in this order, so that the first member that is
  /// wrong is told.
  init<each Part>(
    _ parts: repeat MemberGroup<each Part>,
    make: @escaping @Sendable (repeat each Part) -> Value,
    split: @escaping @Sendable (Value) -> (repeat each Part)
  ) {
    var members = [OperationMember]()
    for part in repeat each parts { members += part.members }
    self.members = members
    read = { object, context throws(FormatError) in
      make(repeat try (each parts).read(object, &context))
    }
    write = { value, object, context in
      let values = split(value)
      repeat (each parts).write(each values, &object, &context)
    }
  }
}

/// A member as the format describes it.
struct OperationMember: Sendable, Hashable {
  var key: String
  var type: MemberType
  var isRequired: Bool
}

/// Of what type a member is, as the JSON Schema says it.
indirect enum MemberType: Sendable, Hashable {
  case text
  case integer(ClosedRange<Int>)
  case choice([String])
  case claimID, articleID, day, storyTime
  /// Objects with definitions of their own in the schema.
  case claim, source, structure, storyUpdate, evidenceCapture
  /// An object with an `id` and a `claim`.
  case revisedClaim
  case list(MemberType, count: ClosedRange<Int>)
}

/// How the value of a member stands in JSON: its type, how it is read and how it is written.
struct ValueFormat<Value>: Sendable {
  let type: MemberType
  let read: @Sendable (JSONValue, inout OperationContext) throws(FormatError) -> Value
  /// Nil if its spans count in an article that is not there.
  let json: @Sendable (Value, OperationContext) -> JSONValue?
}

extension ValueFormat {
  /// A value that says all about itself.
  init(
    _ type: MemberType, read: @escaping @Sendable (JSONValue) throws(FormatError) -> Value,
    json: @escaping @Sendable (Value) -> JSONValue
  ) {
    self.type = type
    self.read = { value, _ throws(FormatError) in try read(value) }
    self.json = { value, _ in json(value) }
  }

  /// A list of such values.
  func list(_ count: ClosedRange<Int>) -> ValueFormat<[Value]> {
    ValueFormat<[Value]>(
      type: .list(type, count: count),
      read: { value, context throws(FormatError) in
        try value.each { item throws(FormatError) in try read(item, &context) }
      },
      json: { items, context in .array(items.compactMap { json($0, context) }) })
  }
}
