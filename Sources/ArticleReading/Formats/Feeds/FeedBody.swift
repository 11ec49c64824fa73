/// The body of a feed's item, of its short and its full text.
struct FeedBody {
  var lead: String?
  var parts: [ReceivedStory.Part] = []
  var removed: MarkupText?

  /// Code points of a body in which its beginning is looked for.
  private static let head = 1500

  /// The longer text is the body; a short one that says something else is the lead.
  init(short: MarkupText?, full: MarkupText?) {
    let texts = [full, short].compactMap { $0 }.filter { !$0.parts.isEmpty }
    guard let body = texts.max(by: { $0.text.utf8.count < $1.text.utf8.count }) else { return }
    parts = body.parts
    removed = body
    guard let other = texts.first(where: { $0.text != body.text }) else { return }
    let words = LetterKey.of(other.text)
    // "The bridge fell on Friday. […]" is the beginning of the body.
    let opening = words.prefix(60)
    let head = LetterKey.of(String(body.text.unicodeScalars.prefix(Self.head)))
    if !words.isEmpty, words.count < 1000, !head.contains(opening) {
      lead = other.text
    }
  }
}

extension [UInt8] {
  /// Whether these bytes stand in it somewhere.
  fileprivate func contains(_ piece: ArraySlice<UInt8>) -> Bool {
    guard let first = piece.first, piece.count <= count else { return piece.isEmpty }
    return indices.prefix(count - piece.count + 1).contains {
      self[$0] == first && self[$0...].starts(with: piece)
    }
  }
}
