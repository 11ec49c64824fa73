package import ClaimModel

/// Two articles that are, for the most part, one text.
package struct NearCopy: Sendable, Hashable {
  package var article: ArticleID
  package var original: ArticleID
  /// The part of the shorter text's runs of four words that the other has, 0 to 1.
  package var alike: Double
  /// The part of the longer text that the shorter one is as long as, 0 to 1.
  package var lengthRatio: Double

  /// From here on two texts count as copies.
  package static let least = 0.5
}
