internal import ClaimModel
internal import Languages

/// Finds the headline: the first line, or the head of the first line.
struct TitleReader {
  let story: StoryText
  let layout: WrittenLanguage.Layout

  /// The story's lines from its head on, a date line and what stands above it left out.
  private let lines: ArraySlice<TextLayout.Line>

  private static let mostWords = 45

  init(story: StoryText, layout: WrittenLanguage.Layout, below dateLine: TextSpan?) {
    self.story = story
    self.layout = layout
    lines = story.lines[...].drop { line in dateLine.map { line.span.end <= $0.end } ?? false }
  }

  /// The title, when `taken` (captions, the sign-off) does not start the story.
  func title(taken: [TextSpan]) -> TextSpan? {
    guard let first = lines.first,
      !taken.contains(where: { $0.start <= first.span.start && $0.end > first.span.start })
    else { return nil }
    if let title = titleLine(taken: taken) { return title }
    guard lines.count == 1 || story.isSentenceRun else { return nil }
    return GluedTitle(story: story).title(in: first.span)
  }

  private func titleLine(taken: [TextSpan]) -> TextSpan? {
    guard lines.count > 1 else { return nil }
    let (line, next) = (lines[lines.startIndex], lines[lines.startIndex + 1])
    let words = story.words(line.span, limit: Self.mostWords + 1)
    guard words.count <= Self.mostWords, let last = words.last, last.end == line.span.end,
      !taken.contains(where: { $0.overlaps(line.span) })
    else { return nil }
    var lastWord = words.count - 1
    while lastWord > 0, words[lastWord].isClosingQuote || words[lastWord].isClosing {
      lastWord -= 1
    }
    let stop = words[lastWord]
    if stop.isMark(":") || stop.isMark(",") { return nil }
    if stop.isMark(";"), layout.headlinesMayBeSentences { return trimmed(line.span, words) }
    if stop.isMark(".") || stop.isMark(";") {
      return isHeadlineSentence(words, before: next) ? trimmed(line.span, words) : nil
    }
    if next.emptyLinesBefore > 0 { return line.span }
    return line.span.count < next.span.count || lines.count > 3 ? line.span : nil
  }

  /// "Stealth Over Health." over an empty line: one sentence, shorter than the lead.
  private func isHeadlineSentence(_ words: [Word], before next: TextLayout.Line) -> Bool {
    guard layout.headlinesMayBeSentences, next.emptyLinesBefore > 0, words.count <= 24 else {
      return false
    }
    let inner = words.dropLast().reversed().drop { $0.kind == .punctuation }.count
    return !words.indices.prefix(inner).contains { words.endsSentence(at: $0) }
  }

  private func trimmed(_ span: TextSpan, _ words: [Word]) -> TextSpan {
    var words = words
    while words.count > 1, let last = words.last, last.isMark(".") || last.isMark(";") {
      words.removeLast()
    }
    return TextSpan(span.start, words.last?.end ?? span.end)
  }
}
