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
      case .addClaim: isAbout = entered.claims.contains { claims.contains(ClaimID($0)) }
      case .editArticle(let id, let edit):
        isAbout =
          articles.contains(id.number - 1) && edit.claims.isEmpty
          || entered.claims.contains { claims.contains(ClaimID($0)) }
          || !claims.isDisjoint(with: logged.operation.action.claims)
      case .updateArticles:
        isAbout =
          entered.claims.contains { claims.contains(ClaimID($0)) }
          || !claims.isDisjoint(with: logged.operation.action.claims)
      case .dropArticles(let ids): isAbout = ids.contains { articles.contains($0.number - 1) }
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

  /// Places of the articles, and the numbers of the claims that come alone, of an operation.
  mutating func take(_ action: Action) -> (articles: Range<Int>, claims: Range<Int>) {
    switch action {
    case .load(let loaded):
      let first = articles
      articles += loaded.count
      claims += loaded.reduce(0) { $0 + $1.claims.count }
      return (first..<articles, 0..<0)
    case .addClaim: return (articles..<articles, add(1))
    case .editArticle(_, let edit): return (articles..<articles, add(edit.claims.added.count))
    case .updateArticles(let updates):
      return (articles..<articles, add(updates.reduce(0) { $0 + $1.claims.added.count }))
    default: return (articles..<articles, 0..<0)
    }
  }

  private mutating func add(_ count: Int) -> Range<Int> {
    claims += count
    return claims - count + 1..<claims + 1
  }
}

extension Action {
  /// Claims that it names.
  package var claims: [ClaimID] {
    switch self {
    case .attribute(let claims, _, _), .removeAttribution(let claims, _),
      .annotateClaims(let claims, _), .dropClaims(let claims):
      claims
    case .editClaim(let claim, _), .recordCorrection(let claim, _): [claim]
    case .ruleMatch(let first, let second, _): [first, second]
    case .editArticle(_, let edit): edit.claims.changed.map(\.id) + edit.claims.dropped
    case .updateArticles(let updates):
      updates.flatMap { $0.claims.changed.map(\.id) + $0.claims.gone }
    default: []
    }
  }
}

extension FactStore {
  /// Numbers of the changes that stood behind an operation, oldest first.
  func standing(after number: Int) -> [Int] {
    var path = [Int]()
    var top = tops[number]
    while top > 0 {
      path.append(top)
      // It stands on what was last before it.
      top = tops[top - 1]
    }
    return path.reversed()
  }

  /// The ways that changes took: each one's last change, where nothing was built on it, and the
  /// change from which it parted; the one that stands comes last.
  package var branches: [Branch] {
    let changes = log.map(\.number).filter { tops[$0] == $0 }
    let parents = Set(changes.map { tops[$0 - 1] })
    let standing = undoStack.map(\.number)
    let top = standing.last ?? 0
    let tips = changes.filter { !parents.contains($0) && $0 != top } + (top > 0 ? [top] : [])
    return tips.map { tip in
      let path = self.standing(after: tip)
      let shared = zip(path, standing).prefix { $0 == $1 }.map(\.0).count
      let isCurrent = tip == top
      return Branch(
        tip: tip, from: isCurrent ? 0 : path[..<shared].last ?? 0,
        changes: isCurrent ? path : Array(path[shared...]), isCurrent: isCurrent)
    }
  }
}

/// Changes one after the other, up to one on which nothing was built.
package struct Branch: Sendable, Hashable {
  /// Number of the last operation: `goTo` leads there.
  package var tip: Int
  /// The last change that it shares with what stands; 0 where there is none.
  package var from: Int
  /// Numbers of its own operations.
  package var changes: [Int]
  package var isCurrent: Bool
}
