internal import ClaimModel
internal import FactStore
internal import JSONText

/// Operations of one session from JSON, in the order in which they were done.
struct OperationDecoder {
  private(set) var articles: [LoadedArticle]
  private var spans: ArticleSpans
  /// Operations read so far, and articles they loaded.
  private(set) var count = 0
  private(set) var loaded = 0
  /// The recorded hash of the last operation read.
  private var head = ChainHash.start
  /// Whether operations tell what their names were resolved to.
  private let tellsNames: Bool

  /// `articles` are all articles of the session in order of loading.
  init(articles: [LoadedArticle], tellsNames: Bool = true) {
    self.articles = articles
    self.tellsNames = tellsNames
    spans = ArticleSpans(texts: articles.map(\.article.text))
  }

  /// For the operations that follow those of a store.
  init(after store: FactStore, head: ChainHash, tellsNames: Bool = true) {
    self.init(
      articles: store.log.flatMap { $0.operation.loadedArticles }, tellsNames: tellsNames)
    count = store.log.count
    loaded = articles.count
    self.head = head
  }

  /// Articles for the operations that follow.
  mutating func append(_ loaded: [LoadedArticle]) {
    articles += loaded
    spans.append(loaded)
  }

  mutating func operation(_ value: JSONValue) throws(FormatError) -> RecordedOperation {
    let object = try value.object()
    let expected = count + 1
    _ = try object.field("number") { number throws(FormatError) in
      try number.integer(within: expected...expected)
    }
    count += 1
    let name = try object.choice("action", of: ActionName.self)
    let operation = Operation(
      user: try object.text("user"), time: try object.field("time", timestamp),
      action: try action(name, object),
      resolved: tellsNames ? try object.list("resolved", ResolvedName.read) : nil)
    let follows = head.next(object)
    head = try object.field("hash", hash)
    return RecordedOperation(
      number: count, operation: operation, digest: try object.field("digest", digest),
      hash: head, isChained: head == follows, unknownMembers: object.without(name.knownMembers))
  }

  private mutating func action(
    _ name: ActionName, _ object: JSONObject
  ) throws(FormatError) -> Action {
    switch name {
    case .load: .load(try takeArticles(object))
    case .attribute:
      .attribute(
        claims: try claims(object), sources: try object.texts("sources"),
        role: try object.choice("role", of: AttributionRole.self))
    case .removeAttribution:
      .removeAttribution(claims: try claims(object), sources: try object.texts("sources"))
    case .annotate: .annotateClaims(try claims(object), try object.claimMark())
    case .annotateSource: .annotateSource(try object.text("source"), try object.sourceMark())
    case .addClaim: try addClaim(object)
    case .editClaim: .editClaim(try object.field("id", claimID), try placedClaim(object).claim)
    case .dropClaims: .dropClaims(try claims(object))
    case .editArticle: try editArticle(object)
    case .dropArticles: .dropArticles(try articles(object))
    case .addSource: .addSource(try object.field("source", Source.read))
    case .addAliases:
      .addAliases(source: try object.text("source"), aliases: try object.texts("aliases"))
    case .mergeSources:
      .mergeSources(into: try object.text("into"), from: try object.text("from"))
    case .saveQuery: .saveQuery(name: try object.text("name"), query: try object.text("query"))
    case .dropQuery: .dropQuery(try object.text("name"))
    case .ruleMatch: try ruleMatch(object)
    case .undo: .undo(steps: try steps(object))
    case .redo: .redo(steps: try steps(object))
    case .goTo:
      .goTo(
        operation: try object.field("operation") { value throws(FormatError) in
          try value.integer(within: 0...count - 1)
        })
    }
  }

  /// The next articles of the session: ids in a session follow the order of loading.
  private mutating func takeArticles(
    _ object: JSONObject
  ) throws(FormatError) -> [LoadedArticle] {
    let start = loaded
    let taken = try object.field("articles") { list throws(FormatError) -> [LoadedArticle] in
      var next = start
      return try list.each { item throws(FormatError) -> LoadedArticle in
        let word = try item.string()
        guard let id = ArticleID(parsing: word), id.number == next + 1 else {
          throw FormatError(.wrongValue(word, expected: "'a\(next + 1)'", nearest: nil))
        }
        guard articles.indices.contains(next) else { throw noArticle(word) }
        next += 1
        return articles[next - 1]
      }
    }
    loaded += taken.count
    return taken
  }

