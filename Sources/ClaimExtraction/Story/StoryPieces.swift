internal import ClaimModel

/// Cuts the body of a long article into pieces that are read one after another, so that the
/// tokens of one piece at a time are held in memory.
///
/// A piece ends where a paragraph or line of the body does; a line that is longer than a piece
/// is cut at a sentence end or else at a blank.
struct StoryPieces: Sequence, IteratorProtocol {
  /// Bytes of body from which an article is read in pieces.
  static let threshold = 1 << 18
  /// Bytes of a piece, and how far before its end a better place to cut is looked for.
  private static let size = 1 << 16
  private static let search = 1 << 13

  private let article: Article
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next span of the body, and where in it the next piece starts.
  private var place = 0
  private var start = 0

  init(_ article: Article, bytes: UnsafeBufferPointer<UInt8>) {
    self.article = article
    self.bytes = bytes
  }

  /// Whether the article is long enough to be read in pieces.
  static func isLong(_ article: Article) -> Bool {
    guard article.text.utf8.count > threshold else { return false }
    return article.body.reduce(0) { $0 + $1.count } > threshold
  }

  /// The article with the part of its body that comes next; the title is in the first piece.
  mutating func next() -> Article? {
    let isFirst = place == 0 && start == 0
    var body = [TextSpan]()
    var room = Self.size
    while place < article.body.count, room > 0 {
      let span = article.body[place]
      let from = Swift.max(start, span.start)
      let isWhole = span.end - from <= Self.size
      if span.end - from > room, !body.isEmpty { break }
      let end = isWhole ? span.end : cut(from + Self.size, from: from)
      if from < end { body.append(TextSpan(from, end)) }
      room -= end - from
      start = end
      if end >= span.end { place += 1 }
      // What is left of the room is too small for a good place to cut in.
      if !isWhole { break }
    }
    guard !body.isEmpty else { return nil }
    return Article(
      name: article.name, text: article.text, language: article.language,
      title: isFirst ? article.title : nil, body: body, date: article.date)
  }

  /// The best place to cut at or before `end`: behind a line, a sentence, a blank, a scalar.
  private func cut(_ end: Int, from start: Int) -> Int {
    let low = Swift.max(start + 1, end - Self.search)
    guard low < end else { return end }
    var blank: Int?
    var sentence: Int?
    for at in stride(from: end - 1, through: low, by: -1) {
      switch bytes[at] {
      case 0x0A: return at + 1
      case 0x20:
        if blank == nil { blank = at + 1 }
        if sentence == nil, endsSentence(before: at, from: low) { sentence = at + 1 }
      default: break
      }
    }
    if let found = sentence ?? blank { return found }
    var at = end
    while at > low, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  /// "đã rút. Ông" and "đã rút . Ông": a stop right before the blank.
  private func endsSentence(before blank: Int, from low: Int) -> Bool {
    blank > low && [0x2E, 0x21, 0x3F].contains(bytes[blank - 1])
  }
}
