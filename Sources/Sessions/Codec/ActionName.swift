internal import FactStore

/// What an operation is called in JSON.
enum ActionName: String, CaseIterable {
  case load
  case attribute
  case removeAttribution = "remove-attribution"
  case annotate
  case annotateSource = "annotate-source"
  case addClaim = "add-claim"
  case editClaim = "edit-claim"
  case dropClaims = "drop-claims"
  case editArticle = "edit-article"
  case dropArticles = "drop-articles"
  case addSource = "add-source"
  case addAliases = "add-aliases"
  case mergeSources = "merge-sources"
  case saveQuery = "save-query"
  case dropQuery = "drop-query"
  case ruleMatch = "rule-match"
  case undo
  case redo
  case goTo = "go-to"

  init(_ action: Action) {
    self =
      switch action {
      case .load: .load
      case .attribute: .attribute
      case .removeAttribution: .removeAttribution
      case .annotateClaims: .annotate
      case .annotateSource: .annotateSource
      case .addClaim: .addClaim
      case .editClaim: .editClaim
      case .dropClaims: .dropClaims
      case .editArticle: .editArticle
      case .dropArticles: .dropArticles
      case .addSource: .addSource
      case .addAliases: .addAliases
      case .mergeSources: .mergeSources
      case .saveQuery: .saveQuery
      case .dropQuery: .dropQuery
      case .ruleMatch: .ruleMatch
      case .undo: .undo
      case .redo: .redo
      case .goTo: .goTo
      }
  }
}

extension ActionName {
  /// The members of an operation of this name; others are kept, not read.
  var knownMembers: Set<String> { Self.members[self] ?? [] }

  private static let members = Dictionary(
    uniqueKeysWithValues: allCases.map { name in (name, name.ownMembers.union(shared)) })

  private static let shared: Set<String> = [
    "action", "digest", "hash", "number", "resolved", "time", "user",
  ]

  private var ownMembers: Set<String> {
    switch self {
    case .load: ["articles"]
    case .attribute: ["claims", "role", "sources"]
    case .removeAttribution: ["claims", "sources"]
    case .annotate:
      [
        "claims", "credibility", "evidence", "note", "removedEvidence", "removedNotes",
        "removedTags", "tags", "verdict",
      ]
    case .annotateSource:
      ["note", "parent", "reliability", "removedNotes", "removedTags", "source", "tags"]
    case .addClaim, .editClaim: ["article", "claim", "id"]
    case .dropClaims: ["claims"]
    case .editArticle:
      [
        "added", "article", "author", "changed", "date", "dropped", "language", "removed",
        "structure", "title", "url",
      ]
    case .dropArticles: ["stories"]
    case .addSource: ["source"]
    case .addAliases: ["aliases", "source"]
    case .mergeSources: ["from", "into"]
    case .saveQuery: ["name", "query"]
    case .dropQuery: ["name"]
    case .ruleMatch: ["claims", "ruling"]
    case .undo, .redo: ["steps"]
    case .goTo: ["operation"]
    }
  }
}
