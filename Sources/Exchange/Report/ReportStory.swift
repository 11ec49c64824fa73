package import ClaimModel

/// A story of a report.
package struct ReportStory: Sendable {
  package enum Role: String, Sendable {
    case title, prose, caption, byline, dateline, rest
  }

  /// A stretch of the text that is a paragraph of its own.
  package struct Block: Sendable, Hashable {
    package var span: TextSpan
    package var role: Role
    package init(span: TextSpan, role: Role) {
      self.span = span
      self.role = role
    }
  }

  package var id: ArticleID
  package var article: Article
  package var title: String
  /// In text order; what is between them is blank.
  package var blocks: [Block]
  /// From 1.
  package var version: Int
  package var loaded: Timestamp
  /// Whether the text joins syllables by underscores.
  package var isSegmented: Bool

  package init(
    id: ArticleID, article: Article, title: String, blocks: [Block], version: Int,
    loaded: Timestamp, isSegmented: Bool
  ) {
    self.id = id
    self.article = article
    self.title = title
    self.blocks = blocks
    self.version = version
    self.loaded = loaded
    self.isSegmented = isSegmented
  }
}
