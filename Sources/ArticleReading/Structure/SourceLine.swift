internal import ClaimModel
internal import Lexicons

/// A line that says whom something is from: "Nguồn: Guardian."
struct SourceLine {
  let story: StoryText
  let line: Int

  private static let words = PhraseBook(embedded: "byline-words.tsv")
  private static let mostWords = 12

  /// The last sentence of a line, if it names a source: "Người dân ăn mừng. Nguồn: Guardian."
  var tail: (span: TextSpan, name: String)? {
    let (words, _) = story.lastWords(story.lines[line].span, bytes: 120)
    for index in words.indices.dropFirst() where words[index - 1].endsSentence {
      guard let (_, count) = Self.words.match(words, at: index, roles: ["from"]),
        index + count + 1 < words.count, words[index + count].isMark(":")
      else { continue }
      var name = words[(index + count + 1)...]
      while name.last?.isMark(".") == true { name.removeLast() }
      guard let first = name.first, let last = name.last, first.isName, name.count <= 8 else {
        continue
      }
      return (
        TextSpan(words[index].start, words[words.count - 1].end),
        story.name(TextSpan(first.start, last.end))
      )
    }
    return nil
  }

  /// The name behind the colon; nil where the line is another.
  var name: String? {
    let words = story.words(story.lines[line].span, limit: Self.mostWords + 1)
    guard words.count <= Self.mostWords,
      let (_, count) = Self.words.match(words, at: 0, roles: ["from"]), count < words.count,
      words[count].isMark(":")
    else { return nil }
    var name = words[(count + 1)...]
    while name.last?.isMark(".") == true { name.removeLast() }
    guard let first = name.first, let last = name.last, first.isName else { return nil }
    return story.name(TextSpan(first.start, last.end))
  }
}
