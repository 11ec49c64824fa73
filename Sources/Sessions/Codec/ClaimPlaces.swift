internal import ClaimModel
internal import FactStore

/// Which article a claim belongs to, and which id a claim added by hand got: ids are given out
/// in the order of the operations and never again.
struct ClaimPlaces {
  /// Claims given out together: the first number after them, and their article.
  private var runs: [(end: Int, article: ArticleID)] = []
  private(set) var articles = 0

  /// The id that the next claim gets.
  var nextClaim: ClaimID { ClaimID(next) }
  private var next: Int { runs.last?.end ?? 1 }

  /// Takes note of an operation; the id of the claim that it added, if it did.
  mutating func take(_ action: Action) -> ClaimID? {
    switch action {
    case .load(let loaded):
      for article in loaded {
        articles += 1
        runs.append((next + article.claims.count, ArticleID(articles)))
      }
      return nil
    case .addClaim(let article, _):
      let id = ClaimID(next)
      runs.append((next + 1, article))
      return id
    case .editArticle(let article, let edit):
      runs.append((next + edit.claims.added.count, article))
      return nil
    case .updateArticles(let updates):
      for update in updates { runs.append((next + update.claims.added.count, update.id)) }
      return nil
    default: return nil
    }
  }

  func article(of claim: ClaimID) -> ArticleID? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= claim.number { low = middle + 1 } else { high = middle }
    }
    return low < runs.count ? runs[low].article : nil
  }
}

extension Operation {
  var loadedArticles: [LoadedArticle] {
    guard case .load(let articles) = action else { return [] }
    return articles
  }
}
