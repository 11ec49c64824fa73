internal import ClaimModel
internal import FactStore
internal import JSONText

/// What the operations of a session come to, for those who read the file with other tools:
/// claims that people worked on, claims they dropped, sources, and how many claims have which
/// verdict. It follows from the operations and is not read back.
struct SessionState {
  private let store: FactStore
  private let version: Int

  /// As files of a version have it.
  init(_ store: FactStore, version: Int = SessionDocument.version) {
    self.store = store
    self.version = version
  }

  var json: JSONValue {
    let touched = touchedClaims
    let records = touched.compactMap { store.claim($0) }
    let standing = Set(records.map(\.id))
    var object = JSONObject()
    object.add("claims", list: records.map(json))
    object.add("articles", list: editedArticles.map(json))
    object.add("digest", store.digest.description)
    if version > 2 {
      let disputed = records.filter(\.isDisputed).map(\.id.description)
      object.add("disputed", texts: disputed)
    }
    object.add("dropped", texts: droppedClaims.filter { !standing.contains($0) }.map(\.description))
    object.add("droppedArticles", texts: droppedArticles.map(\.description))
    object.add("orphans", list: orphans.map(json))
    object.add("queries", list: store.savedQueries.map(json))
    object.add("sources", list: store.sources.map(json))
    object.append("verdicts", verdicts)
    return .object(object)
  }

  private var verdicts: JSONValue {
    var object = JSONObject()
    for verdict in Verdict.allCases {
      // Nobody judged a claim that only carries another.
      let carriers = verdict == .unchecked ? store.carrierCount : 0
      let count = store.tally[verdict] + carriers
      if count > 0 { object.append(verdict.rawValue, .integer(count)) }
    }
    return .object(object)
  }

  /// Claims that operations which stand were about, in order.
  private var touchedClaims: [ClaimID] {
    var places = ClaimPlaces()
    var touched = Set<ClaimID>()
    for logged in store.log {
      let added = places.take(logged.operation.action)
      guard logged.status == .stands else { continue }
      if let added { touched.insert(added) }
      touched.formUnion(logged.operation.action.claims)
    }
    return touched.sorted()
  }

  private var droppedClaims: [ClaimID] {
    var dropped = Set<ClaimID>()
    for logged in store.log where logged.status == .stands {
      if case .dropClaims(let claims) = logged.operation.action { dropped.formUnion(claims) }
    }
    return dropped.sorted()
  }

  /// Claims whose words went with versions of their stories.
  private var orphans: [ClaimRecord] {
    store.articles.filter { !$0.versions.isEmpty }.flatMap { store.orphans(in: $0.id) }.sorted()
      .compactMap { store.orphan($0) }
  }

  private var droppedArticles: [ArticleID] {
    let dropped = store.log.reduce(into: Set<ArticleID>()) { dropped, logged in
      guard logged.status == .stands else { return }
      if case .dropArticles(let ids) = logged.operation.action { dropped.formUnion(ids) }
    }
    return dropped.sorted()
  }

  private var editedArticles: [ArticleRecord] {
    let edited = store.log.reduce(into: Set<ArticleID>()) { edited, logged in
      guard logged.status == .stands else { return }
      if case .editArticle(let id, _) = logged.operation.action { edited.insert(id) }
      edited.formUnion(logged.operation.updates.map(\.id))
    }
    return edited.sorted().compactMap(store.article)
  }

  private func json(_ record: ArticleRecord) -> JSONValue {
    let article = record.article
    var object = JSONObject()
    object.add("author", article.author)
    object.add("date", article.date?.description)
    object.add("id", record.id.description)
    object.add("language", article.language.rawValue)
    object.add("title", article.headline)
    object.add("url", article.url)
    object.add("version", record.version > 1 ? .integer(record.version) : nil)
    return .object(object)
  }

  private func json(_ record: ClaimRecord) -> JSONValue {
    var object = JSONObject()
    object.add("article", record.articleID.description)
    object.add("attributions", list: record.attributions.map(json))
    object.add("captures", list: record.captures.map { EvidenceCodec.json($0.mark) })
    object.add("corrections", list: record.corrections.map { EvidenceCodec.json($0.mark) })
    object.add("credibility", record.credibility.map { .integer($0.grade) })
    object.add("evidence", texts: record.evidence)
    object.add("id", record.id.description)
    object.add("matches", list: store.rulings(on: record.id).map(json))
    object.add("notes", texts: record.notes)
    object.add("origin", origin(record.origin))
    object.add("tags", texts: record.tags)
    object.add("text", store.text(of: record))
    object.add("verdict", record.verdict.rawValue)
    if version > 2, record.isDisputed {
      object.add("verdicts", list: record.assessment.opinions.map(json))
    }
    return .object(object)
  }

  private func json(_ opinion: Opinion) -> JSONValue {
    ["user": .string(opinion.user), "verdict": .string(opinion.verdict.rawValue)]
  }

  private func json(_ query: SavedQuery) -> JSONValue {
    ["name": .string(query.name), "query": .string(query.text)]
  }

  private func origin(_ origin: ClaimOrigin) -> String {
    switch origin {
    case .extracted: "extracted"
    case .added(let user, _): "added by \(user)"
    case .edited(let user, _): "edited by \(user)"
    }
  }

  private func json(_ ruled: (claim: ClaimID, ruling: MatchRuling)) -> JSONValue {
    var object = JSONObject()
    object.add("claim", ruled.claim.description)
    object.add("ruling", ruled.ruling.rawValue)
    return .object(object)
  }

  private func json(_ attribution: ClaimAttribution) -> JSONValue {
    var object = JSONObject()
    object.add("by", attribution.givenBy)
    object.add("role", attribution.role.rawValue)
    object.add("source", attribution.source)
    return .object(object)
  }

  private func json(_ record: SourceRecord) -> JSONValue {
    guard case .object(var object) = record.source.json else { return .null }
    object.add("notes", texts: record.notes)
    object.add("reliability", record.reliability?.rawValue)
    object.add("tags", texts: record.tags)
    return .object(object)
  }
}
