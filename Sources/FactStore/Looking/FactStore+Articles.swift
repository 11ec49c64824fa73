package import ClaimModel

extension FactStore {
  /// The articles that stand, in order of loading.
  package var articles: [ArticleRecord] {
    articleSlots.indices.filter { standing[$0] }.map { articleSlots[$0].record }
  }

  /// The article, if it stands.
  package func article(_ id: ArticleID) -> ArticleRecord? { slot(id)?.record }

  /// The last article id given out, standing or not.
  package var lastArticle: ArticleID? {
    articleSlots.isEmpty ? nil : ArticleID(articleSlots.count)
  }

  func slot(_ id: ArticleID) -> ArticleSlot? {
    let place = id.number - 1
    guard articleSlots.indices.contains(place), standing[place] else { return nil }
    return articleSlots[place]
  }
}
