package import ClaimModel

/// A story of the desk with its claims, as an export gets it: plain values, of no store.
package struct DeskStory: Sendable {
  /// "a1"
  package var id: String
  package var article: Article
  package var loadedBy: String
  package var loadedAt: Timestamp
  /// 1 for a story that never changed.
  package var version: Int
  package var claims: [DeskClaim]
  /// Bytes to code points of the story's text.
  let offsets: ScalarOffsets

  package init(
    id: String, article: Article, loadedBy: String, loadedAt: Timestamp, version: Int = 1,
    claims: [DeskClaim]
  ) {
    self.id = id
    self.article = article
    self.loadedBy = loadedBy
    self.loadedAt = loadedAt
    self.version = version
    self.claims = claims
    offsets = ScalarOffsets(article.text)
  }

  /// "1" of "a1": a row's key.
  var number: Int { Int(id.dropFirst()) ?? 0 }

  /// When it was published, as exactly as it says so.
  var published: String? { article.origin?.published?.description ?? article.date?.description }
  var publishedDay: CalendarDay? { article.origin?.published?.day ?? article.date }

  /// A name for the story where machines ask for one: its address, else a URN of its own.
  var address: String { Self.address(of: article, id: id) }

  package static func address(of article: Article, id: String) -> String {
    if let url = article.url, url.hasPrefix("http://") || url.hasPrefix("https://") {
      return escaped(url)
    }
    return urn("story", id)
  }

  static func urn(_ kind: String, _ id: String) -> String { "urn:x-theo:\(kind):\(id)" }

  /// Characters that no IRI may hold (RFC 3987), with percent signs: "a b" → "a%20b".
  static func escaped(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let refused = Set("<>\"{}|\\^`".utf8)
    let bytes = address.utf8.flatMap { byte -> [UInt8] in
      guard byte <= 0x20 || byte == 0x7F || refused.contains(byte) else { return [byte] }
      return [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A span in code points, end exclusive.
  func place(_ span: TextSpan) -> (start: Int, end: Int) { offsets.scalars(span) }

  /// Pieces as they stand, with " … " where the text between them was left out.
  func exact(_ spans: [TextSpan]) -> String {
    spans.map(article.text).joined(separator: " … ")
  }
}

/// What is known of the desk as a whole.
package struct DeskHead: Sendable {
  /// The program and its version: "theo 1.0".
  package var program: String
  package var user: String
  package var time: Timestamp
  /// The session's file, by its name alone.
  package var session: String?
  package var sources: [DeskSource]
  /// Where reviews are published, for the forms that must say so.
  package var site: String?
  /// Whether text begins with a byte order mark, by which spreadsheets tell UTF-8.
  package var isMarked: Bool

  package init(
    program: String, user: String, time: Timestamp, session: String? = nil,
    sources: [DeskSource] = [], site: String? = nil, isMarked: Bool = false
  ) {
    self.program = program
    self.user = user
    self.time = time
    self.session = session
    self.sources = sources
    self.site = site
    self.isMarked = isMarked
  }
}

/// An entry of the registry of sources.
package struct DeskSource: Sendable, Hashable {
  package var source: Source
  package var reliability: Reliability?
  package var notes: [String]
  package var tags: [String]

  package init(
    _ source: Source, reliability: Reliability? = nil, notes: [String] = [], tags: [String] = []
  ) {
    self.source = source
    self.reliability = reliability
    self.notes = notes
    self.tags = tags
  }
}
