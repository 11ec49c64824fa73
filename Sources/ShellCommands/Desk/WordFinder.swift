import ClaimModel

/// Finds words in a story, whichever way they are set: blanks, underscores and line breaks of
/// either side do not count. `Bộ Ngoại giao Mỹ,` is found in `Bộ_Ngoại_giao Mỹ ,`. Letters are the
/// same where they are canonically equivalent: an editor writes NFC, a story may be NFD.
struct WordFinder {
  private var letters = [Character]()
  /// Spans of the letters in the text.
  private var spans = [TextSpan]()

  init(_ text: String) {
    var offset = 0
    for character in text {
      let end = offset + character.utf8.count
      if !WordFinder.isBlank(character) {
        letters.append(character)
        spans.append(TextSpan(offset, end))
      }
      offset = end
    }
  }

  /// Every place of the words, in text order.
  func places(of words: String) -> [TextSpan] {
    let wanted = words.filter { !WordFinder.isBlank($0) }
    guard let first = wanted.first, wanted.count <= letters.count else { return [] }
    var found = [TextSpan]()
    for at in 0...(letters.count - wanted.count) where letters[at] == first {
      if letters[at..<at + wanted.count].elementsEqual(wanted) {
        found.append(TextSpan(spans[at].start, spans[at + wanted.count - 1].end))
      }
    }
    return found
  }

  /// The place nearest to `span`.
  func place(of words: String, near span: TextSpan) -> TextSpan? {
    places(of: words).min { WordFinder.gap($0, span) < WordFinder.gap($1, span) }
  }

  private static func gap(_ a: TextSpan, _ b: TextSpan) -> Int {
    a.overlaps(b) ? 0 : max(a.start - b.end, b.start - a.end)
  }

  private static func isBlank(_ character: Character) -> Bool {
    character.isWhitespace || character == "_"
      || character.utf8.allSatisfy { $0 <= 0x20 }
  }
}
