internal import ClaimModel
internal import FactStore
internal import JSONText

/// What an action is in JSON: the members that its operation has beside those of all operations.
///
/// It is declared once, in `ActionFormat+Actions`. Reading, writing, which members are known, and
/// the test of the JSON Schema follow from that.
struct ActionFormat: Sendable {
  let members: [OperationMember]
  let read: @Sendable (JSONObject, inout OperationContext) throws(FormatError) -> Action
  let write: @Sendable (Action, inout JSONObject, inout OperationContext) -> Void
  /// The keys of its members and of those of all operations; others are kept, not read.
  let knownKeys: Set<String>

  /// Groups of members one after the other, the action that they make, and what they are of an
  /// action; nil for another action.
  init<each Part>(
    _ parts: repeat MemberGroup<each Part>,
    make: @escaping @Sendable (repeat each Part) -> Action,
    split: @escaping @Sendable (Action, OperationContext) -> (repeat each Part)?
  ) {
    var members = [OperationMember]()
    for part in repeat each parts { members += part.members }
    self.members = members
    knownKeys = Self.sharedKeys.union(members.map(\.key))
    read = { object, context throws(FormatError) in
      make(repeat try (each parts).read(object, &context))
    }
    write = { action, object, context in
      guard let values = split(action, context) else { return }
      repeat (each parts).write(each values, &object, &context)
    }
  }

  /// Members of every operation.
  static let sharedKeys: Set<String> = [
    "action", "digest", "hash", "number", "ownWords", "resolved", "time", "user",
  ]
}

// MARK: Members

extension ActionFormat {
  /// A member that must be there.
  static func required<Value>(
    _ key: String, _ format: ValueFormat<Value>
  ) -> MemberGroup<Value> {
    MemberGroup(
      [OperationMember(key: key, type: format.type, isRequired: true)],
      read: { object, context throws(FormatError) in
        try object.field(key) { value throws(FormatError) in try format.read(value, &context) }
      },
      write: { value, object, context in object.add(key, format.json(value, context)) })
  }

  /// A member that is left out where there is nothing to say.
  static func optional<Value>(
    _ key: String, _ format: ValueFormat<Value>
  ) -> MemberGroup<Value?> {
    MemberGroup(
      [OperationMember(key: key, type: format.type, isRequired: false)],
      read: { object, context throws(FormatError) in
        try object.optional(key) { value throws(FormatError) in try format.read(value, &context) }
      },
      write: { value, object, context in
        if let value { object.add(key, format.json(value, context)) }
      })
  }

  /// A list that is left out where it is empty. One that may not be empty is read all the same
  /// where it is missing: the operation then says what it wants.
  static func list<Value>(
    _ key: String, of item: ValueFormat<Value>, atLeast least: Int = 0
  ) -> MemberGroup<[Value]> {
    let format = item.list(least...Int.max)
    return MemberGroup(
      [OperationMember(key: key, type: format.type, isRequired: least > 0)],
      read: { object, context throws(FormatError) in
        try object.optional(key) { value throws(FormatError) in try format.read(value, &context) }
          ?? []
      },
      write: { items, object, context in
        if !items.isEmpty { object.add(key, format.json(items, context)) }
      })
  }

  /// A member for other readers of the file: what it says follows from the operations before it.
  static func writtenOnly<Value>(
    _ key: String, _ format: ValueFormat<Value>
  ) -> MemberGroup<Value?> {
    MemberGroup(
      [OperationMember(key: key, type: format.type, isRequired: false)],
      read: { _, _ throws(FormatError) in nil },
      write: { value, object, context in
        if let value { object.add(key, format.json(value, context)) }
      })
  }

  /// The article that the members behind it are about.
  static func story(_ key: String) -> MemberGroup<ArticleID> {
    MemberGroup(
      [OperationMember(key: key, type: .articleID, isRequired: true)],
      read: { object, context throws(FormatError) in
        try object.field(key) { value throws(FormatError) in try context.story(value) }
      },
      write: { id, object, context in
        context.spansOfStory = context.spans[id]
        object.append(key, .string(id.description))
      })
  }

  /// Articles that enter: the next ones of the session, in the order of their ids.
  static func entering(_ key: String) -> MemberGroup<[LoadedArticle]> {
    MemberGroup(
      [OperationMember(key: key, type: .list(.articleID, count: 1...Int.max), isRequired: true)],
      read: { object, context throws(FormatError) in
        try object.field(key) { value throws(FormatError) in try context.takeArticles(value) }
      },
      write: { articles, object, context in
        let ids = articles.indices.map { ArticleID(context.places.articles + $0 + 1) }
        object.append(key, JSONValue(ids: ids))
      })
  }
}
