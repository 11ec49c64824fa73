internal import ClaimModel
internal import Languages

/// Finds the captions that stand in a story: those with a credit, and those that its end lists.
struct CaptionReader {
  let story: StoryText
  private(set) var captions = [Caption]()
  /// Credits in lines of their own and captions that were printed twice: no prose, no caption.
  private(set) var leftovers = [TextSpan]()

  /// Longest caption in bytes; a sentence before a credit that is longer is prose.
  private static let longest = 640
  private static let mostWordsOfLine = 90

  init(story: StoryText) { self.story = story }

  /// Captions with a credit, in text order.
  mutating func readCredited(_ credits: [PictureCredit]) {
    for credit in credits {
      let line = story.lines[credit.line].span
      if credit.isLabelled {
        append(line, credit.name)
        continue
      }
      let startsLine = credit.span.start == line.start
      let rest = story.words(TextSpan(credit.span.end, line.end), limit: 4)
      let endsLine =
        rest.allSatisfy { $0.kind == .punctuation } && (rest.last?.end ?? line.end) == line.end
      // "Bà Hà (ảnh: AFP) nói …": in the midst of a sentence it ends no caption.
      if !endsLine, !startsLine, credit.isBracketed, rest.first?.shape == .lower { continue }
      if startsLine {
        readLoose(credit, endsLine: endsLine)
      } else if let start = start(of: credit, in: line, endsLine: endsLine) {
        append(TextSpan(start, endsLine ? line.end : credit.span.end), credit.name)
      }
    }
  }

  /// A credit at the head of a line belongs to the caption above it.
  private mutating func readLoose(_ credit: PictureCredit, endsLine: Bool) {
    let above = credit.line - 1
    // "Ông Tám cho biết cầu dài 4 km. | Biên tập: An | Ảnh: Bình": the pictures of the whole story.
    if above > 0, endsLine, isSpeech(above) {
      leftovers.append(story.lines[credit.line].span)
      return
    }
    if above >= 0, isShort(above), above > 0 || endsWithStop(above) {
      let span = story.lines[above].span
      if let last = captions.indices.last, captions[last].span.overlaps(span) {
        if captions[last].credit == nil { captions[last].credit = credit.name }
      } else {
        append(span, credit.name)
      }
      leftovers.append(endsLine ? story.lines[credit.line].span : credit.span)
    } else {
      append(credit.span, credit.name)
    }
  }

  private func isSpeech(_ line: Int) -> Bool {
    let words = story.words(story.lines[line].span, limit: Self.mostWordsOfLine + 1)
    return words.last?.endsSentence == true && ProseLine.isSpeech(words)
  }

  /// A first line with a full stop is no title.
  private func endsWithStop(_ line: Int) -> Bool {
    story.lastWords(story.lines[line].span, bytes: 40).words.last?.endsSentence == true
  }

  private func isShort(_ line: Int) -> Bool {
    story.words(story.lines[line].span, limit: Self.mostWordsOfLine + 1).count
      <= Self.mostWordsOfLine
  }

  /// The start of the caption whose credit stands inside or at the end of `line`.
  private func start(of credit: PictureCredit, in line: TextSpan, endsLine: Bool) -> Int? {
    let (words, isAll) = story.lastWords(
      TextSpan(line.start, credit.span.start), bytes: Self.longest)
    guard var last = words.indices.last else { return nil }
    if isAll, endsLine, words.count <= Self.mostWordsOfLine, !isProse(words) { return line.start }
    while last > 0, words[last].kind == .punctuation, !words[last].isClosing,
      !words[last].isClosingQuote
    {
      last -= 1
    }
    let first = words.startOfSentence(before: last)
    guard first > 0 || isAll else { return nil }
    // "… Owner Ann Moss said sales fell. (AP Photo/Tom Stone)": behind prose, the credit alone.
    if first > 0, credit.isBracketed, ProseLine.isTold(Array(words[first...])) {
      return credit.span.start
    }
    return max(words[first].start, captions.last?.span.end ?? 0)
  }

