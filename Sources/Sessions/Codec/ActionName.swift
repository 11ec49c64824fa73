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
  case updateArticles = "update-articles"
  case dropArticles = "drop-articles"
  case addSource = "add-source"
  case addAliases = "add-aliases"
  case mergeSources = "merge-sources"
  case saveQuery = "save-query"
  case dropQuery = "drop-query"
  case ruleMatch = "rule-match"
  case recordCorrection = "record-correction"
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
      case .updateArticles: .updateArticles
      case .dropArticles: .dropArticles
      case .addSource: .addSource
      case .addAliases: .addAliases
      case .mergeSources: .mergeSources
      case .saveQuery: .saveQuery
      case .dropQuery: .dropQuery
      case .ruleMatch: .ruleMatch
      case .recordCorrection: .recordCorrection
      case .undo: .undo
      case .redo: .redo
      case .goTo: .goTo
      }
  }
}
