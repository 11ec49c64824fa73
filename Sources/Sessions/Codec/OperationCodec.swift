internal import ClaimModel
internal import FactStore
internal import JSONText
internal import Lexicons

/// Operations of one session from JSON, in the order in which they were done.
struct OperationDecoder {
  private var context: OperationContext
  /// The recorded hash of the last operation read.
  private var head = ChainHash.start
  /// Whether operations tell what their names were resolved to.
  private let tellsNames: Bool

  /// `articles` are all articles of the session in order of loading.
  init(articles: [LoadedArticle], tellsNames: Bool = true) {
    context = OperationContext(articles: articles)
    self.tellsNames = tellsNames
  }

  /// For the operations that follow those of a store.
  init(after store: FactStore, head: ChainHash, tellsNames: Bool = true) {
    let articles = store.log.flatMap { $0.operation.loadedArticles }
    context = OperationContext(
      articles: articles, loaded: articles.count, number: store.log.count)
    self.tellsNames = tellsNames
    self.head = head
    for logged in store.log { context.take(logged.operation.action) }
  }

  /// Stories that the updates read so far took.
  var takenVersions: Int { context.takenVersions }

  /// Stories as later versions have them, for the operations that follow.
  mutating func append(versions: [(id: ArticleID, article: Article)]) {
    context.append(versions: versions)
  }

  /// Articles that the operations read so far loaded.
  var loaded: Int { context.loaded }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) { context.append(loaded) }

  /// All operations of a session. They are parsed and hashed on all cores, some thousands at a
  /// time, and read one after the other.
  mutating func operations(_ items: RecordedItems) throws(FormatError) -> [RecordedOperation] {
    var read = [RecordedOperation]()
    read.reserveCapacity(items.count)
    for start in stride(from: 0, to: items.count, by: Self.block) {
      let values = items.parsed(start..<min(start + Self.block, items.count))
      let hashes = Self.hashes(of: values, behind: head)
      for (offset, value) in values.enumerated() {
        do throws(FormatError) {
          read.append(try operation(try value.get(), follows: hashes[offset]))
        } catch {
          throw error.under(.index(start + offset)).under(.key("operations"))
        }
      }
    }
    return read
  }

  private static let block = 4096

  /// Of each operation the hash that it has to have behind the recorded one of the operation
  /// before; nil where one of the two is no operation.
  private static func hashes(
    of values: [Result<JSONValue, FormatError>], behind head: ChainHash
  ) -> [ChainHash?] {
    let objects = values.map { try? $0.get().object() }
    let heads = [head] + objects.dropLast().map { $0?.recordedHash }
    return AllCores.map(Array(zip(heads, objects))) { head, object in
      object.flatMap { head?.next($0) }
    }
  }

  /// `follows` is the hash that it has to have, where that is known already.
  mutating func operation(
    _ value: JSONValue, follows: ChainHash? = nil
  ) throws(FormatError) -> RecordedOperation {
    let object = try value.object()
    let expected = context.number + 1
    _ = try object.field("number") { number throws(FormatError) in
      try number.integer(within: expected...expected)
    }
    context.number = expected
    let format = ActionFormat.of(try object.choice("action", of: ActionName.self))
    let operation = Operation(
      user: try object.text("user"), time: try object.field("time", timestamp),
      action: try format.read(object, &context),
      resolved: tellsNames ? try object.list("resolved", ResolvedName.read) : nil,
      ownWords: try object.list("ownWords", OwnWords.Entry.read))
    context.take(operation.action)
    let follows = follows ?? head.next(object)
    head = try object.field("hash", hash)
    return RecordedOperation(
      number: expected, operation: operation, digest: try object.field("digest", digest),
      hash: head, isChained: head == follows, unknownMembers: object.without(format.knownKeys))
  }
}

extension JSONObject {
  /// The hash that an operation has, where it has one.
  fileprivate var recordedHash: ChainHash? {
    if case .string(let text) = self["hash"] { ChainHash(parsing: text) } else { nil }
  }
}

private func timestamp(_ value: JSONValue) throws(FormatError) -> Timestamp {
  let text = try value.string()
  guard let time = Timestamp(parsing: text) else {
    throw FormatError(
      .wrongValue(text, expected: "a time such as 2024-01-05T09:14:02Z", nearest: nil))
  }
  return time
}

private func digest(_ value: JSONValue) throws(FormatError) -> StateDigest {
  let text = try value.string()
  guard let digest = StateDigest(parsing: text) else {
    throw FormatError(.wrongValue(text, expected: "64 hexadecimal digits", nearest: nil))
  }
  return digest
}

private func hash(_ value: JSONValue) throws(FormatError) -> ChainHash {
  let text = try value.string()
  guard let hash = ChainHash(parsing: text) else {
    throw FormatError(.wrongValue(text, expected: "64 hexadecimal digits", nearest: nil))
  }
  return hash
}

/// Operations of one session as JSON, in the order in which they were done.
///
/// A load names its articles by id; they stand elsewhere (in the session's `articles`).
struct OperationEncoder {
  private var context: OperationContext

  init(spans: ArticleSpans) { context = OperationContext(spans: spans) }

  /// Articles that operations have loaded so far.
  var articles: Int { context.places.articles }

  /// `digest` is that of the state after the operation.
  mutating func object(_ operation: Operation, number: Int, digest: String) -> JSONObject {
    let name = ActionName(operation.action)
    var object: JSONObject = [
      "action": .string(name.rawValue), "digest": .string(digest),
      "number": .integer(number), "time": .string(operation.time.description),
      "user": .string(operation.user),
    ]
    ActionFormat.of(name).write(operation.action, &object, &context)
    object.add("ownWords", list: operation.ownWords.map(\.json))
    object.add("resolved", list: (operation.resolved ?? []).map(\.json))
    _ = context.places.take(operation.action)
    context.take(operation.action)
    return object
  }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) { context.spans.append(loaded) }
}
