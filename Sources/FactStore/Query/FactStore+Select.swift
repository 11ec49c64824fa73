package import ClaimModel

extension FactStore {
  /// The standing claims that a query selects, in order of their ids.
  package func select(_ selection: Selection) -> [ClaimID] {
    Evaluator(self).claims(selection.expression).numbers.map { ClaimID($0) }
  }

  /// Number of standing claims that a query selects.
  package func count(_ selection: Selection) -> Int {
    Evaluator(self).claims(selection.expression).count
  }

  /// Single ids that a query names though no such claim or article stands: "c99", "a7".
  package func missingIDs(in selection: Selection) -> [String] {
    selection.expression.criteria.compactMap { criterion in
      switch criterion {
      case .claims(let range) where range.count == 1 && !claimStands(range.lowerBound):
        ClaimID(range.lowerBound).description
      case .articles(let range)
      where range.count == 1 && slot(ArticleID(range.lowerBound)) == nil:
        ArticleID(range.lowerBound).description
      default: nil
      }
    }
  }
}

extension Selection.Expression {
  /// Every criterion in it, in the order of the query.
  var criteria: [Criterion] {
    switch self {
    case .all: []
    case .criterion(let criterion): [criterion]
    case .and(let parts), .or(let parts): parts.flatMap(\.criteria)
    case .not(let part): part.criteria
    }
  }
}
