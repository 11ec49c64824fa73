package import ClaimModel
package import FactStore
internal import JSONText

/// How much of a session its file holds.
package enum SessionForm: String, Sendable, Hashable, CaseIterable {
  /// All: it can be opened anywhere.
  case whole
  /// Operations alone; stories by name and SHA-256, to be given again when it is opened.
  case operations
}

/// A story that a session of operations alone names and that was not given.
package struct MissingStory: Sendable, Hashable {
  package var id: ArticleID
  package var name: String
  package var sha256: String
}

extension ArticleCodec {
  /// What stands of an article in a session of operations alone.
  static let reference: Set<String> = [
    "capture", "date", "encoding", "givenAuthor", "givenTitle", "id", "language", "name", "sha256",
    "url",
  ]

  /// The article of a document: as it holds it, or, where it holds its SHA-256 alone, the given
  /// story with that text under the name that it had; nil if there is none.
  static func article(
    _ value: JSONValue, given: [String: LoadedArticle]
  ) throws(FormatError) -> LoadedArticle? {
    let object = try value.object()
    guard object["text"] == nil else { return try article(value) }
    guard var loaded = given[try object.text("sha256")] else { return nil }
    loaded.article.name = try object.text("name")
    loaded.article.capture = try object.optional("capture", OriginCodec.capture)
    return loaded
  }
}

extension LoadedArticle {
  /// 64 hexadecimal digits: what a session of operations alone names a story by.
  package var textSHA256: String { ArticleCodec.sha256(article.text) }
}
