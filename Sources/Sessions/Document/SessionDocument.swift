package import ClaimModel
package import FactStore
package import JSONText

/// A session file, version 3, as read: its articles and the operations done with them.
///
/// The file is one JSON object: `format` "theo-session", `version`, `theo` (what wrote it),
/// `articles` (with their text and the claims as extracted), `operations` (what was done, by whom
/// and when, each with what its names were resolved to, a digest of the state after it and a hash
/// chained to the one before), `end` (how many there are, and the last hash) and `state`, which
/// follows from the others and is there for readers of the file. Offsets count Unicode code points, end exclusive.
/// Its JSON Schema is in `Schema/session.schema.json`.
package struct SessionDocument: Sendable {
  package static let format = "theo-session"
  package static let version = 3

  /// The theo that wrote it: "1.0".
  package var writtenBy: String?
  /// In order of loading: the first one is a1.
  package var articles: [LoadedArticle]
  /// The recorded SHA-256 of the articles' texts, in hexadecimal digits.
  package var articleDigests: [String]
  /// Stories as later versions have them, in the order of the operations; and the same of these.
  package var versions: [LoadedArticle] = []
  package var versionDigests: [String] = []
  package var unknownVersionMembers: [JSONObject] = []
  /// What was known of the sources that it names; of versions before 3 alone.
  package var catalogue: [Source]
  package var operations: [RecordedOperation]
  /// Members that this version does not know; they are written again.
  package var unknownMembers: JSONObject
  /// The same of each article.
  package var unknownArticleMembers: [JSONObject]
  /// What the file says the operations come to; nothing is taken from it.
  package var summary: JSONValue?
  /// Whether `summary` is to be what the operations come to: not where some were left out.
  package var hasAllOperations = true
  /// What is wrong with the root's `end`, and what stands there.
  package var endFinding: SessionFinding?
  package var recordedEnd: RecordedMember?
  package var form: SessionForm
  /// The version that the file was of before it was brought up to this one; nil for this one.
  package var migratedFrom: Int?

  static let knownMembers: Set<String> = [
    "articles", "end", "form", "format", "operations", "state", "theo", "version", "versions",
  ]

  /// The first `count` operations alone.
  package func prefix(_ count: Int) -> SessionDocument {
    var document = self
    document.operations.removeLast(max(0, operations.count - count))
    document.hasAllOperations = document.operations.count == operations.count
    return document
  }
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
  /// The same of the texts of later versions, and their unknown members, by place from 1.
  package var recordedVersionDigests: [Int: String] = [:]
  package var versionMembers: [Int: JSONObject] = [:]
  /// The root's `end` and `state` where they are not those of the operations, or missing.
  package var recordedEnd: RecordedMember?
  package var recordedState: RecordedMember?

  package init() {}
}
