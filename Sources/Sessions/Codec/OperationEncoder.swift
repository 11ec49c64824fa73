internal import ClaimModel
internal import FactStore
internal import JSONText

/// Operations of one session as JSON, in the order in which they were done.
///
/// A load names its articles by id; they stand elsewhere (in the session's `articles`).
struct OperationEncoder {
  private var spans: ArticleSpans
  private(set) var places = ClaimPlaces()

  init(spans: ArticleSpans) { self.spans = spans }

  /// `digest` is that of the state after the operation.
  mutating func object(_ operation: Operation, number: Int, digest: String) -> JSONObject {
    var object: JSONObject = [
      "action": .string(ActionName(operation.action).rawValue), "digest": .string(digest),
      "number": .integer(number), "time": .string(operation.time.description),
      "user": .string(operation.user),
    ]
    add(operation.action, to: &object)
    object.add("resolved", list: (operation.resolved ?? []).map(\.json))
    // Its id says which one it became; reading the file does not need it.
    if let added = places.take(operation.action) { object.add("id", added.description) }
    return object
  }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) { spans.append(loaded) }

  private func add(_ action: Action, to object: inout JSONObject) {
    switch action {
    case .load(let articles):
      let ids = (0..<articles.count).map { ArticleID(places.articles + $0 + 1) }
      object.append("articles", JSONValue(ids: ids))
    case .attribute(let claims, let sources, let role):
      object.append("claims", JSONValue(ids: claims))
      object.append("role", .string(role.rawValue))
      object.add("sources", texts: sources)
    case .removeAttribution(let claims, let sources):
      object.append("claims", JSONValue(ids: claims))
      object.add("sources", texts: sources)
    case .annotateClaims(let claims, let mark):
      object.append("claims", JSONValue(ids: claims))
      object.add(mark)
    case .annotateSource(let name, let mark):
      object.append("source", .string(name))
      object.add(mark)
    case .addClaim(let article, let claim): add(claim, of: article, to: &object)
    case .editClaim(let id, let claim):
      object.append("id", .string(id.description))
      if let article = places.article(of: id) { add(claim, of: article, to: &object) }
    case .dropClaims(let claims): object.append("claims", JSONValue(ids: claims))
    case .editArticle(let id, let edit):
      object.append("article", .string(id.description))
      if let spans = spans[id] { object.add(edit, spans) }
    case .dropArticles(let ids): object.append("stories", JSONValue(ids: ids))
    case .addSource(let source): object.append("source", source.json)
    case .addAliases(let source, let aliases):
      object.add("aliases", texts: aliases)
      object.append("source", .string(source))
    case .mergeSources(let into, let from):
      object.append("from", .string(from))
      object.append("into", .string(into))
    case .saveQuery(let name, let query):
      object.append("name", .string(name))
      object.append("query", .string(query))
    case .dropQuery(let name): object.append("name", .string(name))
    case .ruleMatch(let first, let second, let ruling):
      object.append("claims", JSONValue(ids: [first, second]))
      object.append("ruling", .string(ruling.rawValue))
    case .undo(let steps), .redo(let steps): object.append("steps", .integer(steps))
    case .goTo(let number): object.append("operation", .integer(number))
    }
  }

  private func add(_ claim: Claim, of article: ArticleID, to object: inout JSONObject) {
    object.append("article", .string(article.description))
    object.add("claim", spans[article]?.json(claim))
  }
}

extension JSONObject {
  mutating func add(_ mark: ClaimMark) {
    add("credibility", mark.credibility.map { .integer($0.grade) })
    add("evidence", texts: mark.evidence)
    add("note", mark.note)
    add("removedEvidence", texts: mark.removedEvidence)
    add("removedNotes", mark.removedNotes?.rawValue)
    add("removedTags", texts: mark.removedTags)
    add("tags", texts: mark.tags)
    add("verdict", mark.verdict?.rawValue)
  }

  mutating func add(_ mark: SourceMark) {
    add("note", mark.note)
    add("parent", mark.parent)
    add("reliability", mark.reliability?.rawValue)
    add("removedNotes", mark.removedNotes?.rawValue)
    add("removedTags", texts: mark.removedTags)
    add("tags", texts: mark.tags)
  }
}

extension ResolvedName {
  var json: JSONValue { ["name": .string(name), "source": source.json] }
}

extension Source {
  var json: JSONValue {
    var object = JSONObject()
    object.add("aliases", texts: aliases)
    object.add("country", country)
    object.add("kind", kind.rawValue)
    object.add("name", name)
    object.add("parent", parent)
    return .object(object)
  }
}
