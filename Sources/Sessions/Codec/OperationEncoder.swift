internal import ClaimModel
internal import FactStore
internal import JSONText

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
    object.add("resolved", list: (operation.resolved ?? []).map(\.json))
    _ = context.places.take(operation.action)
    return object
  }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) { context.spans.append(loaded) }
}
