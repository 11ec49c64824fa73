package import ClaimModel
package import FactStore
package import JSONText

/// A session file, version 2, as read: its articles and the operations done with them.
///
/// The file is one JSON object: `format` "theo-session", `version`, `theo` (what wrote it),
/// `articles` (with their text and the claims as extracted), `catalogue` (what was known of the
/// sources that it names), `operations` (what was done, by whom and when, each with a digest of
/// the state after it and a hash chained to the one before) and `state`, which follows from the
/// others and is there for readers of the file. Offsets count Unicode code points, end exclusive.
/// Its JSON Schema is in `Schema/session.schema.json`.
package struct SessionDocument: Sendable {
  package static let format = "theo-session"
  package static let version = 2

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
  /// The same of each article.
  package var unknownArticleMembers: [JSONObject]
  /// What the file says the operations come to; nothing is taken from it.
  package var summary: JSONValue?
  package var form: SessionForm
  /// The version that the file was of before it was brought up to this one; nil for this one.
  package var migratedFrom: Int?

  static let knownMembers: Set<String> = [
    "articles", "catalogue", "form", "format", "operations", "state", "theo", "version",
  ]
}

/// What a session file holds that its store does not; it is written again on saving.
package struct CarriedOver: Sendable {
  package var unknownMembers = JSONObject()
  /// Unknown members of operations and articles, by number.
  package var operationMembers: [Int: JSONObject] = [:]
  package var articleMembers: [Int: JSONObject] = [:]
  /// Hashes as recorded, by operation number, where they are not those of the operations.
  package var recordedHashes: [Int: ChainHash] = [:]
  /// Digests as recorded, by operation number, where the operations give others: that a file
  /// was changed by other hands stays visible.
  package var recordedDigests: [Int: StateDigest] = [:]
  /// SHA-256 as recorded, by article number, where the text gives another.
  package var recordedArticleDigests: [Int: String] = [:]

  package init() {}
}