  private func addClaim(_ object: JSONObject) throws(FormatError) -> Action {
    let (article, claim) = try placedClaim(object)
    return .addClaim(article, claim)
  }

  /// A claim with the article that its spans count in.
  private func placedClaim(
    _ object: JSONObject
  ) throws(FormatError) -> (article: ArticleID, claim: Claim) {
    let (article, codec) = try object.field("article", known)
    return (article, try object.field("claim", codec.claim))
  }

  private func editArticle(_ object: JSONObject) throws(FormatError) -> Action {
    let (article, codec) = try object.field("article", known)
    return .editArticle(article, try object.articleEdit(codec))
  }

  private func articles(_ object: JSONObject) throws(FormatError) -> [ArticleID] {
    try object.field("stories") { list throws(FormatError) in
      try list.each { item throws(FormatError) in try known(item).id }
    }
  }

  /// An article that was loaded, and its spans.
  private func known(_ value: JSONValue) throws(FormatError) -> (id: ArticleID, codec: SpanCodec) {
    let word = try value.string()
    guard let id = ArticleID(parsing: word), let codec = spans[id] else { throw noArticle(word) }
    return (id, codec)
  }

  private func ruleMatch(_ object: JSONObject) throws(FormatError) -> Action {
    let claims = try claims(object)
    guard claims.count == 2 else {
      throw FormatError(
        .wrongValue("\(claims.count) claims", expected: "two claims", nearest: nil)
      ).under(.key("claims"))
    }
    return .ruleMatch(
      claims[0], claims[1], try object.choice("ruling", of: MatchRuling.self))
  }

  private func noArticle(_ word: String) -> FormatError {
    let expected =
      articles.isEmpty
      ? "an article, of which the session has none"
      : "an article of the session, a1 to a\(articles.count)"
    return FormatError(.wrongValue(word, expected: expected, nearest: nil))
  }

  private func claims(_ object: JSONObject) throws(FormatError) -> [ClaimID] {
    try object.field("claims") { list throws(FormatError) in try list.each(claimID) }
  }

  private func steps(_ object: JSONObject) throws(FormatError) -> Int {
    try object.field("steps") { value throws(FormatError) in
      try value.integer(within: 1...Int.max)
    }
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

extension JSONObject {
  fileprivate func claimMark() throws(FormatError) -> ClaimMark {
    ClaimMark(
      verdict: try optional("verdict") { value throws(FormatError) in
        try value.choice(of: Verdict.self)
      },
      credibility: try optional("credibility") { value throws(FormatError) in
        Credibility(try value.integer(within: 1...6))
      } ?? nil,
      note: try optionalText("note"), tags: try texts("tags"),
      removedTags: try texts("removedTags"), evidence: try texts("evidence"),
      removedEvidence: try texts("removedEvidence"), removedNotes: try noteScope())
  }

  fileprivate func sourceMark() throws(FormatError) -> SourceMark {
    SourceMark(
      reliability: try optional("reliability") { value throws(FormatError) in
        try value.choice(of: Reliability.self)
      },
      note: try optionalText("note"), tags: try texts("tags"),
      removedTags: try texts("removedTags"), removedNotes: try noteScope(),
      parent: try optionalText("parent"))
  }

  private func noteScope() throws(FormatError) -> NoteScope? {
    try optional("removedNotes") { value throws(FormatError) in
      try value.choice(of: NoteScope.self)
    }
  }
}

extension ResolvedName {
  static func read(_ value: JSONValue) throws(FormatError) -> ResolvedName {
    let object = try value.object()
    return ResolvedName(
      name: try object.text("name"), source: try object.field("source", Source.read))
  }
}

extension Source {
  static func read(_ value: JSONValue) throws(FormatError) -> Source {
    let object = try value.object()
    return Source(
      name: try object.text("name"), kind: try object.choice("kind", of: SourceKind.self),
      aliases: try object.texts("aliases"), country: try object.optionalText("country"),
      parent: try object.optionalText("parent"))
  }
}
