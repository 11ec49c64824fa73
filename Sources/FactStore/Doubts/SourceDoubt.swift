package import ClaimModel

/// What may be wrong with the sources as they stand: two that may be one, or one that may be two.
/// It is put to people; nothing comes of it by itself.
package struct SourceDoubt: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// "Lavrov" and "Sergei Lavrov".
    case partOfName = "part of the name"
    /// "Tổng thống Donald Trump" and "Donald Trump".
    case title = "with a title"
    /// "Ngoc Lan" and "Ngọc Lan".
    case marks = "without marks"
    /// "Sergey Lavrov" and "Sergei Lavrov".
    case spelling = "one letter"
    /// "WHO" and "World Health Organization".
    case shortForm = "short form"
    /// "Bộ Ngoại giao" and "Bộ Ngoại giao Nga".
    case country = "with a country"
    /// One name, and offices that no one person has.
    case twoPersons = "two persons?"
  }

  /// One of the sources, with what stories say of it.
  package struct Side: Sendable {
    package var name: String
    package var claims: Int
    package var articles: [ArticleID]
    /// What stories say that it is, the first ones; empty where they do not.
    package var offices: [Evidence]
  }

  /// Words of a story.
  package struct Evidence: Sendable, Hashable {
    package var words: String
    package var article: ArticleID
  }

  package var kind: Kind
  /// The source that would stay.
  package var source: Side
  /// The one that would become a name of it; nil where one source may be two.
  package var other: Side?
  /// The words of a story that show both, where one does.
  package var shown: Evidence?
  /// How much speaks for it: listings have the surest first.
  package var weight: Double
}
