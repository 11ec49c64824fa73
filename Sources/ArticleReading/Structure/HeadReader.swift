internal import ClaimModel
internal import Languages
internal import Lexicons

/// What may stand between title and prose: an author's line, a date line, a dateline.
struct HeadReader {
  let story: StoryText
  let taken: [TextSpan]
  let layout: WrittenLanguage.Layout

  struct Head {
    var byline: Byline?
    var date: CalendarDay?
    var dateline: Dateline?
    /// What is no prose.
    var spans = [TextSpan]()
    /// Those of `spans` that say a day and nothing else.
    var dateLines = [TextSpan]()
  }

  private static let mostLines = 6

  func read() -> Head {
    var head = Head()
    var seen = 0
    for line in story.lines.prefix(Self.mostLines * 4) where seen < Self.mostLines {
      guard let rest = rest(of: line.span) else { continue }
      seen += 1
      let words = story.words(rest, limit: 60)
      if rest == line.span, let date = DateText(words: words, bytes: story.bytes).wholeDate {
        head.date = head.date ?? date
        head.spans.append(rest)
        head.dateLines.append(rest)
      } else if rest == line.span, head.byline == nil,
        let found = HeadByline(story: story, words: words, span: rest).byline
      {
        head.byline = found.byline
        head.date = head.date ?? found.date
        head.spans.append(rest)
      } else if let dateline = DatelineReader(
        story: story, words: words, layout: layout
      ).dateline {
        head.dateline = dateline.dateline
        head.date = head.date ?? dateline.date
        head.spans.append(dateline.dateline.span)
        break
      } else if words.count > 24 {
        break
      }
    }
    return head
  }

  /// The line behind what is taken of it; nil where nothing is left.
  private func rest(of line: TextSpan) -> TextSpan? {
    var start = line.start
    for span in taken where span.start <= start && span.end > start { start = span.end }
    let rest = TextLayout.trimmed(story.bytes, TextSpan(min(start, line.end), line.end))
    return rest.isEmpty ? nil : rest
  }
}
