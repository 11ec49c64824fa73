import ClaimModel

/// Finds words in a story, whichever way they are set: blanks, underscores and line breaks of
/// either side do not count. `Bộ Ngoại giao Mỹ,` is found in `Bộ_Ngoại_giao Mỹ ,`.
struct WordFinder {
  private let offsets: [Int]
  private let letters: [UInt8]
  private let end: Int

  init(_ text: String) {
    var offsets = [Int]()
    var letters = [UInt8]()
    for (offset, byte) in text.utf8.enumerated() where !WordFinder.isBlank(byte) {
      offsets.append(offset)
      letters.append(byte)
    }
    self.offsets = offsets
    self.letters = letters
    end = text.utf8.count
  }

  /// Every place of the words, in text order.
  func places(of words: String) -> [TextSpan] {
    let wanted = words.utf8.filter { !WordFinder.isBlank($0) }
    guard let first = wanted.first, wanted.count <= letters.count else { return [] }
    var found = [TextSpan]()
    for at in 0...(letters.count - wanted.count) where letters[at] == first {
      if letters[at..<at + wanted.count].elementsEqual(wanted) {
        found.append(TextSpan(offsets[at], offsets[at + wanted.count - 1] + 1))
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

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x5F }
}
