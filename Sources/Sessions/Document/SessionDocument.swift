package import ClaimModel
package import FactStore
package import JSONText

/// A session file, version 1, as read: its articles and the operations done with them.
///
/// The file is one JSON object: `format` "theo-session", `version`, `theo` (what wrote it),
/// `articles` (with their text and the claims as extracted), `catalogue` (what was known of the
/// sources that it names), `operations` (what was done, by whom and when, with a digest of the
/// state after each) and `state`, which follows from the others, is there for readers of the
/// file, and is not read. Offsets count Unicode code points, end exclusive.
package struct SessionDocument: Sendable {
  package static let format = "theo-session"
  package static let version = 1

  /// The theo that wrote it: "1.0".
  package var writtenBy: String?
  /// In order of loading: the first one is a1.
  package var articles: [LoadedArticle]
  /// The recorded SHA-256 of the articles' texts, in hexadecimal digits.
  package var articleDigests: [String]
  package var catalogue: [Source]
  package var operations: [RecordedOperation]
  /// Members that this version does not know; they are written again.
  package var unknownMembers: JSONObject

  static let knownMembers: Set<String> = [
    "articles", "catalogue", "format", "operations", "state", "theo", "version",
  ]
}

/// What a session file holds that its store does not; it is written again on saving.
package struct CarriedOver: Sendable {
  package var unknownMembers = JSONObject()
  /// Digests as recorded, by operation number, where the operations give others: that a file
  /// was changed by other hands stays visible.
  package var recordedDigests: [Int: StateDigest] = [:]
  /// SHA-256 as recorded, by article number, where the text gives another.
  package var recordedArticleDigests: [Int: String] = [:]

  package init() {}
}
