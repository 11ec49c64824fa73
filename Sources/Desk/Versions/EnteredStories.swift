package import ClaimModel
package import FactStore

/// What entered the session: stories that are new to it, and new versions of stories.
package struct EnteredStories: Sendable {
  package var loaded: [ArticleChange] = []
  /// Stories that have new versions, each with its number.
  package var updated: [(id: ArticleID, version: Int)] = []
  /// Stories that came once more as they are.
  package var unchanged: [ArticleID] = []
  /// Number of those that somebody left out.
  package var skipped = 0
  /// Stories that were loaded beside an older version, with that.
  package var beside: [(id: ArticleID, earlier: EarlierStory)] = []

  package init(loaded: [ArticleChange] = []) { self.loaded = loaded }
}
