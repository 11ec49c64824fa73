internal import ClaimModel
internal import Languages
internal import Lexicons

extension Byline {
  /// Whether it names nobody: "Vân Sa, 12/3/2025".
  fileprivate var isEmpty: Bool { author == nil && agencies.isEmpty }
}

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
      } else if rest == line.span,
        let found = HeadByline(
          story: story, words: words, span: rest, isBelowTitle: isBelowTitle(line, seen)
        ).byline, head.byline == nil || found.byline.isEmpty
      {
        if found.byline.isEmpty { head.dateLines.append(rest) } else { head.byline = found.byline }
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

  /// The first line below what is taken at the top, with a line of prose below it.
  private func isBelowTitle(_ line: TextLayout.Line, _ seen: Int) -> Bool {
    guard seen == 1, let title = taken.first, title.start <= story.lines[0].span.end else {
      return false
    }
    let below = story.lines.lazy.filter { $0.span.start > line.span.end }.prefix(2)
    return below.contains { story.words($0.span, limit: 9).count > 8 }
  }

  /// The line behind what is taken of it; nil where nothing is left.
  private func rest(of line: TextSpan) -> TextSpan? {
    var start = line.start
    for span in taken where span.start <= start && span.end > start { start = span.end }
    let rest = TextLayout.trimmed(story.bytes, TextSpan(min(start, line.end), line.end))
    return rest.isEmpty ? nil : rest
  }
}