  /// Several sentences with speech among them, or more than captions have: prose that ends with a
  /// caption.
  private func isProse(_ words: [Word]) -> Bool {
    let ends = words.indices.dropLast().filter { words.endsSentence(at: $0) }.count
    return ends > 1 || ends > 0 && ProseLine.isTold(words)
  }

  private mutating func append(_ span: TextSpan, _ credit: String?) {
    guard captions.last.map({ $0.span.end <= span.start }) ?? true else { return }
    captions.append(Caption(span: span, credit: credit))
  }

  /// Lines below the sign-off are captions. Where one also stands in the story, that place is
  /// its caption and the second printing is left over.
  mutating func readListed(_ listed: Range<Int>, body: Range<Int>) {
    var byLength = [Int: [Int]]()
    for line in body { byLength[story.lines[line].span.count, default: []].append(line) }
    var found = captions
    let prose = ProseLine(story: story, credits: [])
    var previous: TextSpan?
    for line in listed {
      let span = story.lines[line].span
      if leftovers.contains(span) || prose.isTold(line) { continue }
      if let above = previous, let name = SourceLine(story: story, line: line).name,
        let known = found.firstIndex(where: { $0.span.overlaps(above) })
      {
        if found[known].credit == nil { found[known].credit = name }
        leftovers.append(span)
        continue
      }
      let credited = found.firstIndex { $0.span == span }
      let twin = byLength[span.count]?.first { story.hasSameText(story.lines[$0].span, span) }
      previous = twin.map { story.lines[$0].span } ?? span
      guard let twin else {
        let name = SourceLine(story: story, line: line).tail?.name
        if credited == nil { found.append(Caption(span: span, credit: name)) }
        continue
      }
      let place = story.lines[twin].span
      let credit = credited.flatMap { found[$0].credit }
      if let credited { found.remove(at: credited) }
      if let known = found.firstIndex(where: { $0.span.overlaps(place) }) {
        if found[known].credit == nil { found[known].credit = credit }
      } else {
        found.append(Caption(span: place, credit: credit))
      }
      leftovers.append(span)
    }
    captions = found.sorted { $0.span < $1.span }
  }

  /// Lines without a full stop in a story whose lines end with one: "Bến cảng sau trận bão".
  mutating func readUnstopped(_ lines: Range<Int>, _ layout: WrittenLanguage.Layout) {
    guard layout.linesEndWithMarks, lines.count >= 6, !story.isSentenceRun else { return }
    let unstopped = lines.dropFirst().filter { isUnstopped($0) }
    guard unstopped.count * 3 <= lines.count else { return }
    let taken = (captions.map(\.span) + leftovers).sorted()
    var next = 0
    for line in unstopped {
      let span = story.lines[line].span
      while next < taken.count, taken[next].end <= span.start { next += 1 }
      if next == taken.count || !taken[next].overlaps(span) { captions.append(Caption(span: span)) }
    }
    captions.sort { $0.span < $1.span }
  }

  private func isUnstopped(_ line: Int) -> Bool {
    guard story.isAlphanumeric(story.lines[line].span.end - 1) else { return false }
    let words = story.words(story.lines[line].span, limit: 41)
    guard (9...40).contains(words.count), let last = words.last, let first = words.first else {
      return false
    }
    let isSpeech = first.isOpeningQuote || first.isDash || first.kind == .punctuation
    let hasColon = words.contains { $0.isMark(":") }
    let hasStop = words.indices.contains { words.endsSentence(at: $0) }
    if line < 4, DateText(words: words, bytes: story.bytes).first != nil { return false }
    return last.kind != .punctuation && !isSpeech && !hasColon && !hasStop
  }

  /// "Ảnh: Minh Tâm" below the author's name: the credit of every picture without one.
  mutating func creditAll(_ name: String?) {
    for index in captions.indices where captions[index].credit == nil {
      captions[index].credit = name
    }
  }
}
