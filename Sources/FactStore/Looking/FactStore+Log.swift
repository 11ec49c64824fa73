package import ClaimModel

extension FactStore {
  /// The operations that brought these claims, were about them, or took any of that back or did
  /// it again. A merger of sources is about none.
  package func log(concerning claims: Set<ClaimID>) -> [LoggedOperation] {
    let articles = Set(claims.compactMap { run(of: $0.number)?.article })
    var found = [LoggedOperation]()
    var numbers = Set<Int>()
    var counter = IDCounter()
    for logged in log {
      let entered = counter.take(logged.operation.action)
      let isAbout: Bool
      switch logged.operation.action {
      case .load: isAbout = entered.articles.contains { articles.contains($0) }
      case .addClaim: isAbout = claims.contains(ClaimID(entered.claim ?? 0))
      case .undo, .redo, .goTo:
        isAbout = !numbers.isDisjoint(with: changesTurned(by: logged.number))
      default: isAbout = !claims.isDisjoint(with: logged.operation.action.claims)
      }
      guard isAbout else { continue }
      found.append(logged)
      numbers.insert(logged.number)
    }
    return found
  }

  /// What an undo, a redo or a goTo took back or did again: what stood before it or behind it,
  /// not both.
  private func changesTurned(by number: Int) -> Set<Int> {
    Set(standing(after: number - 1)).symmetricDifference(standing(after: number))
  }
}

/// Counts ids as operations give them out.
private struct IDCounter {
  private var articles = 0
  private var claims = 0

  /// Places of the articles, and the number of the claim, that an operation brings.
  mutating func take(_ action: Action) -> (articles: Range<Int>, claim: Int?) {
    switch action {
    case .load(let loaded):
      let first = articles
      articles += loaded.count
      claims += loaded.reduce(0) { $0 + $1.claims.count }
      return (first..<articles, nil)
    case .addClaim:
      claims += 1
      return (articles..<articles, claims)
    default: return (articles..<articles, nil)
    }
  }
}

extension Action {
  /// Claims that it names.
  package var claims: [ClaimID] {
    switch self {
    case .attribute(let claims, _, _), .removeAttribution(let claims, _),
      .annotateClaims(let claims, _), .dropClaims(let claims):
      claims
    case .editClaim(let claim, _): [claim]
    case .ruleMatch(let first, let second, _): [first, second]
    default: []
    }
  }
}
