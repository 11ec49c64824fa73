internal import ClaimModel
internal import Lexicons

/// A title known from elsewhere (a record's "title"), where the text repeats it at its head.
struct GivenTitle {
  let story: StoryText
  let title: String

  /// The words of the title at the head of the text; nil where the text starts otherwise.
  var span: TextSpan? {
    guard let first = story.lines.first, let last = story.lines.last else { return nil }
    var copy = title
    let keys = copy.withUTF8 { bytes in
      WordScanner(bytes: bytes).words(from: 0, to: bytes.count).map(\.key.exact)
    }
    guard !keys.isEmpty else { return nil }
    let words = story.words(TextSpan(first.span.start, last.span.end), limit: keys.count)
    guard words.map(\.key.exact) == keys, let end = words.last else { return nil }
    return TextSpan(words[0].start, end.end)
  }
}
