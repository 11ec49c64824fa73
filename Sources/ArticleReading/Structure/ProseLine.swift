internal import ClaimModel
internal import Lexicons

/// Tells lines of prose from captions, where a line that may be a sign-off stands above them.
struct ProseLine {
  let story: StoryText
  let credits: [PictureCredit]

  private static let words = PhraseBook(embedded: "page-words.tsv")
  /// Words looked at; a caption has fewer.
  private static let longest = 100

  /// Two sentences, an item of a list that ends with a stop, speech: no caption is like that.
  func isProse(_ line: Int) -> Bool {
    let span = story.lines[line].span
    let end =
      credits.first { $0.line == line }?.span.start
      ?? SourceLine(story: story, line: line).tail?.span.start ?? span.end
    let words = story.words(TextSpan(span.start, max(span.start, end)), limit: Self.longest)
    guard words.count >= 5, let first = words.first else { return false }
    let isItem = first.isDash || [0x2022, 0x2A, 0xB7].contains(first.scalar)
    if isItem, words.last?.endsSentence == true, end == span.end { return true }
    return hasTwoSentences(words) || Self.isSpeech(words)
  }

  private func hasTwoSentences(_ words: [Word]) -> Bool {
    let ends = words.indices.filter { words.endsSentence(at: $0) }
    guard let end = ends.first, ends.count > 1 || words.last?.endsSentence != true else {
      return false
    }
    let rest = words[(end + 1)...].drop { $0.kind == .punctuation }
    return rest.count >= 4 && end >= 3
  }

  /// "Ông Lê Nam nói 3 người chết.": a whole sentence in which somebody tells something.
  func isTold(_ line: Int) -> Bool {
    let words = story.words(story.lines[line].span, limit: Self.longest)
    return words.count >= 5 && words.last?.endsSentence == true && Self.isTold(words)
  }

  /// `"Không", bà nói`, "ông cho biết …"
  static func isSpeech(_ words: [Word]) -> Bool { has(["speech"], words) }

  /// The same, and "ông nói", which may be a caption's.
  static func isTold(_ words: [Word]) -> Bool { has(["speech", "telling"], words) }

  private static func has(_ roles: [String], _ words: [Word]) -> Bool {
    words.indices.contains { index in
      words[index].shape == .lower && Self.words.opens(words[index].key)
        && Self.words.match(words, at: index, roles: roles) != nil
    }
  }
}
