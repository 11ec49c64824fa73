package import ClaimModel

/// Where, in the end, an article or a claim comes from.
package enum ProvenanceRoot: Sendable, Hashable, Comparable {
  /// An agency or outlet, by its canonical name; whoever said it where no newsroom is named.
  case source(String)
  /// Nothing leads further than this article.
  case article(ArticleID)

  /// "AFP", "a5"
  package var name: String {
    switch self {
    case .source(let name): name
    case .article(let id): id.description
    }
  }
}

/// The way from an article to a root, step by step.
package struct ProvenancePath: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    package var article: ArticleID
    package var reason: ProvenanceReason
  }

  package var steps: [Step]
  package var root: ProvenanceRoot
}

/// Why a step of a path is taken.
package enum ProvenanceReason: Sendable, Hashable {
  /// The sign-off names the agency.
  case byline
  case dateline
  /// A claim of it came through the agency: "theo AFP".
  case cited(ClaimID)
  /// The claim's innermost source said it, and no newsroom is named.
  case said(ClaimID)
  /// Somebody attributed the claim to it.
  case attributed(ClaimID, by: String)
  /// The article is, for the most part, the text of another.
  case copy(NearCopy)
  /// Its copy names the root, which it does not itself.
  case signedCopy(NearCopy)
  /// It names nobody, and is no copy.
  case own
}

/// How many roots several articles have.
package struct RootCount: Sendable, Hashable {
  package var articles: Int
  /// Every root that one of them leads to, in order of first appearance.
  package var roots: [ProvenanceRoot]
  /// The fewest of `roots` that all articles may come from: two articles "theo AFP, Reuters" and
  /// "theo AFP" may be AFP alone.
  package var fewest: [ProvenanceRoot]

  /// Whether several articles may well be one source.
  package var isOneSource: Bool { articles > 1 && fewest.count == 1 }
}

extension RootCount {
  /// `sets`: the roots of each article.
  init(_ sets: [[ProvenanceRoot]]) {
    articles = sets.count
    roots = []
    for root in sets.joined() where !roots.contains(root) { roots.append(root) }
    fewest = Self.fewest(sets.map(Set.init), among: roots)
  }

  /// Of the roots that lead to most of the articles left, the first, until none is left. (The
  /// least number is hard to find; for the few roots of one claim this is it.)
  private static func fewest(
    _ sets: [Set<ProvenanceRoot>], among roots: [ProvenanceRoot]
  ) -> [ProvenanceRoot] {
    var left = sets.filter { !$0.isEmpty }
    var taken = [ProvenanceRoot]()
    while !left.isEmpty {
      let counts = roots.map { root in left.count { $0.contains(root) } }
      guard let most = counts.max(), let place = counts.firstIndex(of: most) else { break }
      taken.append(roots[place])
      left.removeAll { $0.contains(roots[place]) }
    }
    return roots.filter(taken.contains)
  }
}
