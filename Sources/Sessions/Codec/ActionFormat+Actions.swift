internal import ClaimModel
internal import FactStore

/// Every action with its members, each in the order in which they are read.
extension ActionFormat {
  static func of(_ name: ActionName) -> ActionFormat {
    switch name {
    case .load: load
    case .attribute: attribute
    case .removeAttribution: removeAttribution
    case .annotate: annotate
    case .annotateSource: annotateSource
    case .addClaim: addClaim
    case .editClaim: editClaim
    case .dropClaims: dropClaims
    case .editArticle: editArticle
    case .updateArticles: updateArticles
    case .dropArticles: dropArticles
    case .addSource: addSource
    case .addAliases: addAliases
    case .mergeSources: mergeSources
    case .saveQuery: saveQuery
    case .dropQuery: dropQuery
    case .ruleMatch: ruleMatch
    case .recordCorrection: recordCorrection
    case .undo: undo
    case .redo: redo
    case .goTo: goTo
    }
  }

  private static let load = ActionFormat(entering("articles")) {
    .load($0)
  } split: { action, _ in
    if case .load(let articles) = action { articles } else { nil }
  }

  private static let attribute = ActionFormat(
    required("claims", claimIDs), list("sources", of: text, atLeast: 1),
    required("role", choice(of: AttributionRole.self))
  ) {
    .attribute(claims: $0, sources: $1, role: $2)
  } split: { action, _ in
    if case .attribute(let claims, let sources, let role) = action {
      (claims, sources, role)
    } else {
      nil
    }
  }

  private static let removeAttribution = ActionFormat(
    required("claims", claimIDs), list("sources", of: text, atLeast: 1)
  ) {
    .removeAttribution(claims: $0, sources: $1)
  } split: { action, _ in
    if case .removeAttribution(let claims, let sources) = action { (claims, sources) } else { nil }
  }

  private static let annotate = ActionFormat(required("claims", claimIDs), claimMark) {
    .annotateClaims($0, $1)
  } split: { action, _ in
    if case .annotateClaims(let claims, let mark) = action { (claims, mark) } else { nil }
  }

  private static let annotateSource = ActionFormat(required("source", text), sourceMark) {
    .annotateSource($0, $1)
  } split: { action, _ in
    if case .annotateSource(let name, let mark) = action { (name, mark) } else { nil }
  }

  /// The id is the one that the claim became.
  private static let addClaim = ActionFormat(
    story("article"), required("claim", claim), writtenOnly("id", claimID)
  ) { article, claim, _ in
    .addClaim(article, claim)
  } split: { action, context in
    if case .addClaim(let article, let claim) = action {
      (article, claim, ClaimID?.some(context.places.nextClaim))
    } else {
      nil
    }
  }

  private static let editClaim = ActionFormat(
    required("id", claimID), story("article"), required("claim", claim)
  ) { id, _, claim in
    .editClaim(id, claim)
  } split: { action, context in
    if case .editClaim(let id, let claim) = action, let article = context.places.article(of: id) {
      (id, article, claim)
    } else {
      nil
    }
  }

  private static let dropClaims = ActionFormat(required("claims", claimIDs)) {
    .dropClaims($0)
  } split: { action, _ in
    if case .dropClaims(let claims) = action { claims } else { nil }
  }

  private static let editArticle = ActionFormat(story("article"), articleEdit) {
    .editArticle($0, $1)
  } split: { action, _ in
    if case .editArticle(let id, let edit) = action { (id, edit) } else { nil }
  }

  private static let updateArticles = ActionFormat(
    required("updates", storyUpdate.list(1...Int.max))
  ) {
    .updateArticles($0)
  } split: { action, _ in
    if case .updateArticles(let updates) = action { updates } else { nil }
  }

  private static let dropArticles = ActionFormat(required("stories", articleID.list(1...Int.max))) {
    .dropArticles($0)
  } split: { action, _ in
    if case .dropArticles(let ids) = action { ids } else { nil }
  }

  private static let addSource = ActionFormat(required("source", source)) {
    .addSource($0)
  } split: { action, _ in
    if case .addSource(let source) = action { source } else { nil }
  }

  private static let addAliases = ActionFormat(
    required("source", text), list("aliases", of: text)
  ) {
    .addAliases(source: $0, aliases: $1)
  } split: { action, _ in
    if case .addAliases(let source, let aliases) = action { (source, aliases) } else { nil }
  }

  private static let mergeSources = ActionFormat(
    required("into", text), required("from", text)
  ) {
    .mergeSources(into: $0, from: $1)
  } split: { action, _ in
    if case .mergeSources(let into, let from) = action { (into, from) } else { nil }
  }

  private static let saveQuery = ActionFormat(required("name", text), required("query", text)) {
    .saveQuery(name: $0, query: $1)
  } split: { action, _ in
    if case .saveQuery(let name, let query) = action { (name, query) } else { nil }
  }

  private static let dropQuery = ActionFormat(required("name", text)) {
    .dropQuery($0)
  } split: { action, _ in
    if case .dropQuery(let name) = action { name } else { nil }
  }

  private static let ruleMatch = ActionFormat(
    required("claims", claimPair), required("ruling", choice(of: MatchRuling.self))
  ) { claims, ruling in
    .ruleMatch(claims[0], claims[1], ruling)
  } split: { action, _ in
    if case .ruleMatch(let first, let second, let ruling) = action {
      ([first, second], ruling)
    } else {
      nil
    }
  }

  private static let recordCorrection = ActionFormat(required("id", claimID), correction) {
    .recordCorrection($0, $1)
  } split: { action, _ in
    if case .recordCorrection(let id, let correction) = action { (id, correction) } else { nil }
  }

  private static let undo = ActionFormat(required("steps", integer(1...Int.max))) {
    .undo(steps: $0)
  } split: { action, _ in
    if case .undo(let steps) = action { steps } else { nil }
  }

  private static let redo = ActionFormat(required("steps", integer(1...Int.max))) {
    .redo(steps: $0)
  } split: { action, _ in
    if case .redo(let steps) = action { steps } else { nil }
  }

  private static let goTo = ActionFormat(required("operation", earlierOperation)) {
    .goTo(operation: $0)
  } split: { action, _ in
    if case .goTo(let number) = action { number } else { nil }
  }
}
