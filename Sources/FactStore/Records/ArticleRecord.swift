package import ClaimModel

/// An article in the store.
package struct ArticleRecord: Sendable, Hashable {
  package var id: ArticleID
  package var article: Article
  /// Numbers of the ids of the claims that the extractor found, whether they stand or not.
  package var extractedIDs: Range<Int>
  /// What the extractor found, in the order of `extractedIDs`; shared, not a copy.
  package var extracted: PackedClaims
  package var loadedBy: String
  package var loadedAt: Timestamp
  /// The versions that followed the one that was loaded, the second one first.
  package var versions: [StoryVersion] = []
}

extension ArticleRecord {
  /// How many of its claims listings have, as they were found.
  package var listedCount: Int { extracted.count - extracted.carrierCount }
}
